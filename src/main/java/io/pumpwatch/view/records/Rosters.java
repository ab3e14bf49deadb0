package io.pumpwatch.view.records;

import io.pumpwatch.duty.Attendance;
import io.pumpwatch.duty.ShiftState.Session;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who was due, and everybody's times on duty, as the journal tells them; what came from paper too. Pure. */
final class Rosters implements Attendance.Roster {
    private static final String ATTENDANCE = "attendance";

    private final Map<String, List<String>> due = new HashMap<>();
    private final Set<String> excused = new HashSet<>();

    Rosters(Books books) {
        for (Line line : books.of("duty.shift-arranged")) {
            LocalDate from = LocalDate.parse(line.text("from"));
            for (int day = 0; day < line.whole("days"); day++) {
                due.put(from.plusDays(day) + "/" + line.text("shift"), line.texts("people"));
            }
        }
        for (Line line : books.of("duty.absence-excused")) {
            excused.add(line.text("slot") + " " + line.text("person"));
        }
    }

    @Override
    public List<String> due(String slot) {
        return due.getOrDefault(slot, List.of());
    }

    @Override
    public boolean excused(String slot, String person) {
        return excused.contains(slot + " " + person);
    }

    /** Times on duty; who is still here is until {@code nowMs}. */
    static List<Session> sessions(Books books, long nowMs) {
        List<Session> all = new ArrayList<>();
        Map<String, Stamp> here = new HashMap<>();
        for (Line line : Crews.lines(books)) {
            String person = line.text("person");
            if (line.kind().equals("duty.signed-on")) {
                here.putIfAbsent(person, line.at());
            } else {
                Stamp on = here.remove(person);
                if (on != null) {
                    all.add(new Session(person, on, line.at(), on.elapsedMs(line.at()), false));
                }
            }
        }
        here.forEach((person, on) -> {
            Stamp now = new Stamp(0, nowMs, 0, ClockTrust.RTC);
            all.add(new Session(person, on, now, Math.max(0, nowMs - on.utcMs()), false));
        });
        for (Line line : books.of("duty.paper-typed-in")) {
            String person = line.text("person");
            if (line.text("sort").equals(ATTENDANCE) && !person.isEmpty()) {
                Stamp on = new Stamp(0, line.whole("fromUtcMs"), 0, ClockTrust.RTC);
                Stamp off = new Stamp(0, line.whole("untilUtcMs"), 0, ClockTrust.RTC);
                all.add(new Session(person, on, off, off.utcMs() - on.utcMs(), true));
            }
        }
        all.sort(Comparator.comparingLong((Session session) -> session.on().utcMs())
                .thenComparing(Session::person));
        return all;
    }
}
