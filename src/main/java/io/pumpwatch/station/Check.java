package io.pumpwatch.station;

/** Answer to "is the condition of this alarm present?". */
public enum Check {
    ABSENT,
    PRESENT,
    /** Can't be judged now: nothing is raised, cleared or acknowledged, running delays stand still. */
    HELD;

    /** PRESENT or ABSENT. */
    public static Check of(boolean present) {
        return present ? PRESENT : ABSENT;
    }
}
