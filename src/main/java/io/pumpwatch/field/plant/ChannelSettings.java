package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One input of the agent.
 *
 * @param tag instrument or contact
 * @param measure what it looks at
 * @param pump whose running contact, current, ... it is; null where {@link Measure#ofPump()} is false
 * @param form what it hands over
 * @param low start of the span in the channel's own unit; contacts ignore it
 * @param high end of the span, above {@code low}
 * @param unitsPerBase the channel's unit over the plant's, such as 10 for bar where the plant has MPa
 * @param inverted for a contact: open means what closed means otherwise
 */
public record ChannelSettings(
        Tag tag,
        Measure measure,
        @Nullable Tag pump,
        SignalForm form,
        double low,
        double high,
        double unitsPerBase,
        boolean inverted) {
    /** @throws IllegalArgumentException if the span is empty or a pump is missing */
    public ChannelSettings {
        if (form != SignalForm.CONTACT && !(high > low)) {
            throw new IllegalArgumentException(tag + ": empty span " + low + " to " + high);
        }
        if (measure.ofPump() && pump == null) {
            throw new IllegalArgumentException(tag + ": " + measure + " needs its pump");
        }
    }

    /** A current loop over that span, in the plant's own unit. */
    public static ChannelSettings loop(Tag tag, Measure measure, double low, double high) {
        return new ChannelSettings(tag, measure, null, SignalForm.MILLIAMP, low, high, 1, false);
    }

    /** A current loop of one pump over that span, in the plant's own unit. */
    public static ChannelSettings loop(Tag tag, Measure measure, Tag pump, double low, double high) {
        return new ChannelSettings(tag, measure, pump, SignalForm.MILLIAMP, low, high, 1, false);
    }

    /** A contact of the station. */
    public static ChannelSettings contact(Tag tag, Measure measure) {
        return new ChannelSettings(tag, measure, null, SignalForm.CONTACT, 0, 1, 1, false);
    }

    /** A contact of one pump. */
    public static ChannelSettings contact(Tag tag, Measure measure, Tag pump) {
        return new ChannelSettings(tag, measure, pump, SignalForm.CONTACT, 0, 1, 1, false);
    }

    /** The same in engineering units instead of current. */
    public ChannelSettings inUnits() {
        return new ChannelSettings(tag, measure, pump, SignalForm.UNITS, low, high, unitsPerBase, inverted);
    }
}
