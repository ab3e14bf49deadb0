package io.pumpwatch.api;

import java.util.List;

/** Answer of {@code GET /api/v1/visitors}: the authorised list, and who is inside. */
public record Visitors(String zone, List<Approved> approved, List<Inside> inside) {
    /**
     * Somebody from outside who may come in, escorted.
     *
     * @param until last day
     */
    public record Approved(String name, String until, String reason, String by) {}

    /**
     * Somebody inside.
     *
     * @param listed false for an outsider
     * @param escort empty for an outsider
     */
    public record Inside(long number, String name, boolean listed, String escort, String reason, String since) {}
}
