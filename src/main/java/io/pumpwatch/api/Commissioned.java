package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/commissioned}: instruments on current loops and their last commissioning sheet.
 *
 * @param zone for the times, by its name
 */
public record Commissioned(String zone, List<Instrument> instruments) {
    /**
     * An instrument.
     *
     * @param expected what it must show at 4, 8, 12, 16 and 20 mA
     * @param done null where there is no sheet yet
     * @param due when the next one is due
     * @param proven alarm that was proven from end to end
     */
    public record Instrument(
            String tag,
            String name,
            String unit,
            List<Double> expected,
            @Nullable String done,
            @Nullable String by,
            @Nullable String byName,
            @Nullable Double errorPercent,
            @Nullable String proven,
            @Nullable String due,
            boolean overdue) {}
}
