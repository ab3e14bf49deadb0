package io.pumpwatch.field.plant;

/** What can go wrong with one pump and its start circuit. */
public enum PumpFault {
    /** The contactor's contacts have welded: once closed it stays closed, whatever its coil says. */
    WELDED,
    /** The contactor doesn't pull in. */
    START_FAILS,
    /** Selector off remote: not available, doesn't start, goes on running. */
    LOCAL,
    /** Motor protection has tripped: stops, not available. */
    OVERLOAD,
    /** Discharge valve closed: it runs and moves nothing. */
    VALVE_CLOSED,
    /** Somebody has bridged the permit contact. */
    PERMIT_BRIDGED;

    /** As scripts write it. */
    public String word() {
        return Words.of(this);
    }
}
