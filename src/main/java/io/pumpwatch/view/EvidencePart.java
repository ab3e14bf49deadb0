package io.pumpwatch.view;

import java.util.List;

/**
 * Readings frozen around an accident.
 *
 * @param accident number of the accident
 * @param part before or after
 * @param folder below the data folder
 * @param utcMs when the entry was made that names the files
 */
public record EvidencePart(long accident, String part, String folder, long utcMs, List<File> files) {
    /** A file as the entry names it. */
    public record File(String name, String sha256, long bytes) {}
}
