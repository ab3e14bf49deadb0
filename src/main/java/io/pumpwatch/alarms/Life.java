package io.pumpwatch.alarms;

/**
 * Where an alarm stands in its life, after ISA-18.2. Shelved, suppressed and out of service stand beside it, never in
 * it.
 *
 * <pre>
 *            RAISE                ACKNOWLEDGE
 *  NORMAL ----------> UNACKED ------------------> ACKED
 *    ^  ^               |  ^ RAISE                  | RETURN
 *    |  | ACKNOWLEDGE   |  |                        v
 *    |  +---------- RTN_UNACKED <-RETURN-    NORMAL, or LATCHED_ACKED
 *    |                                              | RESET
 *    +----------------------------------------------+
 * </pre>
 */
public enum Life {
    NORMAL,
    /** The process is abnormal and nobody has acknowledged. */
    UNACKED,
    /** The process is abnormal, somebody has acknowledged. */
    ACKED,
    /** The process is normal again, nobody has acknowledged. */
    RTN_UNACKED,
    /** The process is normal again, the latch holds the alarm, nobody has acknowledged. */
    LATCHED_UNACKED,
    /** The process is normal again, the latch holds the alarm until a reset. */
    LATCHED_ACKED;

    /** Whether the process is abnormal. */
    public boolean abnormal() {
        return this == UNACKED || this == ACKED;
    }

    /** Whether it asks for an acknowledgement. */
    public boolean asks() {
        return this == UNACKED || this == RTN_UNACKED || this == LATCHED_UNACKED;
    }

    /** Whether the latch holds it. */
    public boolean latched() {
        return this == LATCHED_UNACKED || this == LATCHED_ACKED;
    }

    /**
     * The next state; the same one where the cue means nothing here.
     *
     * @param latching whether this point latches
     */
    public Life after(Cue cue, boolean latching) {
        return switch (cue) {
            case RAISE -> abnormal() ? this : UNACKED;
            case RETURN -> returned(latching);
            case ACKNOWLEDGE -> acknowledged();
            case REALARM -> this == ACKED ? UNACKED : this;
            case RESET -> this == LATCHED_ACKED ? NORMAL : this;
            case UNMASK -> abnormal() ? UNACKED : this;
            case FORGET -> abnormal() ? this : NORMAL;
        };
    }

    private Life returned(boolean latching) {
        return switch (this) {
            case UNACKED -> latching ? LATCHED_UNACKED : RTN_UNACKED;
            case ACKED -> latching ? LATCHED_ACKED : NORMAL;
            default -> this;
        };
    }

    private Life acknowledged() {
        return switch (this) {
            case UNACKED -> ACKED;
            case RTN_UNACKED -> NORMAL;
            case LATCHED_UNACKED -> LATCHED_ACKED;
            default -> this;
        };
    }

    /** What moves an alarm. */
    public enum Cue {
        /** The condition has held for the on-delay. */
        RAISE,
        /** Back through the deadband for the off-delay. */
        RETURN,
        ACKNOWLEDGE,
        /** The re-alarm time has passed, or a more severe limit of the same tag came. */
        REALARM,
        /** A person resets the latch. */
        RESET,
        /** A shelf or an out-of-service mark ends. */
        UNMASK,
        /** A suppression by design ends, and what came under it is over: it asks for nothing. */
        FORGET
    }
}
