package io.pumpwatch.field.replay;

import io.pumpwatch.station.Tag;

/**
 * One column of a recording and the instrument that it stands for. The sample's value is {@code cell * gain + offset}.
 *
 * @param tag the instrument
 * @param column as the header writes it
 * @param unit of the cells, for messages only: gain and offset already turn it into the channel's unit
 * @param gain finite, not 0
 * @param offset finite, in the channel's unit
 */
public record ReplayColumn(Tag tag, String column, String unit, double gain, double offset) {
    /** @throws IllegalArgumentException if gain or offset can't scale anything */
    public ReplayColumn {
        if (!Double.isFinite(gain) || gain == 0 || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(tag + ": gain " + gain + ", offset " + offset);
        }
    }

    /** A column that comes in the channel's own unit. */
    public static ReplayColumn plain(Tag tag, String column) {
        return new ReplayColumn(tag, column, "", 1, 0);
    }
}
