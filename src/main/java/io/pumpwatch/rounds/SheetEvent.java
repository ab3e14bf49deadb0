package io.pumpwatch.rounds;

import io.pumpwatch.station.Quality;
import org.jspecify.annotations.Nullable;

/** A round or sheet from due to done or missed; {@code key} names the slot, such as {@code 2026-11-23/morning}. */
public sealed interface SheetEvent extends RoundsEvent {
    /**
     * The timetable of a sheet counts from here: its first day, or its clock was far off.
     *
     * @param throughMs slots that began until then aren't asked for
     * @param skipped slots that nobody watched, for a start after very long
     */
    record TimetableSet(String sheet, long throughMs, long skipped) implements SheetEvent {}

    /** It is due, in this wall time. */
    record SheetDue(String sheet, String rule, String key, long fromMs, long toMs, long lateMs, boolean lasting)
            implements SheetEvent {}

    /** Somebody began. */
    record SheetStarted(String sheet, String key, String by) implements SheetEvent {}

    /**
     * What somebody saw, with the agent's reading beside it.
     *
     * @param agent the instrument's reading at that moment, NaN where there is none to compare
     * @param quality of that reading; null where there is none
     * @param deviates the two differ by more than the tolerance
     */
    record ItemEntered(
            String sheet,
            String key,
            String item,
            Verdict verdict,
            double value,
            String words,
            String location,
            double agent,
            @Nullable Quality quality,
            boolean deviates,
            String by)
            implements SheetEvent {}

    /** Why a number differs from the instrument's reading. */
    record ItemNoted(String sheet, String key, String item, String words, String by) implements SheetEvent {}

    /** An item was left out. */
    record ItemSkipped(String sheet, String key, String item, String reason, String by) implements SheetEvent {}

    /** Somebody signed. */
    record SheetSigned(String sheet, String key, String by) implements SheetEvent {}

    /**
     * All signatures are there.
     *
     * @param late after the window
     * @param lastedMs from the start to the last signature; -1 where no clock can tell
     * @param fast in less than the shortest time
     */
    record SheetDone(String sheet, String rule, String key, boolean late, long lastedMs, boolean fast, int skipped)
            implements SheetEvent {}

    /**
     * Its time is over and it wasn't signed.
     *
     * @param watched false where the agent didn't see the window: it was off, or the clock jumped
     */
    record SheetMissed(String sheet, String rule, String key, boolean watched, boolean started) implements SheetEvent {}

    /** It can't be done any more: the clock was set far back, or the sheet isn't in the station file. */
    record SheetVoided(String sheet, String key, String why) implements SheetEvent {}
}
