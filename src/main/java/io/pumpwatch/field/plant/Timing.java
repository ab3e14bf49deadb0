package io.pumpwatch.field.plant;

/**
 * The plant's own clockwork, all in milliseconds of uptime.
 *
 * @param stepMs integration step, 1 to 100
 * @param sampleMs from one read of a channel to the next, a multiple of {@code stepMs}; contacts also at each change
 * @param keepAliveMs the relay board calls the agent dead when no write came for this long
 * @param pullInMs a contactor's time to close
 * @param dropOutMs and to open
 * @param buttonMs how long a button is held
 */
public record Timing(int stepMs, int sampleMs, int keepAliveMs, int pullInMs, int dropOutMs, int buttonMs) {
    /** @throws IllegalArgumentException if step or sample time can't work */
    public Timing {
        if (stepMs < 1 || stepMs > 100 || sampleMs < stepMs || sampleMs % stepMs != 0) {
            throw new IllegalArgumentException("step " + stepMs + " ms, sample " + sampleMs + " ms");
        }
    }

    /** 10 reads a second; 2.5 s to a dead agent, so that scans at 1 Hz live. */
    public static Timing usual() {
        return new Timing(20, 100, 2500, 60, 40, 800);
    }

    /** The same with another time between reads. */
    public Timing sampledEvery(int ms) {
        return new Timing(stepMs, ms, keepAliveMs, pullInMs, dropOutMs, buttonMs);
    }
}
