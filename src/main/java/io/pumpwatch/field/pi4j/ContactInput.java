package io.pumpwatch.field.pi4j;

import io.pumpwatch.field.RetryDelay;
import io.pumpwatch.field.pi4j.Pi4jSettings.Contact;
import io.pumpwatch.station.Sample;
import org.jspecify.annotations.Nullable;

/** One contact, looked at in each scan; edges only wake the scan, since who waits for them may die unseen. */
final class ContactInput {
    private final Contact contact;
    private final GpioPort gpio;
    /** Who waits for edges looks at it too. */
    private volatile GpioPort.@Nullable Line line;

    private @Nullable Debounce debounce;
    private RetryDelay retry = RetryDelay.NONE;
    private long tryAtMs = Long.MIN_VALUE;
    private long number;
    private volatile String fault = "";

    ContactInput(Contact contact, GpioPort gpio) {
        this.contact = contact;
        this.gpio = gpio;
    }

    Sample read(long uptimeMs) {
        number++;
        try {
            GpioPort.Line ours = line;
            if (ours == null) {
                if (uptimeMs < tryAtMs) {
                    return Sample.failed(contact.tag(), number, uptimeMs);
                }
                ours = gpio.input(contact.pin(), contact.pull());
                line = ours;
            }
            boolean closed = ours.high() != contact.closedIsLow();
            Debounce before = debounce;
            Debounce after = before == null
                    ? Debounce.first(closed, uptimeMs)
                    : before.seen(closed, uptimeMs, contact.debounceMs());
            debounce = after;
            retry = RetryDelay.NONE;
            fault = "";
            return Sample.of(contact.tag(), number, uptimeMs, after.stable() ? 1 : 0);
        } catch (BusFault broken) {
            fault = broken.words();
            release();
            retry = retry.failed();
            tryAtMs = uptimeMs + retry.waitMs();
            return Sample.failed(contact.tag(), number, uptimeMs);
        }
    }

    /** What is wrong, with the pin's name; empty while nothing is. */
    String fault() {
        return fault.isEmpty() ? "" : "gpio/" + contact.pin() + " " + contact.tag() + ": " + fault;
    }

    GpioPort.@Nullable Line line() {
        return line;
    }

    Contact contact() {
        return contact;
    }

    void release() {
        GpioPort.Line ours = line;
        if (ours != null) {
            line = null;
            ours.release();
        }
        debounce = null;
    }
}
