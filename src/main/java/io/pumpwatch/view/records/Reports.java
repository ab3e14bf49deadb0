package io.pumpwatch.view.records;

import io.pumpwatch.view.Named;
import io.pumpwatch.view.records.Report.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reports by their names. Pure: what the same entries and station file give is always the same. */
public final class Reports {
    private static final Map<String, Kind> KINDS = kinds();

    private Reports() {}

    /** Makes the tables of a report. */
    @FunctionalInterface
    private interface Kind {
        List<Section> sections(Books books, Asked asked, Cells cells);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("shift", ShiftRecord::sections);
        kinds.put("day", DaySheet::sections);
        kinds.put("attendance", AttendanceReport::sections);
        kinds.put("summary", Summary::sections);
        kinds.put("rules", RulePage::sections);
        kinds.put("capacity", Capacity::sections);
        kinds.put("trip", TripReport::sections);
        kinds.put("handover", HandoverRecord::sections);
        kinds.put("jobs", JobRecord::sections);
        kinds.put("events", (books, asked, cells) -> List.of(Deeds.section(cells, books, asked)));
        return kinds;
    }

    /** Names of all reports. */
    public static Set<String> names() {
        return KINDS.keySet();
    }

    /** The report; null where there is none of that name. */
    public static @Nullable Report of(String name, Books books, Asked asked) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            return null;
        }
        Cells cells = new Cells(new Named(asked.plan(), asked.lang(), books::name, books::jobKind));
        List<String> about = new ArrayList<>();
        about.add(asked.plan().name().in(asked.lang()) + " (" + asked.plan().site() + "/"
                + asked.plan().station() + ")");
        about.add(cells.say(
                "period", "from", asked.from().toString(), "to", asked.to().toString()));
        about.add(
                books.firstMs() < 0
                        ? cells.say("empty")
                        : cells.say("reach", "from", cells.time(books.firstMs()), "to", cells.time(books.lastMs())));
        // Whom the record goes to (E1, P6).
        List<String> offices = asked.plan().duty().offices().stream()
                .map(office -> office.name().in(asked.lang()))
                .toList();
        if (!offices.isEmpty()) {
            about.add(cells.say("offices", "offices", String.join(", ", offices)));
        }
        List<Section> sections = kind.sections(books, asked, cells);
        if (sections.isEmpty()) {
            about.add(cells.say(asked.scope().all() ? "nothing" : "nothingOwn"));
        }
        return new Report(name, cells.say("title." + name), about, sections);
    }
}
