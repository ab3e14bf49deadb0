package io.pumpwatch.app;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.config.FieldSettings;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.field.Field;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationPlan.OutputPlan;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What every channel shows, for commissioning: what the scan read last, with what the field itself knows of it. */
final class ChannelSights {
    private final StationPlan plan;
    private final FieldSettings settings;
    private final Field field;
    private final Map<Tag, Sample> last = new ConcurrentHashMap<>();

    /** Channels come into force at a start only, so one plan is enough. */
    ChannelSights(Loaded loaded, Field field) {
        this.plan = loaded.plan();
        this.settings = loaded.field();
        this.field = field;
    }

    /** On the scan's thread: only remembers. */
    void scanned(List<Sample> samples) {
        for (Sample sample : samples) {
            last.put(sample.tag(), sample);
        }
    }

    /** All inputs, then all outputs. Any thread. */
    List<ChannelSight> now() {
        Map<Tag, ChannelSight> known = new HashMap<>();
        field.sights().forEach(sight -> known.put(sight.tag(), sight));
        List<ChannelSight> all = new ArrayList<>();
        plan.instruments().forEach(instrument -> all.add(input(instrument, known.get(instrument.tag()))));
        for (OutputPlan output : plan.outputs()) {
            ChannelSight sight = known.get(output.tag());
            double readBack = sight == null ? Double.NaN : sight.measured();
            String fault = sight == null ? "" : sight.fault();
            all.add(new ChannelSight(output.tag(), output.channel(), null, readBack, "", fault));
        }
        return all;
    }

    private ChannelSight input(InstrumentPlan instrument, @Nullable ChannelSight sight) {
        Tag tag = instrument.tag();
        FieldSettings.Input input = settings.inputs().get(tag);
        Sample sample = last.get(tag);
        boolean read = sample != null && sample.fault() == SampleFault.NONE;
        String unit = switch (instrument.signal()) {
            case LOOP -> "mA";
            case CONTACT -> "";
            default -> instrument.unit();
        };
        return new ChannelSight(
                tag,
                input == null ? "" : input.channel(),
                sight == null ? null : sight.counts(),
                sample != null && read ? sample.value() : Double.NaN,
                unit,
                sight == null ? "" : sight.fault());
    }
}
