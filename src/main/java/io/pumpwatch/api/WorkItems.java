package io.pumpwatch.api;

import java.util.List;

/**
 * Answer of {@code GET /api/v1/work}: what alarms ask to be handled.
 *
 * @param zone for the times, by its name
 */
public record WorkItems(String zone, List<Item> items) {
    /**
     * Work that nobody has handled.
     *
     * @param point alarm that opened it
     * @param level who answers for it by now: operator, shift-leader, chief or dispatch
     */
    public record Item(long number, String point, String name, String since, String level) {}
}
