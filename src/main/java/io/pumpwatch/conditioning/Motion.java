package io.pumpwatch.conditioning;

import io.pumpwatch.station.Tag;
import java.util.Map;

/**
 * What the value did lately: whether it jumped and whether it stands still where it must move.
 *
 * @param last last value taken for true; NaN before the first
 * @param lastUptimeMs when
 * @param candidate where a jump went; NaN while there is none
 * @param candidates samples in a row that agreed with the candidate
 * @param stillSince since when the raw sample hasn't changed while it had to move; -1 while it needn't
 * @param stillAt that raw sample
 */
record Motion(double last, long lastUptimeMs, double candidate, int candidates, long stillSince, double stillAt) {
    static final Motion NONE = new Motion(Double.NaN, 0, Double.NaN, 0, -1, Double.NaN);

    /** This many samples around the new place make a jump the truth. */
    static final int CONFIRM_SAMPLES = 3;

    /** After a sample whose value may be used. */
    Motion after(InstrumentPlan plan, double value, long uptimeMs) {
        boolean fits =
                plan.jumpPerSecond() <= 0 || Double.isNaN(last) || reachable(plan, last, lastUptimeMs, value, uptimeMs);
        if (fits) {
            return new Motion(value, uptimeMs, Double.NaN, 0, stillSince, stillAt);
        }
        boolean agrees =
                !Double.isNaN(candidate) && Math.abs(value - candidate) <= plan.jumpPerSecond() * CONFIRM_SAMPLES;
        int count = agrees ? candidates + 1 : 1;
        if (count >= CONFIRM_SAMPLES) {
            return new Motion(value, uptimeMs, Double.NaN, 0, stillSince, stillAt);
        }
        return new Motion(last, lastUptimeMs, agrees ? candidate : value, count, stillSince, stillAt);
    }

    private static boolean reachable(InstrumentPlan plan, double from, long fromMs, double to, long toMs) {
        // A second at least: two samples a few ms apart may differ by noise alone.
        double seconds = Math.max(1.0, (toMs - fromMs) / 1000.0);
        return Math.abs(to - from) <= plan.jumpPerSecond() * seconds;
    }

    /** Whether the newest sample is a jump that isn't confirmed yet. */
    boolean jumped() {
        return candidates > 0;
    }

    /** After looking whether the process had to move, by the contacts as the scan before left them. */
    Motion watched(InstrumentPlan plan, double raw, Map<Tag, InstrumentMemory> before, long uptimeMs) {
        if (!mustMove(plan, before)) {
            return still(-1, Double.NaN);
        }
        return raw == stillAt ? this : still(uptimeMs, raw);
    }

    private static boolean mustMove(InstrumentPlan plan, Map<Tag, InstrumentMemory> before) {
        if (plan.frozenMs() > 0) {
            for (Tag tag : plan.movesWith()) {
                InstrumentMemory contact = before.get(tag);
                if (contact != null && contact.reading().closed()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Motion still(long since, double at) {
        if (since == stillSince && Double.compare(at, stillAt) == 0) {
            return this;
        }
        return new Motion(last, lastUptimeMs, candidate, candidates, since, at);
    }

    /** Whether the value stands still although the process moves. */
    boolean frozen(InstrumentPlan plan, long uptimeMs) {
        return stillSince >= 0 && uptimeMs - stillSince >= plan.frozenMs();
    }
}
