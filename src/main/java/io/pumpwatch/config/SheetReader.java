package io.pumpwatch.config;

import io.pumpwatch.duty.Timetable;
import io.pumpwatch.rounds.Schedule;
import io.pumpwatch.rounds.Schedule.Daily;
import io.pumpwatch.rounds.Schedule.Every;
import io.pumpwatch.rounds.Schedule.Window;
import io.pumpwatch.rounds.Schedule.Yearly;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.rounds.SheetPlan.Item;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one {@code [sheet.ID]}. */
final class SheetReader {
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,15}");
    private static final Pattern ITEM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern DAY = Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])");
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final double ANY = 1e9;

    private final Things things;
    private final Timetable timetable;

    SheetReader(Things things, Timetable timetable) {
        this.things = things;
        this.timetable = timetable;
    }

    static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            roles.put(role.name().toLowerCase(Locale.ROOT).replace('_', '-'), role);
        }
        return roles;
    }

    /** Roles of a list; a word that isn't one is a fault. */
    static Set<Role> roles(Section section) {
        Set<Role> roles = new LinkedHashSet<>();
        if (!section.has("roles")) {
            section.missing("roles", Shape.LIST);
        }
        for (Section.Item item : section.strings("roles")) {
            Role role = roles().get(item.text());
            if (role == null) {
                section.faultAt(
                        item.spot(),
                        FaultKind.BAD_WORD,
                        "roles",
                        item.text(),
                        KnownWords.list(item.text(), roles().keySet()));
            } else {
                roles.add(role);
            }
        }
        return roles;
    }

    /** The sheet, or null where the station has nothing that it is for, or the file takes it away. */
    @Nullable
    SheetPlan read(String id, Section section) {
        if (!ID.matcher(id).matches()) {
            section.faultAt(
                    section.spot(),
                    FaultKind.BAD_TEXT,
                    "sheet",
                    id,
                    new Text("1 to 16 of a-z 0-9 -", "1 到 16 个 a-z 0-9 -"));
        }
        boolean enabled = section.flag("enabled", true);
        if (!enabled) {
            section.done();
            return null;
        }
        boolean here = things.any(section, "only");
        Text name = section.requiredText("name");
        String rule = section.string("rule", "");
        Set<Role> roles = roles(section);
        int signatures = section.whole("signatures", 1, 10, 1);
        long shortestMs = section.duration("shortest", 0, DAY_MS, 0);
        Schedule schedule = schedule(section);
        List<Item> items = new ArrayList<>();
        for (Section item : section.tables("item")) {
            items(item, name, items);
        }
        if (items.isEmpty()
                && here
                && !section.isTable("item")
                && section.tables("item").isEmpty()) {
            section.missing("item", Shape.LIST);
        }
        section.done();
        return here && !items.isEmpty()
                ? new SheetPlan(id, name, rule, roles, signatures, schedule, shortestMs, items)
                : null;
    }

    private Schedule schedule(Section section) {
        if (section.has("every")) {
            return new Every(
                    section.duration("every", HOUR_MS, 3_660 * DAY_MS, 30 * DAY_MS),
                    section.duration("grace", 0, 366 * DAY_MS, 7 * DAY_MS));
        }
        if (section.has("yearly")) {
            String day = section.string("yearly");
            if (!DAY.matcher(day).matches()) {
                section.fault(
                        "yearly",
                        FaultKind.BAD_TEXT,
                        "yearly",
                        day,
                        new Text("month-day, such as 05-15", "月-日, 如 05-15"));
                day = "01-01";
            }
            return new Yearly(MonthDay.parse("--" + day), section.duration("lead", 0, 300 * DAY_MS, 30 * DAY_MS));
        }
        if (section.has("shift")) {
            return new Daily(ShiftWindows.read(section, timetable));
        }
        List<Window> windows = new ArrayList<>();
        for (Section window : section.tables("window")) {
            windows.add(window(window));
        }
        if (windows.isEmpty()) {
            section.fault(
                    "window",
                    FaultKind.MISSING_KEY,
                    "window",
                    new Text("window, shift, every or yearly", "window、shift、every 或 yearly"));
        }
        windows.sort(Comparator.comparing(Window::from));
        apart(section, windows);
        return new Daily(windows);
    }

    private static Window window(Section section) {
        String id = section.string("id");
        if (!id.isBlank() && !ITEM.matcher(id).matches()) {
            section.fault("id", FaultKind.BAD_TEXT, "id", id, new Text("a-z 0-9 -", "a-z 0-9 -"));
        }
        Window window = new Window(
                id, time(section, "from"), time(section, "to"), section.duration("grace", 0, DAY_MS, HOUR_MS));
        section.done();
        return window;
    }

    private static LocalTime time(Section section, String key) {
        String text = section.string(key);
        LocalTime time = Daytime.toTheMinute(text);
        if (time != null) {
            return time;
        }
        if (!text.isBlank()) {
            section.fault(key, FaultKind.BAD_TEXT, key, text, new Text("a time such as 06:00", "时间, 如 06:00"));
        }
        return LocalTime.MIDNIGHT;
    }

    /** Windows with their grace don't run into each other: only one of a sheet is open at a time. */
    private static void apart(Section section, List<Window> windows) {
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            Window next = windows.get((i + 1) % windows.size());
            long fromMs = window.from().toSecondOfDay() * 1_000L;
            long endMs = (window.to().isAfter(window.from()) ? 0 : DAY_MS)
                    + window.to().toSecondOfDay() * 1_000L;
            long nextMs = next.from().toSecondOfDay() * 1_000L + (next.from().isAfter(window.from()) ? 0 : DAY_MS);
            if (endMs + window.graceMs() > nextMs || endMs - fromMs > DAY_MS) {
                section.fault("window", FaultKind.WINDOWS_MEET, window.id(), next.id());
            }
        }
    }

    private void items(Section section, Text sheet, List<Item> items) {
        String id = section.string("id");
        if (!id.isBlank() && !ITEM.matcher(id).matches()) {
            section.fault("id", FaultKind.BAD_TEXT, "id", id, new Text("a-z 0-9 -", "a-z 0-9 -"));
        }
        Text text = section.requiredText("text");
        boolean evidence = section.flag("evidence", false);
        String location = section.string("location", "");
        String each = section.string("each", "");
        if (!each.isEmpty() && !Things.KINDS.contains(each)) {
            section.fault("each", FaultKind.BAD_WORD, "each", each, KnownWords.list(each, Things.KINDS));
        }
        Text equipment = section.has("equipment") ? section.text("equipment") : sheet;
        boolean number = section.flag("number", section.has("unit") || section.has("low") || section.has("compare"));
        String unit = section.string("unit", "");
        double low = section.number("low", -ANY, ANY, Double.NEGATIVE_INFINITY);
        double high = section.number("high", -ANY, ANY, Double.POSITIVE_INFINITY);
        if (low > high) {
            section.fault("low", FaultKind.SPAN_ORDER, Section.show(low), Section.show(high));
        }
        Double tolerance = section.numberOrNull("tolerance", 0, ANY);
        Tag compare = things.compare(section);
        section.done();
        if (each.isEmpty()) {
            double within = tolerance == null ? things.tolerance(compare) : tolerance;
            add(
                    section,
                    items,
                    new Item(id, text, equipment, number, unit, low, high, compare, within, location, evidence));
            return;
        }
        // Something else than its reading may be looked at on an instrument's place, such as the screens of a sump.
        boolean looked = section.has("number") && !number;
        for (Things.Thing thing : things.of(each)) {
            boolean reads = thing.unit() != null && !looked;
            add(
                    section,
                    items,
                    new Item(
                            id + "." + thing.tag().name().toLowerCase(Locale.ROOT),
                            joined(text, thing),
                            thing.name(),
                            number || reads,
                            reads && thing.unit() != null ? thing.unit() : unit,
                            low,
                            high,
                            reads ? thing.tag() : compare,
                            tolerance == null ? things.tolerance(reads ? thing.tag() : compare) : tolerance,
                            location.replace("{tag}", thing.tag().name()),
                            evidence));
        }
    }

    private static Text joined(Text text, Things.Thing thing) {
        return new Text(thing.tag() + ": " + text.en(), text.zh().isEmpty() ? "" : thing.tag() + "：" + text.zh());
    }

    private static void add(Section section, List<Item> items, Item item) {
        if (items.stream().anyMatch(each -> each.id().equals(item.id()))) {
            section.fault("id", FaultKind.TWICE_IN_LIST, "id", item.id());
        }
        items.add(item);
    }
}
