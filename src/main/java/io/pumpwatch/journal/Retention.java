package io.pumpwatch.journal;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which whole segments may go: the oldest ones, never the newest.
 *
 * @param keepDays entries younger than this stay
 * @param bytesMax above this the oldest go whatever their age, even past the confirmed cursor
 * @param confirmed how far dispatch has confirmed; by age nothing goes beyond
 * @param neededUtcMs since when an open shift or accident needs its records: that month and all later ones stay, for
 *     whatever reason; {@link Long#MAX_VALUE} if nothing is open
 * @param sinceClockStepMs how long ago the wall clock was stepped; below 24 h nothing goes
 */
public record Retention(int keepDays, long bytesMax, EntryId confirmed, long neededUtcMs, long sinceClockStepMs) {
    private static final long CALM_MS = TimeUnit.HOURS.toMillis(24);

    /**
     * Segments to remove.
     *
     * @param segments how many, the oldest
     * @param upTo the last entry in them
     * @param pastConfirmed whether entries are among them that dispatch hasn't confirmed: an alarm is due
     */
    public record Plan(int segments, EntryId upTo, boolean pastConfirmed) {}

    /** What is to go now, by this clock; empty if nothing. */
    Optional<Plan> plan(View view, long bytes, List<Long> sizes, EntryId oldestSnapshot, Stamp now) {
        if (now.trust() == ClockTrust.UNSET || sinceClockStepMs < CALM_MS) {
            return Optional.empty();
        }
        YearMonth needed = month(Math.min(neededUtcMs, now.utcMs()));
        YearMonth oldest = month(now.utcMs() - TimeUnit.DAYS.toMillis(keepDays));
        long left = bytes;
        int count = 0;
        EntryId upTo = EntryId.NONE;
        for (int i = 0; i + 1 < view.segments().size(); i++) {
            EntryId last = view.segments().get(i + 1).after();
            boolean old = view.segments().get(i).month().isBefore(oldest) && last.compareTo(confirmed) <= 0;
            boolean free = last.compareTo(oldestSnapshot) < 0
                    && (neededUtcMs == Long.MAX_VALUE
                            || view.segments().get(i).month().isBefore(needed));
            if (!free || !(old || left > bytesMax)) {
                break;
            }
            left -= sizes.get(i);
            count++;
            upTo = last;
        }
        return count == 0 ? Optional.empty() : Optional.of(new Plan(count, upTo, upTo.compareTo(confirmed) > 0));
    }

    static List<Long> sizes(View view) {
        List<Long> sizes = new ArrayList<>();
        for (Segment segment : view.segments()) {
            sizes.add(segment.file().toFile().length());
        }
        return sizes;
    }

    private static YearMonth month(long utcMs) {
        return YearMonth.from(Instant.ofEpochMilli(utcMs).atOffset(ZoneOffset.UTC));
    }
}
