package io.pumpwatch.scan;

/** How the horn sounds, the most urgent last. */
public enum HornPattern {
    SILENT,
    /** Three short sounds every five seconds: dispatch hasn't confirmed. */
    UNCONFIRMED,
    /** Steady: an alarm asks. */
    ALARM,
    /** Half a second on, half a second off: accident. */
    ACCIDENT;

    private static final long UNCONFIRMED_PERIOD_MS = 5_000;
    private static final long UNCONFIRMED_SOUNDS_MS = 1_200;
    private static final long SHORT_MS = 200;
    private static final long ACCIDENT_HALF_MS = 500;

    /** Whether the relay is energised at this uptime. */
    public boolean on(long uptimeMs) {
        return switch (this) {
            case SILENT -> false;
            case UNCONFIRMED -> {
                long inPeriod = uptimeMs % UNCONFIRMED_PERIOD_MS;
                yield inPeriod < UNCONFIRMED_SOUNDS_MS && inPeriod / SHORT_MS % 2 == 0;
            }
            case ALARM -> true;
            case ACCIDENT -> uptimeMs / ACCIDENT_HALF_MS % 2 == 0;
        };
    }
}
