package io.pumpwatch.interlocks;

/** Names of the alarm conditions that interlocks decide; the tag they stand on is named with each. */
public final class Condition {
    /** On a header or sump instrument: pressure swung wider than allowed, starts are inhibited (P3). */
    public static final String SWING = "SWING";
    /** On a header or tank instrument: tripped. */
    public static final String TRIP = "TRIP";
    /** On a running contact: the trip didn't open it. */
    public static final String TRIP_FAILED = "TRIP-FAILED";
    /** On a running contact: stopped and nobody has said why. */
    public static final String UNEXPECTED_STOP = "UNEXPECTED-STOP";
    /** On a running contact: started although the permit was off. */
    public static final String AGAINST_INHIBIT = "AGAINST-INHIBIT";
    /** On a header instrument: settled and not at pressure. */
    public static final String NO_PRESSURE = "NO-PRESSURE";
    /** On a header instrument: pressure or current is there, every running contact says no. */
    public static final String CONTACT_DISAGREES = "CONTACT-DISAGREES";
    /** On a sump level: lost while draining or in flood mode. */
    public static final String LEVEL_LOST = "LOST";
    /** On a sump level: the gauge reading asked for didn't come. */
    public static final String GAUGE_OVERDUE = "GAUGE-OVERDUE";
    /** On a float: float and transmitter disagree. */
    public static final String FLOAT_DISAGREES = "DISAGREES";
    /** On a sump level: rises too fast. */
    public static final String RISE = "RISE";
    /** On a sump level: overflows soon. */
    public static final String OVERFLOW_SOON = "OVERFLOW-SOON";
    /** On a running contact: the pump runs, level and flow don't answer. */
    public static final String NO_ANSWER = "NO-ANSWER";
    /** On a running contact: the pump couldn't start now (D3). */
    public static final String NOT_READY = "NOT-READY";

    private Condition() {}
}
