package io.pumpwatch.station;

/** Priority of an alarm after ISA-18.2, the most urgent first. Not its severity and not its state. */
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
