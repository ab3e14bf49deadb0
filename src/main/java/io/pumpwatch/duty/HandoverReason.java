package io.pumpwatch.duty;

/** Why a side refuses a handover. */
public enum HandoverReason {
    /** The incoming side wasn't told clearly. */
    NOT_TOLD,
    /** The outgoing side: that person has drunk. */
    DRUNK,
    /** The outgoing side: that person is ill. */
    ILL,
    /** The outgoing side: that person is unfit in another way. */
    UNFIT;

    /** Whether it is the incoming side's reason. */
    public boolean incoming() {
        return this == NOT_TOLD;
    }
}
