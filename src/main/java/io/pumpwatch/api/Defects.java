package io.pumpwatch.api;

import java.util.List;

/**
 * Answer of {@code GET /api/v1/defects}: those that aren't closed, and the last that were.
 *
 * @param zone for the times, by its name
 */
public record Defects(String zone, List<Defect> defects, List<Defect> closed) {
    /**
     * Something that is wrong.
     *
     * @param number counts from 1
     * @param foundAt ISO 8601, UTC
     * @param sheet it was found in; empty where alone
     * @param state found, assigned, handled or closed
     * @param assigned to whom; empty while to nobody
     * @param handledBy empty while it isn't handled
     * @param overdue open for too long
     * @param level who answers for it by now, such as shift-leader
     */
    public record Defect(
            long number,
            String equipment,
            String words,
            String foundBy,
            String foundByName,
            String foundAt,
            String sheet,
            String state,
            String assigned,
            String assignedName,
            String handledBy,
            String handledByName,
            String handled,
            boolean overdue,
            String level) {}
}
