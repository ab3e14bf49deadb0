package io.pumpwatch.field.pi4j;

import io.pumpwatch.field.RetryDelay;
import io.pumpwatch.field.pi4j.Pi4jSettings.Relay;
import org.jspecify.annotations.Nullable;

/**
 * One relay. Its pin is requested together with its first level, so that no other level is ever seen; each scan reads
 * it back. A pin that another process holds is asked for again and again, and gets what is wanted then.
 */
final class RelayOutput {
    private final Relay relay;
    private final GpioPort gpio;
    private GpioPort.@Nullable Line line;
    private RetryDelay retry = RetryDelay.NONE;
    private long tryAtMs = Long.MIN_VALUE;
    private boolean wanted;
    private boolean written;
    private boolean differed;
    private volatile String fault = "";
    private volatile double readBack = Double.NaN;

    RelayOutput(Relay relay, GpioPort gpio) {
        this.relay = relay;
        this.gpio = gpio;
        this.wanted = relay.agentStarting();
    }

    Relay relay() {
        return relay;
    }

    /** Takes the pin with the state of a starting agent. */
    void open(long uptimeMs) {
        drive(uptimeMs);
    }

    void want(boolean energised) {
        wanted = energised;
    }

    /** Drives what is wanted and reads it back. */
    void drive(long uptimeMs) {
        boolean level = relay.level(wanted);
        try {
            if (line == null) {
                if (uptimeMs < tryAtMs) {
                    return;
                }
                line = gpio.output(relay.pin(), level);
                written = level;
            } else if (written != level) {
                line.set(level);
                written = level;
            }
            boolean high = line.high();
            readBack = relay.energised(high) ? 1 : 0;
            boolean differs = high != level;
            if (differs) {
                // Once may be a short circuit's spark; what stays is told.
                line.set(level);
            }
            fault = differs && differed ? "doesn't follow" : "";
            differed = differs;
            retry = RetryDelay.NONE;
        } catch (BusFault broken) {
            fault = broken.words();
            readBack = Double.NaN;
            release();
            retry = retry.failed();
            tryAtMs = uptimeMs + retry.waitMs();
        }
    }

    /** What is wrong, with the pin's name; empty while nothing is. */
    String fault() {
        return fault.isEmpty() ? "" : relay.name() + ": " + fault;
    }

    /** What the pin said of the coil at the last look: 1 energised, 0 not, NaN unknown. Any thread. */
    double readBack() {
        return readBack;
    }

    /** Leaves the relay as a dead agent would have it. */
    void leave() {
        wanted = relay.agentDead();
        if (line != null) {
            drive(Long.MAX_VALUE);
        }
        release();
    }

    private void release() {
        if (line != null) {
            line.release();
            line = null;
        }
    }
}
