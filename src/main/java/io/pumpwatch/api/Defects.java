package io.pumpwatch.api;

import java.util.List;

/**
 * Defects that aren't closed.
 *
 * @param zone for the times, by its name
 */
public record Defects(String zone, List<Defect> defects) {
    /**
     * Something that is wrong.
     *
     * @param number counts from 1
     * @param foundAt ISO 8601, UTC
     */
    public record Defect(long number, String equipment, String words, String foundBy, String foundAt) {}
}
