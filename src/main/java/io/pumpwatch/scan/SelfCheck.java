package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.alarms.AlarmsState;
import io.pumpwatch.conditioning.Conditioned;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Reading.Use;
import io.pumpwatch.station.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions that neither an alarm limit nor an interlock decides: instruments, bypassed protection, the agent. */
public final class SelfCheck {
    /** The agent's own alarm points stand on this tag. */
    public static final Tag AGENT = new Tag("UA-900");

    /** On an instrument: failed, or comes and goes. */
    public static final String BAD = "BAD";
    /** On an instrument: disagrees with its twin. */
    public static final String DEVIATION = "DEVIATION";
    /** On an instrument of a trip: one of its points is shelved, out of service or in drill. */
    public static final String BYPASSED = "BYPASSED";
    /** On an instrument: a setpoint is outside its rule. */
    public static final String OUTSIDE_RULE = "OUTSIDE-RULE";
    /** On the agent. */
    public static final String LINK = "LINK";

    public static final String UNCONFIRMED = "UNCONFIRMED";
    public static final String STORE = "STORE";
    public static final String ROOM = "ROOM";
    public static final String HISTORY = "HISTORY";
    public static final String RECORDS_CUT = "RECORDS-CUT";
    public static final String CLOCK = "CLOCK";
    public static final String CRASHES = "CRASHES";
    public static final String ACCIDENT = "ACCIDENT";
    public static final String FIELD = "FIELD";
    public static final String OUTPUT = "OUTPUT";
    public static final String OUTPUT_CHECK = "OUTPUT-CHECK";
    public static final String STATION_FILE = "STATION-FILE";

    private static final long STALLED_MS = 2_000;

    private final StationPlan plan;
    private final List<Own> instruments;
    private final List<AlarmId> bypassed;
    /** A setpoint outside its rule: the plan alone says so. */
    private final Map<AlarmId, Check> outside = new HashMap<>();

    /**
     * An instrument's own points.
     *
     * @param deviation null where it has no twin
     */
    private record Own(Tag tag, AlarmId bad, @Nullable AlarmId deviation) {
        static Own of(InstrumentPlan plan) {
            AlarmId deviation = plan.deviation() == null ? null : plan.tag().alarm(DEVIATION);
            return new Own(plan.tag(), plan.tag().alarm(BAD), deviation);
        }
    }

    /** The agent's own points, made once. */
    private static final class Points {
        private static final AlarmId LINK = AGENT.alarm(SelfCheck.LINK);
        private static final AlarmId UNCONFIRMED = AGENT.alarm(SelfCheck.UNCONFIRMED);
        private static final AlarmId STORE = AGENT.alarm(SelfCheck.STORE);
        private static final AlarmId ROOM = AGENT.alarm(SelfCheck.ROOM);
        private static final AlarmId HISTORY = AGENT.alarm(SelfCheck.HISTORY);
        private static final AlarmId RECORDS_CUT = AGENT.alarm(SelfCheck.RECORDS_CUT);
        private static final AlarmId CLOCK = AGENT.alarm(SelfCheck.CLOCK);
        private static final AlarmId CRASHES = AGENT.alarm(SelfCheck.CRASHES);
        private static final AlarmId FIELD = AGENT.alarm(SelfCheck.FIELD);
        private static final AlarmId OUTPUT = AGENT.alarm(SelfCheck.OUTPUT);
        private static final AlarmId OUTPUT_CHECK = AGENT.alarm(SelfCheck.OUTPUT_CHECK);
        private static final AlarmId STATION_FILE = AGENT.alarm(SelfCheck.STATION_FILE);
        private static final AlarmId ACCIDENT = AGENT.alarm(SelfCheck.ACCIDENT);
    }

    private SelfCheck(StationPlan plan) {
        this.plan = plan;
        this.instruments = plan.instruments().stream().map(Own::of).toList();
        this.bypassed =
                protectors(plan).stream().map(tag -> tag.alarm(BYPASSED)).toList();
        Set<Tag> tags = plan.outsideRule();
        plan.bounds().keySet().forEach(tag -> outside.put(tag.alarm(OUTSIDE_RULE), Check.of(tags.contains(tag))));
    }

