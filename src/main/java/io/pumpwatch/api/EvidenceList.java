package io.pumpwatch.api;

import java.util.List;

/** Answer of {@code GET /api/v1/evidence}: readings frozen around accidents, as the journal names them. */
public record EvidenceList(String zone, List<Part> parts) {
    /**
     * One folder.
     *
     * @param part before or after the accident
     */
    public record Part(long accident, String part, String at, List<File> files) {}

    /**
     * A file.
     *
     * @param href where it is had
     */
    public record File(String name, String sha256, long bytes, String href) {}
}
