package io.pumpwatch.config;

import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.duty.DutyPlan.Crew;
import io.pumpwatch.duty.DutyPlan.Door;
import io.pumpwatch.duty.DutyPlan.Flood;
import io.pumpwatch.duty.DutyPlan.Office;
import io.pumpwatch.duty.DutyPlan.Work;
import io.pumpwatch.duty.Timetable;
import io.pumpwatch.duty.Timetable.Shift;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code [duty]}: what is asked of people and shifts. Without it nothing is. */
final class DutyReader {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final String ID = "[a-z][a-z0-9-]{0,31}";
    private static final Text AN_ID = new Text("a-z, 0-9 and hyphens, at most 32", "a-z、0-9 和连字符, 最多 32 个");

    private final Section duty;
    private final Tags tags;
    private final List<PumpPlan> pumps;
    private final ZoneId zone;
    private final Lang lang;

    private DutyReader(Section duty, Tags tags, List<PumpPlan> pumps, ZoneId zone, Lang lang) {
        this.duty = duty;
        this.tags = tags;
        this.pumps = pumps;
        this.zone = zone;
        this.lang = lang;
    }

    static DutyPlan read(Section root, Tags tags, List<PumpPlan> pumps, ZoneId zone, Lang lang) {
        Section duty = root.table("duty");
        return duty == null ? DutyPlan.of(zone) : new DutyReader(duty, tags, pumps, zone, lang).plan();
    }

    private DutyPlan plan() {
        Crew crew = crew();
        Timetable timetable = timetable();
        Map<String, Work> work = work();
        boolean emulsion = pumps.stream().anyMatch(pump -> pump.kind() == PumpPlan.Kind.EMULSION);
        String usual = emulsion && work.containsKey("emulsion")
                ? "emulsion"
                : work.keySet().iterator().next();
        Map<String, String> names = new LinkedHashMap<>();
        work.keySet().forEach(id -> names.put(id, id));
        String usualWork = duty.word("usual_work", names, usual);
        DutyPlan plan = new DutyPlan(
                timetable,
                crew,
                work,
                usualWork,
                offices(),
                flood(),
                door(),
                DutyPlan.STANDARD.handover(),
                DutyPlan.CONFIRM_MS,
                lang);
        duty.done();
        return plan;
    }

    private Crew crew() {
        return new Crew(
                duty.whole("crew", 0, 50, 2),
                duty.flag("fitness", true),
                duty.number("alcohol_max", 0, 1_000, 0),
                duty.duration("presence_every", 0, 24 * HOUR_MS, HOUR_MS),
                duty.duration("presence_grace", 0, 4 * HOUR_MS, 10 * MINUTE_MS),
                duty.duration("late_after", 0, 4 * HOUR_MS, 10 * MINUTE_MS),
                duty.duration("briefing_within", 0, 4 * HOUR_MS, 30 * MINUTE_MS),
                duty.whole("warn_days", 0, 365, 30),
                duty.whole("remark_days", 0, 365, 14));
    }

    private Timetable timetable() {
        Section table = duty.table("shift");
        if (table == null || table.keys().isEmpty()) {
            return Timetable.usual(zone);
        }
        List<Shift> shifts = new ArrayList<>();
        table.children().forEach((id, section) -> {
            checkId(section, id);
            Text name = section.requiredText("name");
            LocalTime begin = clock(section, "begin");
            LocalTime end = clock(section, "end");
            section.done();
            if (begin != null && end != null) {
                shifts.add(new Shift(id, name, begin, end));
            }
        });
        return shifts.isEmpty() ? Timetable.usual(zone) : new Timetable(zone, shifts);
    }

    private static void checkId(Section section, String id) {
        if (!id.matches(ID)) {
            section.faultAt(section.spot(), FaultKind.BAD_TEXT, "id", id, AN_ID);
        }
    }

    private static @Nullable LocalTime clock(Section section, String key) {
        String text = section.string(key);
        LocalTime time = Daytime.of(text);
        if (time == null && !text.isBlank()) {
            section.fault(key, FaultKind.BAD_CLOCK, key, text);
        }
        return time;
    }

