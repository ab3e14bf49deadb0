package io.pumpwatch.station;

/**
 * One read of one channel as the source gave it.
 *
 * @param tag instrument or contact
 * @param number counts the source's reads of this channel, so that each sample counts once whatever the scan rate
 * @param uptimeMs when it was read
 * @param value mA for a current loop, engineering units for a channel that comes scaled, 1 closed or 0 open for a
 *     contact; meaningless when {@code fault} isn't NONE
 * @param fault what went wrong, if anything
 */
public record Sample(Tag tag, long number, long uptimeMs, double value, SampleFault fault) {
    /** A read that worked; a value that isn't finite becomes NOT_A_NUMBER. */
    public static Sample of(Tag tag, long number, long uptimeMs, double value) {
        return new Sample(
                tag, number, uptimeMs, value, Double.isFinite(value) ? SampleFault.NONE : SampleFault.NOT_A_NUMBER);
    }

    /** A read that failed. */
    public static Sample failed(Tag tag, long number, long uptimeMs) {
        return new Sample(tag, number, uptimeMs, 0, SampleFault.BUS_ERROR);
    }
}
