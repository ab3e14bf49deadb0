package io.pumpwatch.duty;

/**
 * What the station file says of people and shifts.
 *
 * @param accidentConfirmMs an accident that no shift leader has confirmed in this time is an alarm
 */
public record DutyPlan(HandoverPlan handover, long accidentConfirmMs) {
    /** Of a station file that says nothing about it. */
    public static final DutyPlan STANDARD = new DutyPlan(HandoverPlan.STANDARD, 120_000);
}
