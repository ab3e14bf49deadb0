package io.pumpwatch.duty;

/** Who comes and goes. */
public sealed interface ShiftEvent extends DutyEvent {
    /** Somebody came on duty. */
    record SignedOn(String person) implements ShiftEvent {}

    /** Somebody went off duty. */
    record SignedOff(String person) implements ShiftEvent {}
}
