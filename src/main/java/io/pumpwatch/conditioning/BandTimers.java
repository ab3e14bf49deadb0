package io.pumpwatch.conditioning;

import io.pumpwatch.conditioning.Bands.Band;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading.Use;

/**
 * Since when the current has been where it can't stay. A current that wanders between a failure band and its neighbour
 * runs the neighbour's longer timer on, so that wandering never hides a fault. Uptimes in ms; {@link #NOT} means
 * "isn't".
 */
record BandTimers(long failLowSince, long lowSince, long failHighSince, long highSince) {
    static final long NOT = -1;
    static final BandTimers IDLE = new BandTimers(NOT, NOT, NOT, NOT);

    /** The timers after a sample in this band. */
    BandTimers after(Band band, long uptimeMs) {
        if (band == Band.MEASURING
                && failLowSince == NOT
                && failHighSince == NOT
                && lowSince == NOT
                && highSince == NOT) {
            return this;
        }
        return new BandTimers(
                runs(failLowSince, band == Band.FAIL_LOW, uptimeMs),
                runs(lowSince, band.compareTo(Band.UNDER_RANGE) < 0, uptimeMs),
                runs(failHighSince, band == Band.FAIL_HIGH, uptimeMs),
                runs(highSince, band.compareTo(Band.OVER_RANGE) > 0, uptimeMs));
    }

    private static long runs(long since, boolean on, long uptimeMs) {
        if (!on) {
            return NOT;
        }
        return since == NOT ? uptimeMs : since;
    }

    /** What a sample in this band is worth now, after {@link #after}. */
    Worth judge(Bands bands, Band band, long uptimeMs) {
        if (lasted(failLowSince, bands.failureDelayMs(), uptimeMs)) {
            return new Worth(Quality.BAD, QualityCause.BROKEN_WIRE, Use.HELD);
        }
        if (lasted(failHighSince, bands.failureDelayMs(), uptimeMs)) {
            return new Worth(Quality.BAD, QualityCause.SHORT_CIRCUIT, Use.HELD);
        }
        if (lasted(lowSince, bands.limitDelayMs(), uptimeMs)) {
            return new Worth(Quality.BAD, QualityCause.BELOW_RANGE_LIMIT, Use.HELD);
        }
        if (lasted(highSince, bands.limitDelayMs(), uptimeMs)) {
            return new Worth(Quality.BAD, QualityCause.SATURATED, Use.HELD);
        }
        return switch (band) {
            case FAIL_LOW, FAIL_HIGH -> new Worth(Quality.UNCERTAIN, QualityCause.FAILURE_SUSPECTED, Use.HELD);
            case BELOW_LIMIT -> new Worth(Quality.UNCERTAIN, QualityCause.BELOW_RANGE_LIMIT, Use.HELD);
            case UNDER_RANGE -> new Worth(Quality.UNCERTAIN, QualityCause.UNDER_RANGE, Use.USED);
            case MEASURING -> Worth.FULL;
            case OVER_RANGE -> new Worth(Quality.UNCERTAIN, QualityCause.OVER_RANGE, Use.USED);
            case SATURATED -> new Worth(Quality.UNCERTAIN, QualityCause.SATURATED, Use.AT_LEAST);
        };
    }

    private static boolean lasted(long since, long delayMs, long uptimeMs) {
        return since != NOT && uptimeMs - since >= delayMs;
    }

    /** What a sample is worth. */
    record Worth(Quality quality, QualityCause cause, Use use) {
        static final Worth FULL = new Worth(Quality.GOOD, QualityCause.NONE, Use.USED);
    }
}
