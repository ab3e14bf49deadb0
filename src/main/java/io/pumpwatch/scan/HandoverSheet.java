package io.pumpwatch.scan;

import static io.pumpwatch.scan.HandoverWork.number;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.alarms.AlarmState.Mask;
import io.pumpwatch.alarms.AlarmsState;
import io.pumpwatch.alarms.Load;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.duty.HandoverFacts;
import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.duty.HandoverItem.Kind;
import io.pumpwatch.duty.HandoverPlan;
import io.pumpwatch.duty.HandoverState;
import io.pumpwatch.interlocks.InterlockState;
import io.pumpwatch.interlocks.InterlockState.PumpState;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.StationState.Away;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the station writes into a handover sheet by itself: everything that the next crew must know. Pure. */
final class HandoverSheet {
    private static final int TEXT_MAX = 500;
    private static final int TOP = 10;
    private static final String CHECK_RULE = HandoverPlan.CHECK_RULE;

    private final StationPlan plan;
    private final StationState state;
    private final Map<Tag, Reading> readings;
    private final Health health;
    private final long boot;
    private final Now now;
    private final List<HandoverItem> items = new ArrayList<>();

    private HandoverSheet(
            StationPlan plan, StationState state, Map<Tag, Reading> readings, Health health, long boot, Now now) {
        this.plan = plan;
        this.state = state;
        this.readings = readings;
        this.health = health;
        this.boot = boot;
        this.now = now;
    }

    /** What decisions about a handover need; {@code sheet} only for a draft. */
    static HandoverFacts facts(StationPlan plan, StationState state, List<HandoverItem> sheet, long boot, Now now) {
        Load load = state.alarms().load();
        boolean draft = !sheet.isEmpty();
        return new HandoverFacts(
                boot,
                sheet,
                draft ? load.counts() : new TreeMap<>(),
                load.floodMs(),
                Switching.underWay(state.interlocks(), boot, now),
                HandoverWork.checksOpen(plan, state, plan.lang(), now),
                checksMissed(plan, state));
    }

    /** Checks (E6) that the last time asked for and nobody did: they can't be done any more. */
    private static List<String> checksMissed(StationPlan plan, StationState state) {
        return plan.rounds().sheets().stream()
                .filter(sheet -> sheet.rule().equals(CHECK_RULE)
                        && state.rounds().sheet(sheet.id()).missed())
                .map(sheet -> sheet.name().in(plan.lang()))
                .toList();
    }

    /** All lines of a sheet, in its order. */
    static List<HandoverItem> of(
            StationPlan plan, StationState state, Map<Tag, Reading> readings, Health health, long boot, Now now) {
        HandoverSheet sheet = new HandoverSheet(plan, state, readings, health, boot, now);
        sheet.alarms();
        sheet.protection();
        sheet.pumps();
        sheet.readings();
        sheet.items.addAll(HandoverWork.of(plan, state, now));
        sheet.load();
        sheet.itself();
        sheet.items.sort(Comparator.comparing(HandoverItem::kind));
        return List.copyOf(sheet.items);
    }

    private void add(Kind kind, String subject, String... namesAndValues) {
        items.add(line(kind, subject, namesAndValues));
    }

