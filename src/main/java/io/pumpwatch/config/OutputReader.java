package io.pumpwatch.config;

import io.pumpwatch.config.FieldSettings.Relay;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.StationPlan.OutputPlan;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code [output.*]}. What a state is called depends on what the output serves; what it means for the coil
 * depends on that and on the pump: the permit of a drainage pump is energised to block, every other one to permit.
 */
final class OutputReader {
    private final Tags tags;
    private final PumpReader pumps;
    private final List<OutputPlan> plans = new ArrayList<>();
    private final Map<Tag, Relay> relays = new LinkedHashMap<>();
    private final Map<Tag, Text> names = new LinkedHashMap<>();

    OutputReader(Tags tags, PumpReader pumps) {
        this.tags = tags;
        this.pumps = pumps;
    }

    /** What an output does, and its words for the coil energised and not. */
    private enum Role {
        PERMIT("permitted", "blocked", FieldSettings.Use.PERMIT, "permit", "许可"),
        /** Of a drainage pump. */
        FREE_PERMIT("blocked", "permitted", FieldSettings.Use.PERMIT, "block", "闭锁"),
        TRIP("tripped", "not-tripped", FieldSettings.Use.TRIP, "trip", "跳闸"),
        SIGNAL("energised", "de-energised", FieldSettings.Use.SIGNAL, "sound or signal", "发声或发信号");

        private final String on;
        private final String off;
        private final FieldSettings.Use use;
        private final String en;
        private final String zh;

        Role(String on, String off, FieldSettings.Use use, String en, String zh) {
            this.on = on;
            this.off = off;
            this.use = use;
            this.en = en;
            this.zh = zh;
        }

        Text does() {
            return new Text(en, zh);
        }

        Map<String, Boolean> words() {
            Map<String, Boolean> words = new LinkedHashMap<>();
            words.put(on, true);
            words.put(off, false);
            return words;
        }
    }

    /** The three moments that nobody drives an output in. */
    private enum Moment {
        NO_POWER("no_power", "the relay has no power", "继电器失电"),
        AGENT_DEAD("agent_dead", "the agent is dead", "程序停止"),
        AGENT_STARTING("agent_starting", "the agent starts", "程序启动");

        private final String key;
        private final String en;
        private final String zh;

        Moment(String key, String en, String zh) {
            this.key = key;
            this.en = en;
            this.zh = zh;
        }

        Text words() {
            return new Text(en, zh);
        }
    }

    void read() {
        tags.of(Tags.Kind.OUTPUT).forEach(known -> output(known.tag(), known.section()));
    }

    private void output(Tag tag, Section section) {
        names.put(tag, section.requiredText("what"));
        PumpReader.Use use = pumps.useOf(tag);
        PumpPlan pump = use == null ? null : pumps.pump(use.user());
        Role role = role(use, pump);
        Map<Moment, Boolean> states = new LinkedHashMap<>();
        for (Moment moment : Moment.values()) {
            states.put(moment, section.requiredWord(moment.key, role.words(), false));
        }
        boolean closed = wiring(section, role);
        boolean drains = pump != null && pump.kind() == PumpPlan.Kind.DRAINAGE;
        if (states.getOrDefault(Moment.NO_POWER, false) && !drains) {
            section.fault(Moment.NO_POWER.key, FaultKind.POWERLESS, role.on, role.does(), role.off);
        }
        if (pump != null) {
            judge(section, role, pump, states);
        }
        String channel = section.string("channel", "");
        plans.add(new OutputPlan(
                tag,
                channel,
                states.getOrDefault(Moment.NO_POWER, false),
                states.getOrDefault(Moment.AGENT_DEAD, false),
                states.getOrDefault(Moment.AGENT_STARTING, false)));
        boolean activeLow = section.word("active", active(), false);
        relays.put(tag, new Relay(channel, role.use, pump == null ? null : pump.tag(), closed, activeLow));
    }

    private static Map<String, Boolean> active() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("high", false);
        words.put("low", true);
        return words;
    }

    private static Role role(PumpReader.@Nullable Use use, @Nullable PumpPlan pump) {
        if (use == null || pump == null) {
            return Role.SIGNAL;
        }
        if (use.as().equals("trip")) {
            return Role.TRIP;
        }
        return pump.kind().inhibitable() ? Role.PERMIT : Role.FREE_PERMIT;
    }

    /** Whether the contact in use is closed without power; a permit wired the other way round would do the opposite. */
    private static boolean wiring(Section section, Role role) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("normally-open", false);
        words.put("normally-closed", true);
        boolean usual = role == Role.FREE_PERMIT || role == Role.TRIP;
        boolean closed = section.word("wiring", words, usual);
        // A trip may also close a shunt-trip coil, and a horn hangs on whatever contact is free.
        if (closed != usual && (role == Role.PERMIT || role == Role.FREE_PERMIT)) {
            section.fault(
                    "wiring",
                    FaultKind.WIRING,
                    closed ? "normally-closed" : "normally-open",
                    usual ? "normally-closed" : "normally-open",
                    role.does());
        }
        return closed;
    }

    /** An agent that is dead or starts must neither stop a pump nor let one start that nobody has judged. */
    private static void judge(Section section, Role role, PumpPlan pump, Map<Moment, Boolean> states) {
        for (Moment moment : Moment.values()) {
            boolean drains = pump.kind() == PumpPlan.Kind.DRAINAGE;
            if (!states.getOrDefault(moment, false) || (moment == Moment.NO_POWER && !drains)) {
                continue;
            }
            if (drains) {
                Text harm = role == Role.TRIP ? new Text("stopped", "停止") : new Text("blocked", "闭锁");
                section.fault(
                        moment.key,
                        FaultKind.DRAINAGE_BLOCKED,
                        pump.tag(),
                        harm,
                        moment.words(),
                        moment.key,
                        role.on,
                        role.off);
            } else if (role == Role.TRIP) {
                section.fault(moment.key, FaultKind.TRIP_BY_AGENT, pump.tag(), moment.words(), moment.key);
            } else if (moment == Moment.AGENT_STARTING) {
                section.fault(moment.key, FaultKind.GRANTED_AT_START, pump.tag(), moment.words(), moment.key);
            } else {
                section.fault(moment.key, FaultKind.GRANTED_WHEN_DEAD, pump.tag());
            }
        }
    }

    List<OutputPlan> plans() {
        return List.copyOf(plans);
    }

    Map<Tag, Relay> relays() {
        return relays;
    }

    Map<Tag, Text> names() {
        return names;
    }
}
