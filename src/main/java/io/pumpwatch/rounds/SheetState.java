package io.pumpwatch.rounds;

import io.pumpwatch.station.Quality;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of the station file; a fold of {@link SheetEvent}s.
 *
 * @param throughMs slots that began until then have been asked for; {@link #NEVER} before the first
 * @param open the one that is due or in progress
 * @param past the last ones that are over, oldest first, at most {@link #PAST_MAX}
 * @param lastDone when it was last done, if ever
 */
public record SheetState(
        long throughMs,
        @Nullable Run open,
        List<Past> past,
        @Nullable Stamp lastDone) {
    /** No slot yet. */
    public static final long NEVER = -1;

    /** So many are shown and known by their key. */
    public static final int PAST_MAX = 12;

    static final SheetState NEW = new SheetState(NEVER, null, List.of(), null);

    /** How it ended. */
    public enum Outcome {
        DONE,
        DONE_LATE,
        MISSED,
        VOID
    }

    /**
     * One that is due or in progress.
     *
     * @param started null while nobody has begun
     * @param answers by item
     * @param signed when each person signed
     */
    public record Run(
            String key,
            long fromMs,
            long toMs,
            long lateMs,
            boolean lasting,
            Stamp opened,
            @Nullable Stamp started,
            SortedMap<String, Answer> answers,
            SortedMap<String, Stamp> signed) {
        Run started(Stamp at) {
            return new Run(key, fromMs, toMs, lateMs, lasting, opened, started == null ? at : started, answers, signed);
        }

        Run with(String item, Answer answer) {
            SortedMap<String, Answer> next = new TreeMap<>(answers);
            next.put(item, answer);
            return new Run(key, fromMs, toMs, lateMs, lasting, opened, started, next, signed);
        }

        Run signed(String by, Stamp at) {
            SortedMap<String, Stamp> next = new TreeMap<>(signed);
            next.put(by, at);
            return new Run(key, fromMs, toMs, lateMs, lasting, opened, started, answers, next);
        }
    }

    /**
     * What was answered.
     *
     * @param value NaN where no number was asked
     * @param agent the instrument's reading beside it, NaN where there is none
     * @param note why the two differ; needed before signing where they deviate
     */
    public record Answer(
            Verdict verdict,
            double value,
            String words,
            double agent,
            @Nullable Quality quality,
            boolean deviates,
            String note,
            String by,
            Stamp at) {
        Answer noted(String words2) {
            return new Answer(verdict, value, words, agent, quality, deviates, words2, by, at);
        }
    }

    /** One that is over. */
    public record Past(String key, long fromMs, Outcome outcome, boolean fast, List<String> signed, Stamp at) {}

    /** Whether the last one was missed, until the next is due. */
    public boolean missed() {
        return open == null && !past.isEmpty() && past.get(past.size() - 1).outcome() == Outcome.MISSED;
    }

    /** Whether the last one was done and this person signed it. */
    boolean signedLast(String person) {
        Past last = past.isEmpty() ? null : past.get(past.size() - 1);
        if (last == null) {
            return false;
        }
        boolean done = last.outcome() == Outcome.DONE || last.outcome() == Outcome.DONE_LATE;
        return done && last.signed().contains(person);
    }

    /** Whether a slot of that key is over. */
    boolean knows(String key) {
        return past.stream().anyMatch(each -> each.key().equals(key) && each.outcome() != Outcome.VOID);
    }

    SheetState through(long ms) {
        return new SheetState(ms, open, past, lastDone);
    }

    SheetState opened(Run run) {
        return new SheetState(Math.max(throughMs, run.fromMs()), run, past, lastDone);
    }

    SheetState with(Run run) {
        return new SheetState(throughMs, run, past, lastDone);
    }

    SheetState over(Run run, Outcome outcome, boolean fast, Stamp at) {
        List<Past> next = new ArrayList<>(past);
        next.add(new Past(
                run.key(), run.fromMs(), outcome, fast, List.copyOf(run.signed().keySet()), at));
        boolean done = outcome == Outcome.DONE || outcome == Outcome.DONE_LATE;
        return new SheetState(
                throughMs,
                null,
                List.copyOf(next.subList(Math.max(0, next.size() - PAST_MAX), next.size())),
                done ? at : lastDone);
    }
}
