package io.pumpwatch.duty;

/**
 * What of the duty book isn't kept over a restart.
 *
 * @param believedUtcMs wall time of the first scan with a clock that could be believed; {@link #NEVER} before it
 * @param today what the calendar says
 */
public record DutyMemory(Musters.Memory muster, Doors.Memory door, long believedUtcMs, Today today) {
    static final long NEVER = Long.MAX_VALUE;

    /** Of a start. */
    public static final DutyMemory EMPTY = new DutyMemory(Musters.Memory.START, Doors.Memory.START, NEVER, Today.NEVER);
}
