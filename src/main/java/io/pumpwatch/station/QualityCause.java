package io.pumpwatch.station;

/** Why a reading has its quality. */
public enum QualityCause {
    /** Nothing is wrong. */
    NONE(Ne107.GOOD),
    /** No sample yet since start. */
    WAITING_FOR_INITIAL_DATA(Ne107.FAILURE),
    /** At or below the failure current, long enough to declare it. */
    BROKEN_WIRE(Ne107.FAILURE),
    /** At or above the failure current, long enough to declare it. */
    SHORT_CIRCUIT(Ne107.FAILURE),
    /** In a failure band, not yet long enough to declare it: value held. */
    FAILURE_SUSPECTED(Ne107.OUT_OF_SPECIFICATION),
    /** Between failure and under range: lower than a good transmitter sends. */
    BELOW_RANGE_LIMIT(Ne107.OUT_OF_SPECIFICATION),
    /** Under range by a little; value used. */
    UNDER_RANGE(Ne107.OUT_OF_SPECIFICATION),
    /** Over range by a little; value used. */
    OVER_RANGE(Ne107.OUT_OF_SPECIFICATION),
    /** The transmitter says "at least full span". */
    SATURATED(Ne107.OUT_OF_SPECIFICATION),
    /** The bus or device answered with an error. */
    BUS_ERROR(Ne107.FAILURE),
    /** The converter gave no number. */
    NOT_A_NUMBER(Ne107.FAILURE),
    /** No successful read within the freshness time. */
    NO_FRESH_SAMPLE(Ne107.FAILURE),
    /** No change at all although the process must move. */
    FROZEN(Ne107.FAILURE),
    /** A step that the process can't make. */
    JUMP(Ne107.OUT_OF_SPECIFICATION),
    /** Disagrees with another instrument on the same quantity. */
    DEVIATION(Ne107.OUT_OF_SPECIFICATION),
    /** Entered by a person in place of an instrument. */
    MANUAL(Ne107.MAINTENANCE_REQUIRED),
    /** Taken out of service by a person. */
    OUT_OF_SERVICE(Ne107.FUNCTION_CHECK),
    /** Injected by a drill. */
    DRILL(Ne107.FUNCTION_CHECK);

    private final Ne107 category;

    QualityCause(Ne107 category) {
        this.category = category;
    }

    /** Category after NAMUR NE 107. */
    public Ne107 category() {
        return category;
    }
}
