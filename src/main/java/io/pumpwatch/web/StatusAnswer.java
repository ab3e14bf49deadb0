package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.alarms.AlarmsState;
import io.pumpwatch.alarms.Load;
import io.pumpwatch.api.Status;
import io.pumpwatch.duty.AccidentState.Accident;
import io.pumpwatch.interlocks.InterlockState.Flood;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationPlan.RuleBound;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.Position;
import io.pumpwatch.view.Progress;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The whole station as the API tells it. */
final class StatusAnswer {
    private final StationView view;
    private final StationPlan plan;
    private final StationState state;
    private final Progress progress;
    private final String version;
    private final Lang lang;

    StatusAnswer(StationView view, Progress progress, String version, Lang lang) {
        this.view = view;
        this.plan = view.plan();
        this.state = view.state();
        this.progress = progress;
        this.version = version;
        this.lang = lang;
    }

    Status status() {
        PlantAnswer plant = new PlantAnswer(view, lang);
        Health health = view.live().health();
        return new Status(
                plan.site(),
                plan.station(),
                plan.name().in(lang),
                plan.zone().getId(),
                Wire.utc(view.now().utcMs()),
                version,
                view.boot(),
                Wire.word(view.now().trust()),
                view.scans(),
                Wire.word(view.live().horn()),
                health.safeMode(),
                entries(health),
                new Status.Link(progress.link(), health.linkFault(), health.unconfirmed()),
                plant.instruments(),
                plant.pumps(),
                plant.headers(),
                plant.levels(),
                plant.trips(),
                bypassed(),
                outsideRule(),
                drill(),
                flood(),
                accident(),
                onDuty(),
                load());
    }

    private Status.Entries entries(Health health) {
        return new Status.Entries(
                position(view.offeredAt()),
                position(progress.durableAt()),
                position(progress.sentAt()),
                position(progress.confirmedAt()),
                progress.waiting(),
                health.storeStalledMs(),
                health.unkept());
    }

    private static Status.Position position(Position at) {
        return new Status.Position(at.epoch(), at.seq());
    }

    private List<Status.Bypass> bypassed() {
        Set<Tag> protectors = new TreeSet<>(SelfCheck.protectors(plan));
        List<Status.Bypass> all = new ArrayList<>();
        for (Map.Entry<AlarmId, AlarmState> entry : state.alarms().points().entrySet()) {
            AlarmId id = entry.getKey();
            if (protectors.contains(id.tag()) && !id.condition().equals(SelfCheck.BYPASSED)) {
                add(all, id, "shelved", entry.getValue().shelf());
                add(all, id, "out-of-service", entry.getValue().service());
            }
        }
        state.interlocks()
                .checks()
                .forEach((output, check) -> all.add(new Status.Bypass(
                        output.name(),
                        output.name(),
                        "function-check",
                        check.by(),
                        AlarmAnswer.nameOf(view, check.by()),
                        check.reason(),
                        Wire.end(check.at(), check.forMs(), view.boot(), view.now()))));
        AlarmsState.Drill drill = state.alarms().drill();
        if (drill != null) {
            AlarmState.Mask mask = new AlarmState.Mask(drill.by(), drill.reason(), drill.forMs(), drill.since());
            drill.points().stream()
                    .filter(id -> protectors.contains(id.tag()))
                    .forEach(id -> add(all, id, "drill", mask));
        }
        return all;
    }

    private void add(List<Status.Bypass> all, AlarmId id, String how, AlarmState.@Nullable Mask mask) {
        if (mask != null) {
            all.add(new Status.Bypass(
                    id.tag().name(),
                    id.toString(),
                    how,
                    mask.by(),
                    AlarmAnswer.nameOf(view, mask.by()),
                    mask.reason(),
                    Wire.end(mask.since(), mask.forMs(), view.boot(), view.now())));
        }
    }

    private List<Status.OutsideRule> outsideRule() {
        List<Status.OutsideRule> all = new ArrayList<>();
        plan.setpoints().forEach((point, setpoint) -> {
            RuleBound bound = plan.outside(point, setpoint);
            if (bound != null) {
                all.add(new Status.OutsideRule(point.toString(), setpoint, bound.rule(), bound.low(), bound.high()));
            }
        });
        return all;
    }

    private Status.@Nullable Drill drill() {
        AlarmsState.Drill drill = state.alarms().drill();
        return drill == null
                ? null
                : new Status.Drill(
                        names(drill.points()),
                        drill.by(),
                        drill.reason(),
                        Wire.utc(drill.since()),
                        Wire.end(drill.since(), drill.forMs(), view.boot(), view.now()));
    }

    private Status.@Nullable Word flood() {
        Flood flood = state.interlocks().flood();
        return flood == null ? null : new Status.Word(Wire.utc(flood.at()), flood.by(), flood.reason());
    }

    private Status.@Nullable Word accident() {
        Accident accident = state.duty().accident();
        return accident == null ? null : new Status.Word(Wire.utc(accident.at()), accident.by(), accident.words());
    }

    private List<Status.OnDuty> onDuty() {
        List<Status.OnDuty> all = new ArrayList<>();
        state.duty()
                .onDuty()
                .forEach((id, since) -> all.add(new Status.OnDuty(id, AlarmAnswer.nameOf(view, id), Wire.utc(since))));
        return all;
    }

    private Status.AlarmLoad load() {
        AlarmsState alarms = state.alarms();
        Load load = alarms.load();
        List<Status.Count> top = new ArrayList<>();
        load.topTen()
                .forEach(id ->
                        top.add(new Status.Count(id.toString(), load.counts().getOrDefault(id, 0))));
        Map<String, Integer> byPriority = new LinkedHashMap<>();
        load.priorities().forEach((priority, count) -> byPriority.put(Wire.word(priority), count));
        List<AlarmId> annunciated = alarms.annunciated();
        int asking =
                (int) annunciated.stream().filter(id -> alarms.life(id).asks()).count();
        return new Status.AlarmLoad(
                load.inTenMinutes(view.boot(), view.now()),
                load.flood() != null,
                load.floodMs(),
                names(load.chattering(view.boot(), view.now())),
                names(Load.stale(alarms, view.boot(), view.now())),
                top,
                Wire.utcOrNull(load.from()),
                byPriority,
                asking,
                annunciated.size());
    }

    private static List<String> names(Collection<AlarmId> ids) {
        return ids.stream()
                .filter(id -> !AlarmPlan.isDrill(id))
                .map(AlarmId::toString)
                .toList();
    }
}
