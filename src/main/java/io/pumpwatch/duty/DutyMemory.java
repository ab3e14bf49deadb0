package io.pumpwatch.duty;

/** What of the duty book isn't kept over a restart. */
public record DutyMemory() {
    /** Of a start. */
    public static final DutyMemory EMPTY = new DutyMemory();
}
