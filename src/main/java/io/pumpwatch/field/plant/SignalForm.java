package io.pumpwatch.field.plant;

/** What a channel hands to the agent. */
public enum SignalForm {
    /** 4 to 20 mA over the span. */
    MILLIAMP,
    /** Engineering units. */
    UNITS,
    /** 1 closed, 0 open. */
    CONTACT
}
