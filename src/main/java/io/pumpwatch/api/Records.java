package io.pumpwatch.api;

import java.util.List;

/**
 * Answer of {@code GET /api/v1/records}: a report as tables of texts.
 *
 * @param about lines that stand above the tables
 */
public record Records(String kind, String title, List<String> about, List<Table> tables) {
    /** All kinds, in the order in which people are shown them. */
    public static final List<String> KINDS =
            List.of("shift", "day", "handover", "attendance", "summary", "rules", "capacity", "trip", "jobs", "events");

    /** One table; every row has as many cells as there are columns. */
    public record Table(String title, List<String> columns, List<List<String>> rows) {}
}
