package io.pumpwatch.app;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.config.FieldSettings;
import io.pumpwatch.config.FieldSettings.Relay;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.field.plant.ChannelSettings;
import io.pumpwatch.field.plant.HeaderSettings;
import io.pumpwatch.field.plant.Measure;
import io.pumpwatch.field.plant.OutputSettings;
import io.pumpwatch.field.plant.OutputSettings.Coil;
import io.pumpwatch.field.plant.PlantSettings;
import io.pumpwatch.field.plant.PumpKind;
import io.pumpwatch.field.plant.PumpSettings;
import io.pumpwatch.field.plant.SignalForm;
import io.pumpwatch.field.plant.SpraySettings;
import io.pumpwatch.field.plant.SumpSettings;
import io.pumpwatch.field.plant.TankSettings;
import io.pumpwatch.field.plant.Timing;
import io.pumpwatch.field.plant.Wiring;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationPlan.OutputPlan;
import io.pumpwatch.station.Tag;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulated plant that a station file describes. */
public final class PlantBuilder {
    private PlantBuilder() {}

    /** Its settings. */
    public static PlantSettings build(Loaded loaded, boolean crew) {
        StationPlan plan = loaded.plan();
        FieldSettings field = loaded.field();
        PlantSettings.Builder plant = PlantSettings.builder();
        Map<Tag, Tag> pumpOf = new HashMap<>();
        for (PumpPlan pump : plan.interlocks().pumps()) {
            plant.pump(PumpSettings.of(pump.tag(), PumpKind.valueOf(pump.kind().name())));
            pumpOf.put(pump.running(), pump.tag());
            put(pumpOf, pump.available(), pump.tag());
            put(pumpOf, pump.current(), pump.tag());
        }
        for (InstrumentPlan instrument : plan.instruments()) {
            plant.channel(channel(instrument, field, pumpOf, plan));
        }
        for (OutputPlan output : plan.outputs()) {
            Relay relay = field.relays().get(output.tag());
            if (relay != null) {
                plant.output(new OutputSettings(
                        output.tag(),
                        OutputSettings.Use.valueOf(relay.use().name()),
                        relay.pump(),
                        relay.normallyClosed() ? Wiring.NORMALLY_CLOSED : Wiring.NORMALLY_OPEN,
                        output.agentDead() ? Coil.ENERGISED : Coil.DEENERGISED,
                        output.agentStarting() ? Coil.ENERGISED : Coil.DEENERGISED));
            }
        }
        Map<String, Double> physics = field.plant().physics();
        return plant.header(changed(HeaderSettings.usual(), "header.", physics))
                .spray(changed(SpraySettings.usual(), "spray.", physics))
                .tank(changed(TankSettings.usual(), "tank.", physics))
                .sump(changed(SumpSettings.usual(), "sump.", physics))
                .timing(changed(Timing.usual(), "timing.", physics))
                .crew(crew)
                .build();
    }

    private static void put(Map<Tag, Tag> pumpOf, @Nullable Tag tag, Tag pump) {
        if (tag != null) {
            pumpOf.put(tag, pump);
        }
    }

    private static ChannelSettings channel(
            InstrumentPlan instrument, FieldSettings field, Map<Tag, Tag> pumpOf, StationPlan plan) {
        SignalForm form = switch (instrument.signal()) {
            case LOOP -> SignalForm.MILLIAMP;
            case SCALED -> SignalForm.UNITS;
            case CONTACT -> SignalForm.CONTACT;
        };
        Tag tag = instrument.tag();
        String named = field.plant().measures().get(tag);
        Measure measure = named == null ? Measure.ofTag(tag, form).orElse(Measure.STEADY) : Measure.valueOf(named);
        Tag pump = pumpOf.get(tag);
        if (pump == null && measure.ofPump()) {
            pump = samePlace(tag, plan);
        }
        if (pump == null && measure.ofPump()) {
            measure = Measure.STEADY;
        }
        return new ChannelSettings(
                tag,
                measure,
                measure.ofPump() ? pump : null,
                form,
                instrument.span().low(),
                instrument.span().high(),
                1,
                false);
    }

    /** VT-101 is the vibration of P-101. */
    private static @Nullable Tag samePlace(Tag tag, StationPlan plan) {
        String number = tag.name().substring(tag.name().indexOf('-'));
        return plan.interlocks().pumps().stream()
                .map(PumpPlan::tag)
                .filter(pump -> pump.name().endsWith(number))
                .findFirst()
                .orElse(null);
    }

    /** The same record with the figures that the station file gives; components are named in snake case there. */
    private static <R extends Record> R changed(R usual, String prefix, Map<String, Double> physics) {
        if (physics.keySet().stream().noneMatch(key -> key.startsWith(prefix))) {
            return usual;
        }
        RecordComponent[] components = usual.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                Double given = physics.get(prefix + snake(components[i].getName()));
                Object before = components[i].getAccessor().invoke(usual);
                values[i] = given == null ? before : number(given, components[i].getType());
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked") // the constructor of R's own class
            R next = (R) usual.getClass().getDeclaredConstructor(types).newInstance(values);
            return next;
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException("a public record can be made again: " + usual.getClass(), fault);
        }
    }

    private static Object number(double value, Class<?> type) {
        if (type == long.class) {
            return Math.round(value);
        }
        return type == int.class ? (Object) (int) Math.round(value) : (Object) value;
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