    /** A line with long texts cut. */
    static HandoverItem line(Kind kind, String subject, String... namesAndValues) {
        for (int i = 1; i < namesAndValues.length; i += 2) {
            String text = namesAndValues[i];
            namesAndValues[i] = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) + "…" : text;
        }
        return HandoverItem.of(kind, subject, namesAndValues);
    }

    static String utc(Stamp at) {
        return Instant.ofEpochMilli(at.utcMs()).toString();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void alarms() {
        AlarmsState alarms = state.alarms();
        for (AlarmId id : alarms.annunciated()) {
            AlarmState alarm = alarms.of(id, Stamp.of(boot, now));
            add(
                    Kind.ALARM,
                    id.toString(),
                    "state",
                    word(alarm.life()),
                    "priority",
                    word(alarm.priority()),
                    "since",
                    utc(alarm.since()));
        }
        Set<Tag> protectors = SelfCheck.protectors(plan);
        alarms.points().forEach((id, alarm) -> {
            boolean bypass = protectors.contains(id.tag()) && !id.condition().equals(SelfCheck.BYPASSED);
            mask(Kind.SHELVED, bypass, id, alarm.shelf());
            mask(Kind.OUT_OF_SERVICE, bypass, id, alarm.service());
        });
        AlarmsState.Drill drill = alarms.drill();
        if (drill != null) {
            Mask mask = new Mask(drill.by(), drill.reason(), drill.forMs(), drill.since());
            drill.points().stream()
                    .filter(id -> protectors.contains(id.tag()))
                    .forEach(id -> mask(Kind.BYPASSED, false, id, mask));
        }
    }

    private void mask(Kind kind, boolean bypass, AlarmId id, @Nullable Mask mask) {
        if (mask == null) {
            return;
        }
        masked(kind, id.toString(), mask);
        if (bypass) {
            masked(Kind.BYPASSED, id.toString(), mask);
        }
    }

    private void masked(Kind kind, String subject, Mask mask) {
        long elapsedMs = mask.since().elapsedMs(boot, now);
        long endMs = elapsedMs < 0 ? mask.since().utcMs() + mask.forMs() : now.utcMs() + mask.forMs() - elapsedMs;
        String until = Instant.ofEpochMilli(endMs).toString();
        add(kind, subject, "by", mask.by(), "reason", mask.reason(), "until", until);
    }

    private void protection() {
        InterlockState interlocks = state.interlocks();
        interlocks
                .trips()
                .forEach((point, trip) ->
                        add(Kind.TRIP, point.toString(), "since", utc(trip.at()), "value", number(trip.value())));
        interlocks.headers().forEach((tag, header) -> {
            var swing = header.swing();
            if (swing != null) {
                String cause = swing.cause();
                add(Kind.INHIBIT, tag.name(), "why", "swing", "on", tag.name(), "reason", cause == null ? "" : cause);
            }
        });
        interlocks
                .checks()
                .forEach((output, check) -> masked(
                        Kind.BYPASSED, output.name(), new Mask(check.by(), check.reason(), check.forMs(), check.at())));
        interlocks.lost().forEach((tag, lost) -> add(Kind.LEVEL, tag.name(), "since", utc(lost.at())));
        var flood = interlocks.flood();
        if (flood != null) {
            add(Kind.FLOOD, "", "by", flood.by(), "reason", flood.reason(), "since", utc(flood.at()));
        }
    }

    private void pumps() {
        for (PumpPlan pump : plan.interlocks().pumps()) {
            PumpState known = state.interlocks().pump(pump.tag());
            Stamp since = known.since();
            long presentMs = known.running() && since != null ? Math.max(0, since.elapsedMs(boot, now)) : 0;
            add(
                    Kind.PUMP,
                    pump.tag().name(),
                    "state",
                    known.running() ? "running" : "stopped",
                    "since",
                    since == null ? "" : utc(since),
                    "hours",
                    String.format(Locale.ROOT, "%.1f", (known.ranMs() + presentMs) / 3_600_000.0));
            List<String> reasons = new ArrayList<>(known.inhibits());
            reasons.addAll(known.notReady());
            for (String reason : reasons) {
                int colon = reason.indexOf(':');
                String why = colon < 0 ? reason : reason.substring(0, colon);
                add(Kind.INHIBIT, pump.tag().name(), "why", why, "on", reason.substring(colon + 1));
            }
        }
    }

    private void readings() {
        for (InstrumentPlan instrument : plan.instruments()) {
            Reading reading = readings.getOrDefault(instrument.tag(), Reading.initial(instrument.tag()));
            boolean contact = instrument.signal() == InstrumentPlan.Signal.CONTACT;
            String value = number(reading.value());
            if (contact && Double.isFinite(reading.value())) {
                value = reading.value() >= 0.5 ? "closed" : "open";
            }
            add(
                    Kind.READING,
                    instrument.tag().name(),
                    "value",
                    value,
                    "unit",
                    instrument.unit(),
                    "quality",
                    word(reading.quality()),
                    "cause",
                    word(reading.cause()));
        }
    }

    /** Alarms since the last handover's cut-off; since the beginning before the first one. */
    private void load() {
        Load load = state.alarms().load();
        HandoverState before = state.duty().handovers();
        Map<AlarmId, Integer> fresh = new TreeMap<>();
        int sum = 0;
        for (var each : load.counts().entrySet()) {
            int more = each.getValue() - before.raises().getOrDefault(each.getKey(), 0);
            if (more > 0 && !AlarmPlan.isDrill(each.getKey())) {
                fresh.put(each.getKey(), more);
                sum += more;
            }
        }
        List<String> top = fresh.entrySet().stream()
                .sorted(Map.Entry.<AlarmId, Integer>comparingByValue().reversed())
                .limit(TOP)
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
        long floodMs = Math.max(0, load.floodMs() - before.floodMs());
        Stamp from = before.loadFrom();
        add(
                Kind.LOAD,
                "",
                "alarms",
                Integer.toString(sum),
                "floodMinutes",
                Long.toString(floodMs / 60_000),
                "top",
                String.join(", ", top),
                "since",
                from == null ? "" : utc(from));
    }

    private void itself() {
        Stamp from = state.duty().handovers().loadFrom();
        for (Away away : state.agent().away()) {
            if (from == null || away.to().boot() > from.boot()) {
                String why = away.to().trust() == ClockTrust.UNSET ? "away-unset" : "away";
                add(Kind.GAP, "", "why", why, "since", utc(away.from()), "until", utc(away.to()));
            }
        }
        if (!health.historyFault().isEmpty()) {
            add(Kind.GAP, "", "why", "history", "fault", health.historyFault());
        }
        if (now.trust() == ClockTrust.UNSET) {
            add(Kind.GAP, "", "why", "clock-unset", "since", "");
        }
        add(
                Kind.STORE,
                "",
                "stalledSeconds",
                Long.toString(health.storeStalledMs() / 1_000),
                "unkept",
                Long.toString(health.unkept()));
        add(Kind.LINK, "", "fault", health.linkFault(), "unconfirmed", String.join(", ", health.unconfirmed()));
    }
}
