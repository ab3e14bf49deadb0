package io.pumpwatch.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes and goes. */
public sealed interface ShiftEvent extends DutyEvent
        permits ShiftEvent.SignedOn,
                ShiftEvent.SignOnBlocked,
                ShiftEvent.SignedOff,
                ShiftEvent.PresenceAnswered,
                ShiftEvent.PresenceMissed,
                ShiftEvent.TestRecorded,
                ShiftEvent.CrewShort,
                ShiftEvent.CrewComplete,
                RotaEvent,
                BriefingEvent {
    /**
     * Somebody came on duty.
     *
     * @param work kind of work; empty where the station file has none
     * @param missing gear that was missing
     * @param allowedBy the shift leader who allowed it, with the reason; null where nothing was missing
     */
    record SignedOn(
            String person,
            String work,
            List<String> missing,
            @Nullable String allowedBy,
            String reason) implements ShiftEvent {}

    /** Somebody wanted to come on duty and couldn't; {@code why} is the refusal's code. */
    record SignOnBlocked(String person, String work, String why, List<String> missing) implements ShiftEvent {}

    /** Somebody went off duty, or had to. */
    record SignedOff(String person, String why) implements ShiftEvent {}

    /** Somebody on duty showed that they are here. */
    record PresenceAnswered(String person) implements ShiftEvent {}

    /** Somebody on duty hasn't shown it for too long. */
    record PresenceMissed(String person, long silentMs) implements ShiftEvent {}

    /** A test for alcohol. */
    record TestRecorded(String person, double mg, double mgMax, boolean passed, String by) implements ShiftEvent {}

    /**
     * Fewer are on duty than there must be.
     *
     * @param missing those who are due and not here
     */
    record CrewShort(int here, int needed, List<String> missing) implements ShiftEvent {}

    /** There are enough again. */
    record CrewComplete(int here) implements ShiftEvent {}
}
