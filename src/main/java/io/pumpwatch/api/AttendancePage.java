package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/attendance?from=2026-11-01&days=30}: who came when.
 *
 * @param unplaced times on duty that no clock can place: they count as unknown
 */
public record AttendancePage(String zone, List<Row> rows, int unplaced) {
    /**
     * One person in one shift.
     *
     * @param shift what the slot is called: its date and shift
     * @param kept present, late, absent, excused, extra or awaited
     * @param on first signing on, or null
     * @param paper whether some of it was typed in from paper
     */
    public record Row(
            String slot,
            String shift,
            String person,
            String name,
            String kept,
            @Nullable String on,
            long lateMinutes,
            long workedMinutes,
            long overtimeMinutes,
            boolean paper) {}
}
