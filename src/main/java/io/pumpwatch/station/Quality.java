package io.pumpwatch.station;

/** How far a reading can be believed, after OPC UA's status groups. */
public enum Quality {
    GOOD,
    UNCERTAIN,
    BAD
}
