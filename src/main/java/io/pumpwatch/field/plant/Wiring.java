package io.pumpwatch.field.plant;

/** Which contact of a relay the circuit is wired to. */
public enum Wiring {
    /** Closed only while the coil is energised. */
    NORMALLY_OPEN,
    /** Closed only while the coil is not energised. */
    NORMALLY_CLOSED;

    /** Whether the wired contact is closed. */
    public boolean closed(boolean energised) {
        return energised == (this == NORMALLY_OPEN);
    }
}
