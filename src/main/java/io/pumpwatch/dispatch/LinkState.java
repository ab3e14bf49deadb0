package io.pumpwatch.dispatch;

/**
 * Where the link stands.
 *
 * <pre>
 *              DUE                  UP                     READ_BACK
 *  WAITING ---------> CONNECTING ---------> READING_BACK -----------> LIVE
 *    ^  ^                |    |                  |                     |
 *    |  +----FAILED------+    | DENIED           | LOST                | LOST
 *    |                        v                  |                     |
 *    |                      FAULT --DUE--> CONNECTING                  |
 *    +-------------------------------------------+---------------------+
 *  any --STOP--> STOPPED
 * </pre>
 */
public enum LinkState {
    /** Until the next attempt. */
    WAITING,
    /** An attempt runs. */
    CONNECTING,
    /** Connected; the own retained alarm states come in. */
    READING_BACK,
    /** Alarm states and entries go out. */
    LIVE,
    /** The broker said no in a way that a person has to mend; tried again seldom. */
    FAULT,
    /** For good. */
    STOPPED;

    /** What can happen to a link. */
    public enum Cue {
        /** The time to try has come. */
        DUE,
        /** Connected. */
        UP,
        /** The attempt failed or took too long. */
        FAILED,
        /** The attempt was refused for a standing reason. */
        DENIED,
        /** The own retained states are known, or their time is over. */
        READ_BACK,
        /** The connection is gone. */
        LOST,
        /** The agent stops. */
        STOP
    }

    /**
     * The next state.
     *
     * @throws IllegalStateException where the cue can't come in this state
     */
    public LinkState after(Cue cue) {
        if (cue == Cue.STOP) {
            return STOPPED;
        }
        LinkState next = switch (this) {
            case WAITING, FAULT -> cue == Cue.DUE ? CONNECTING : null;
            case CONNECTING ->
                switch (cue) {
                    case UP -> READING_BACK;
                    case FAILED -> WAITING;
                    case DENIED -> FAULT;
                    default -> null;
                };
            case READING_BACK -> cue == Cue.READ_BACK ? LIVE : cue == Cue.LOST ? WAITING : null;
            case LIVE -> cue == Cue.LOST ? WAITING : null;
            case STOPPED -> null;
        };
        if (next == null) {
            throw new IllegalStateException(cue + " can't come in " + this);
        }
        return next;
    }

    /** Whether there is a connection. */
    public boolean connected() {
        return this == READING_BACK || this == LIVE;
    }
}
