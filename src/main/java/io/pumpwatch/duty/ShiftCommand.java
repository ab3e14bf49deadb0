package io.pumpwatch.duty;

/** What is asked about being on duty. */
public sealed interface ShiftCommand extends DutyCommand {
    /** Come on duty. */
    record SignOn() implements ShiftCommand {}

    /** Go off duty. */
    record SignOff() implements ShiftCommand {}
}
