package io.pumpwatch.station;

/** What a source says went wrong with one read. */
public enum SampleFault {
    NONE,
    /** The bus, chip or line didn't answer. */
    BUS_ERROR,
    /** It answered, but not with a number. */
    NOT_A_NUMBER
}