    private Map<String, Work> work() {
        Section table = duty.table("work");
        Map<String, Work> work = new LinkedHashMap<>();
        if (table != null) {
            table.children().forEach((id, section) -> {
                checkId(section, id);
                work.put(
                        id,
                        new Work(
                                id,
                                section.requiredText("name"),
                                texts(section, "gear"),
                                texts(section, "certificates")));
                section.done();
            });
        }
        return work.isEmpty() ? usualWork() : work;
    }

    /** The seven of emulsion work; a surface station's own list; live work with its certificates. */
    private static Map<String, Work> usualWork() {
        Map<String, Work> work = new LinkedHashMap<>();
        put(work, "surface", "Work above ground", "地面作业", "helmet work-clothes safety-shoes", "");
        put(
                work,
                "emulsion",
                "Emulsion pump work",
                "乳化液泵站作业",
                "helmet dust-mask self-rescuer gloves work-clothes mining-boots miners-lamp",
                "");
        put(
                work,
                "live-work",
                "Live electrical work",
                "带电作业",
                "helmet insulating-gloves insulating-boots work-clothes",
                "grid-permit special-operations");
        return work;
    }

    private static void put(Map<String, Work> all, String id, String en, String zh, String gear, String papers) {
        List<String> certificates = papers.isEmpty() ? List.of() : List.of(papers.split(" ", -1));
        all.put(id, new Work(id, new Text(en, zh), List.of(gear.split(" ", -1)), certificates));
    }

    private static List<String> texts(Section section, String key) {
        return section.strings(key).stream().map(Section.Item::text).distinct().toList();
    }

    private List<Office> offices() {
        Section table = duty.table("office");
        if (table == null) {
            return List.of(
                    new Office("safety", new Text("Office of production safety", "安全生产办公室"), Set.of("E1", "P6")),
                    new Office("electromechanical", new Text("Electromechanical office", "机电办公室"), Set.of("E1")),
                    new Office("technology", new Text("Production technology office", "生产技术办公室"), Set.of("P6")));
        }
        List<Office> offices = new ArrayList<>();
        table.children().forEach((id, section) -> {
            offices.add(new Office(id, section.requiredText("name"), Set.copyOf(texts(section, "rules"))));
            section.done();
        });
        return offices;
    }

    private Flood flood() {
        Set<Tag> drainage = pumps.stream()
                .filter(pump -> pump.kind() == PumpPlan.Kind.DRAINAGE)
                .map(PumpPlan::tag)
                .collect(Collectors.toUnmodifiableSet());
        Section table = duty.table("flood");
        if (table == null) {
            return new Flood(null, null, null, 1, drainage, 30 * MINUTE_MS, HOUR_MS);
        }
        MonthDay from = day(table, "from");
        MonthDay to = day(table, "to");
        if (table.has("from") != table.has("to")) {
            table.faultAt(
                    table.spot(),
                    FaultKind.NEEDS,
                    table.has("to") ? "to" : "from",
                    new Text("the other one", "另一个日期"),
                    new Text("both from and to, or neither", "from 和 to 都写或都不写"));
        }
        Flood flood = new Flood(
                from,
                to,
                tags.refOrNull(table, "rain", Tags.Kind.INSTRUMENT, Tags.Kind.CONTACT),
                table.number("rain_min", 0, 1_000, 1),
                drainage,
                table.duration("arrive_within", MINUTE_MS, 24 * HOUR_MS, 30 * MINUTE_MS),
                table.duration("calm", MINUTE_MS, 7 * 24 * HOUR_MS, HOUR_MS));
        table.done();
        return flood;
    }

    private static @Nullable MonthDay day(Section section, String key) {
        String text = section.stringOrNull(key);
        try {
            return text == null ? null : MonthDay.parse("--" + text);
        } catch (DateTimeException notOne) {
            section.fault(key, FaultKind.BAD_DAY, key, text);
            return null;
        }
    }

    private @Nullable Door door() {
        Section table = duty.table("door");
        if (table == null) {
            return null;
        }
        Tag contact = tags.ref(table, "contact", Tags.Kind.CONTACT);
        List<Tag> keys = tags.refs(table, "keys", Tags.Kind.CONTACT);
        long keyMs = table.duration("key_time", 1_000, 10 * MINUTE_MS, 15_000);
        long announceMs = table.duration("announce_max", MINUTE_MS, 24 * HOUR_MS, HOUR_MS);
        table.done();
        return contact == null ? null : new Door(contact, keys, keyMs, announceMs);
    }
}
