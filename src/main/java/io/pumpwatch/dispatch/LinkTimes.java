package io.pumpwatch.dispatch;

/**
 * Times of a link, milliseconds.
 *
 * @param retryBaseMs first retry comes within this
 * @param retryCapMs no retry waits longer than this
 * @param standingRetryMs retry of a fault that a person has to mend, such as a wrong password: seldom, so that it is no
 *     loop, but not never, so that the link comes back when the broker was mended
 * @param connectMs an attempt to connect may take this long
 * @param stableMs a connection that lasted this long lets the retry times start afresh
 * @param readBackMs reading the own retained states may take this long
 * @param readingMs between two publications of all readings
 * @param statusMs between two publications of the status
 * @param proofMs a topic family that went out without proof for this long is a fault
 * @param alarmConfirmMs an alarm that dispatch hasn't confirmed for this long is reported
 * @param stallMs alarm states go out marked "not kept" when their entry isn't durable after this long
 * @param commandWindowMs a command may be this much older or newer than the station's clock
 */
public record LinkTimes(
        long retryBaseMs,
        long retryCapMs,
        long standingRetryMs,
        long connectMs,
        long stableMs,
        long readBackMs,
        long readingMs,
        long statusMs,
        long proofMs,
        long alarmConfirmMs,
        long stallMs,
        long commandWindowMs) {

    /** What the station file's defaults are. */
    public static final LinkTimes DEFAULT =
            new LinkTimes(500, 60_000, 600_000, 10_000, 5_000, 1_000, 10_000, 10_000, 30_000, 15_000, 2_000, 300_000);
}
