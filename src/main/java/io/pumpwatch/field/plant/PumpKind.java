package io.pumpwatch.field.plant;

/** What a pump feeds. */
public enum PumpKind {
    /** Emulsion header with accumulator and unloading valve. */
    EMULSION,
    /** Spray nozzles. */
    SPRAY,
    /** From the sump up to the outlet. */
    DRAINAGE
}
