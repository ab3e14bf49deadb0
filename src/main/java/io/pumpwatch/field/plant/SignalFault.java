package io.pumpwatch.field.plant;

/** What can go wrong between the process and the agent's input. */
public enum SignalFault {
    /** 0 to 3.4 mA; an open contact; no number where units come. */
    BROKEN_WIRE,
    /** 21.3 to 24 mA; a closed contact; no number where units come. */
    SHORT,
    /** 20.7 mA or full span, whatever the process does. */
    SATURATED,
    /** The last output again and again; a float that sticks. */
    FROZEN,
    /** Rough by 5 % of the span; a contact that bounces. */
    NOISE,
    /** Off by 30 % of the span from one read to the next; a contact turned over. */
    JUMP,
    /** Off by 0.2 % of the span more each second, up to half of it. */
    DRIFT,
    /** Each read fails. */
    BUS_ERROR,
    /** No read at all. */
    SILENT;

    /** As scripts write it. */
    public String word() {
        return Words.of(this);
    }
}
