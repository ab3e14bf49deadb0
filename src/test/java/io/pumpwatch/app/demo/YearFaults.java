package io.pumpwatch.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What fails in a simulated year, drawn by seed: the agent restarts, power is away for hours, the clock comes back
 * unset, the way to dispatch is cut. No long cut touches a change of crews: what people do then is the calendar's.
 */
final class YearFaults {
    static final long MINUTE_MS = 60_000;
    private static final int RESTART_MAX = 4;
    private static final int CUT_MIN = 20;

    /** Minutes of the day within which power may be away. */
    private static final List<int[]> WINDOWS =
            List.of(new int[] {70, 350}, new int[] {545, 835}, new int[] {1_040, 1_195});

    private final List<Cut> cuts = new ArrayList<>();
    private final List<long[]> links = new ArrayList<>();

    /**
     * The agent is away. All in true time, whatever any clock says.
     *
     * @param fromMs first moment without a scan
     * @param toMs first scan afterwards
     * @param unsetMs for so long afterwards nobody has set the clock
     * @param behindMs how old the time was that the clock came back with, when the cut began
     */
    record Cut(long fromMs, long toMs, boolean clean, long unsetMs, long behindMs) {
        /** Whether people gave up what they were about to enter; else they wait a moment. */
        boolean lasts() {
            return toMs - fromMs >= CUT_MIN * MINUTE_MS;
        }

        boolean holds(long atMs) {
            return atMs >= fromMs && atMs < toMs;
        }
    }

    YearFaults(long seed, LocalDate first, int days, ZoneId zone) {
        Random dice = new Random(seed);
        // The first days and the last one are whole.
        for (LocalDate date = first.plusDays(2); date.isBefore(first.plusDays(days - 1L)); date = date.plusDays(1)) {
            long midnightMs = date.atStartOfDay(zone).toInstant().toEpochMilli();
            if (dice.nextInt(4) == 0) {
                int from = dice.nextInt(1_430);
                add(midnightMs, from, from + 1 + dice.nextInt(RESTART_MAX), dice.nextBoolean(), 0, 0);
            }
            int[] window = WINDOWS.get(dice.nextInt(WINDOWS.size()));
            int from = window[0] + dice.nextInt(window[1] - window[0] - CUT_MIN);
            int to = from + CUT_MIN + dice.nextInt(window[1] - from - CUT_MIN + 1);
            boolean rains = YearWater.pours(date, 13 * 60) && to > 12 * 60 + 50;
            boolean night = window[0] < 120;
            // Nobody signs anything between one and half past four.
            int unset = night && to < 250 ? 3 + dice.nextInt(13) : 0;
            if (dice.nextInt(4) == 0 && !rains) {
                add(midnightMs, from, to, dice.nextInt(4) == 0, unset, dice.nextInt(60));
            }
            if (dice.nextInt(6) == 0) {
                long cutMs = midnightMs + dice.nextInt(1_200) * MINUTE_MS;
                links.add(new long[] {cutMs, cutMs + (5 + dice.nextInt(175)) * MINUTE_MS});
            }
        }
    }

    private void add(long midnightMs, int from, int to, boolean clean, int unset, int behind) {
        long fromMs = midnightMs + from * MINUTE_MS;
        // A Pi without anything that remembers the time comes back in 1970.
        long behindMs = unset % 3 == 1 ? fromMs : behind * MINUTE_MS;
        Cut cut = new Cut(fromMs, midnightMs + to * MINUTE_MS, clean, unset * MINUTE_MS, behindMs);
        Cut last = cuts.isEmpty() ? null : cuts.get(cuts.size() - 1);
        if (last == null || cut.fromMs() > last.toMs() + last.unsetMs() + MINUTE_MS) {
            cuts.add(cut);
        }
    }

    List<Cut> cuts() {
        return List.copyOf(cuts);
    }

    /** The cut that holds a moment, or null. */
    @Nullable
    Cut at(long trueMs) {
        return cuts.stream().filter(cut -> cut.holds(trueMs)).findFirst().orElse(null);
    }

    /** Whether something that begins at this moment is given up. */
    boolean givenUp(long trueMs) {
        Cut cut = at(trueMs);
        return cut != null && cut.lasts();
    }

    /** What the way to dispatch says of itself; empty while it is well. */
    String link(long trueMs) {
        return links.stream().anyMatch(each -> trueMs >= each[0] && trueMs < each[1]) ? "the broker is silent" : "";
    }

    /** Cuts that hide the change of pumps from ten to three minutes past, from its begin to its end or in part. */
    int changes(ZoneId zone, boolean whole) {
        int count = 0;
        for (Cut cut : cuts) {
            ZonedDateTime from = Instant.ofEpochMilli(cut.fromMs()).atZone(zone);
            ZonedDateTime to = Instant.ofEpochMilli(cut.toMs()).atZone(zone);
            ZonedDateTime change = from.toLocalDate().atTime(10, 0).atZone(zone);
            boolean all = !from.isAfter(change) && to.isAfter(change.plusMinutes(3));
            boolean some = from.isBefore(change.plusMinutes(4)) && to.isAfter(change);
            count += (whole ? all : some) ? 1 : 0;
        }
        return count;
    }
}