    /** What the plan alone decides is worked out once for each plan, not in each scan. */
    @SuppressWarnings("ReferenceEquality") // the very same plan; comparing two by value would cost more than it saves
    static SelfCheck of(@Nullable SelfCheck before, StationPlan plan) {
        return before != null && before.plan == plan ? before : new SelfCheck(plan);
    }

    Map<AlarmId, Check> checks(StationState state, Conditioned conditioned, Health health, Now now) {
        // What others check is added to it: the map needn't grow step by step.
        Map<AlarmId, Check> checks = new HashMap<>(2 * plan.alarms().points().size());
        for (Own instrument : instruments) {
            instrument(checks, instrument, conditioned);
        }
        for (AlarmId point : bypassed) {
            checks.put(point, Check.of(bypassed(state.alarms(), point)));
        }
        checks.putAll(outside);
        checks.put(Points.LINK, Check.of(!health.linkFault().isEmpty()));
        checks.put(Points.UNCONFIRMED, Check.of(!health.unconfirmed().isEmpty()));
        checks.put(Points.STORE, Check.of(health.storeStalledMs() >= STALLED_MS));
        checks.put(Points.ROOM, Check.of(health.lowRoom()));
        checks.put(Points.HISTORY, Check.of(!health.historyFault().isEmpty()));
        checks.put(Points.RECORDS_CUT, Check.of(health.cut()));
        checks.put(Points.CLOCK, Check.of(now.trust() == ClockTrust.UNSET));
        checks.put(Points.CRASHES, Check.of(health.safeMode()));
        checks.put(Points.FIELD, Check.of(!health.inputFault().isEmpty()));
        checks.put(Points.OUTPUT, Check.of(!health.outputFault().isEmpty()));
        // A horn that is tried protects all the while: its own alarm would only sound it again.
        Tag horn = plan.interlocks().relays().horn();
        boolean held = false;
        for (Tag output : state.interlocks().checks().keySet()) {
            held |= !output.equals(horn);
        }
        checks.put(Points.OUTPUT_CHECK, Check.of(held));
        checks.put(Points.STATION_FILE, Check.of(!health.setAside().isEmpty()));
        checks.put(Points.ACCIDENT, Check.of(state.duty().accident() != null));
        return checks;
    }

    private static void instrument(Map<AlarmId, Check> checks, Own own, Conditioned conditioned) {
        Reading reading = conditioned.of(own.tag());
        boolean flaps = conditioned.flapping().contains(own.tag());
        Check bad = Check.of(reading.bad() || flaps);
        if (reading.cause() == QualityCause.WAITING_FOR_INITIAL_DATA) {
            bad = Check.HELD;
        } else if (reading.use() == Use.HELD && !reading.bad() && !flaps) {
            // Suspected, not yet declared: neither raises nor clears.
            bad = Check.HELD;
        }
        checks.put(own.bad(), bad);
        if (own.deviation() != null) {
            boolean apart = conditioned.deviating().contains(own.tag());
            checks.put(own.deviation(), reading.used() ? Check.of(apart) : Check.HELD);
        }
    }

    /** Instruments of a trip. */
    public static Set<Tag> protectors(StationPlan plan) {
        Set<Tag> tags = new HashSet<>();
        plan.interlocks().headers().forEach(header -> {
            if (header.trip() != null) {
                tags.add(header.pressure());
            }
        });
        plan.interlocks().tanks().forEach(tank -> tags.add(tank.level()));
        return tags;
    }

    private boolean bypassed(AlarmsState state, AlarmId itself) {
        Tag tag = itself.tag();
        AlarmsState.Drill drill = state.drill();
        if (drill != null && drill.points().stream().anyMatch(id -> id.tag().equals(tag))) {
            return true;
        }
        for (Map.Entry<AlarmId, AlarmState> entry : state.points().entrySet()) {
            AlarmId id = entry.getKey();
            AlarmState known = entry.getValue();
            boolean masked = known.shelf() != null || known.service() != null;
            if (masked
                    && id.tag().equals(tag)
                    && !id.equals(itself)
                    && plan.alarms().point(id) != null) {
                return true;
            }
        }
        return false;
    }
}
