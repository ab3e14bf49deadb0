package io.pumpwatch.station;

/** Status categories after NAMUR NE 107, the gravest first. */
public enum Ne107 {
    FAILURE,
    FUNCTION_CHECK,
    OUT_OF_SPECIFICATION,
    MAINTENANCE_REQUIRED,
    GOOD;

    /** The graver of the two. */
    public Ne107 orGraver(Ne107 other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
