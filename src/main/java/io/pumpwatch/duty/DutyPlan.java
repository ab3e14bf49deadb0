package io.pumpwatch.duty;

/** What the station file says of people and shifts. */
public record DutyPlan() {
    /** Of a station file that says nothing about it. */
    public static final DutyPlan STANDARD = new DutyPlan();
}
