package io.pumpwatch.config;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.interlocks.InterlockPlan.Tank;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.rounds.JobPlan;
import io.pumpwatch.rounds.Ladder;
import io.pumpwatch.rounds.RoundsPlan;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the station file says of rounds, sheets, jobs and defects: {@code [rounds]}, {@code [sheet.*]},
 * {@code [job.*]}; what it doesn't say comes from {@code usual-sheets.json}, read by the same reader.
 */
final class RoundsReader {
    static final String RESOURCE = "usual-sheets.json";
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 1_440 * MINUTE_MS;
    private static final double RELIEVED_MPA = 0.5;

    private final Section root;
    private final Map<Tag, InstrumentPlan> instruments = new LinkedHashMap<>();
    private final InterlockPlan interlocks;
    private final Map<Tag, Text> names;

    RoundsReader(Section root, List<InstrumentPlan> plans, InterlockPlan interlocks, Map<Tag, Text> names) {
        this.root = root;
        this.interlocks = interlocks;
        this.names = names;
        plans.stream()
                .filter(plan -> plan.signal() != InstrumentPlan.Signal.CONTACT)
                .forEach(plan -> instruments.put(plan.tag(), plan));
    }

    RoundsPlan read(ZoneId zone, Lang lang, DutyPlan duty) {
        Things things = new Things(instruments, interlocks, names);
        SheetReader sheetReader = new SheetReader(things, duty.timetable());
        Section usual = usual(root.faults);
        List<SheetPlan> sheets = each("sheet", usual, sheetReader::read);
        List<JobPlan> jobs = each("job", usual, JobReader::read);
        Section settings = root.table("rounds");
        Ladder defects = RoundsPlan.USUAL_DEFECTS;
        Ladder work = RoundsPlan.USUAL_WORK;
        double relieved = RELIEVED_MPA;
        double leftPercent = 1;
        if (settings != null) {
            defects = ladder(settings, "defect", defects);
            work = ladder(settings, "work", work);
            relieved = settings.number("relieved_below", 0, 1e6, RELIEVED_MPA);
            leftPercent = settings.number("left_percent", 0.01, 20, 1);
            settings.done();
        }
        return new RoundsPlan(
                zone,
                lang,
                sheets,
                jobs,
                defects.with(duty.addressees("D6")),
                work.with(duty.addressees("P5")),
                sprayLows(),
                pumps(relieved),
                loops(),
                leftPercent);
    }

    private static Ladder ladder(Section section, String what, Ladder usual) {
        long leaderMs = section.duration(what + "_leader", 1_000, 366 * DAY_MS, usual.leaderMs());
        long chiefMs = section.duration(what + "_chief", 1_000, 366 * DAY_MS, Math.max(leaderMs, usual.chiefMs()));
        long dispatchMs =
                section.duration(what + "_dispatch", 1_000, 366 * DAY_MS, Math.max(chiefMs, usual.dispatchMs()));
        if (leaderMs > chiefMs || chiefMs > dispatchMs) {
            section.fault(what + "_leader", FaultKind.LADDER_ORDER, what);
        }
        return new Ladder(leaderMs, chiefMs, dispatchMs, List.of());
    }

    /** Those of the file in place of the usual ones of the same id; the usual ones first. */
    private <T> List<T> each(String key, Section usual, BiFunction<String, Section, @Nullable T> reader) {
        Map<String, Section> sections = new LinkedHashMap<>();
        // Without a pump there is no pump station to walk round: a test rig, a bare recording.
        Section standard = interlocks.pumps().isEmpty() ? null : usual.table(key);
        if (standard != null) {
            sections.putAll(standard.children());
        }
        Section own = root.table(key);
        if (own != null) {
            sections.putAll(own.children());
        }
        List<T> plans = new ArrayList<>();
        sections.forEach((id, section) -> {
            T plan = reader.apply(id, section);
            if (plan != null) {
                plans.add(plan);
            }
        });
        return plans;
    }

    /** Faults in it are those of the program: they stand in the file's own list, so that a test finds them. */
    private static Section usual(Faults faults) {
        return new Section(faults, BuiltIn.read(RESOURCE), Spot.START, "", RESOURCE);
    }

    /** Low spray pressure is handled at once (P5). */
    private List<AlarmId> sprayLows() {
        List<AlarmId> points = new ArrayList<>();
        for (Header header : interlocks.headers()) {
            boolean spray = header.pumps().stream()
                    .map(interlocks::pump)
                    .anyMatch(pump -> pump != null && pump.kind() == PumpPlan.Kind.SPRAY);
            if (spray) {
                points.add(header.pressure().alarm("L"));
            }
        }
        return points;
    }

    private Map<Tag, RoundsPlan.Pump> pumps(double relieved) {
        Map<Tag, RoundsPlan.Pump> pumps = new LinkedHashMap<>();
        for (PumpPlan pump : interlocks.pumps()) {
            Tag pressure = null;
            Set<Tag> own = new TreeSet<>();
            for (Header header : interlocks.headers()) {
                if (header.pumps().contains(pump.tag())) {
                    pressure = header.pressure();
                    own.add(header.pressure());
                }
            }
            for (Tank tank : interlocks.tanks()) {
                if (tank.pumps().contains(pump.tag())) {
                    own.add(tank.level());
                }
            }
            for (Sump sump : interlocks.sumps()) {
                if (sump.pumps().contains(pump.tag())) {
                    own.add(sump.level());
                }
            }
            own.add(pump.running());
            add(own, pump.available());
            add(own, pump.current());
            pumps.put(
                    pump.tag(),
                    new RoundsPlan.Pump(
                            pump.tag(), pump.name(), Things.kind(pump), pressure, relieved, List.copyOf(own)));
        }
        return pumps;
    }

    private static void add(Set<Tag> tags, @Nullable Tag tag) {
        if (tag != null) {
            tags.add(tag);
        }
    }

    private Map<Tag, RoundsPlan.Instrument> loops() {
        Map<Tag, RoundsPlan.Instrument> loops = new LinkedHashMap<>();
        instruments.forEach((tag, plan) -> {
            if (plan.signal() == InstrumentPlan.Signal.LOOP) {
                Text name = names.getOrDefault(tag, Text.NONE);
                loops.put(
                        tag,
                        new RoundsPlan.Instrument(
                                tag,
                                name,
                                plan.unit(),
                                plan.span().low(),
                                plan.span().high()));
            }
        });
        return loops;
    }
}
