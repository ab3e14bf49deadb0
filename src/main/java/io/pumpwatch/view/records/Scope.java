package io.pumpwatch.view.records;

import io.pumpwatch.station.Person;
import io.pumpwatch.station.Role;
import io.pumpwatch.view.records.Spans.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose records a reader is shown: an operator those of their own shifts, a fitter those of their own jobs, everybody
 * else all (domain.md, "Who may do what": records, reports). Each person may read their own attendance.
 *
 * @param person whose own they are; empty where everything may be read
 * @param shifts whether the reports of the person's own shifts may be read
 * @param jobs whether the records of the person's own jobs may be read
 */
public record Scope(String person, boolean shifts, boolean jobs) {
    /** Everything. */
    public static final Scope ALL = new Scope("", true, true);

    private static final Set<Role> READ_ALL =
            Set.of(Role.TECHNICIAN, Role.SHIFT_LEADER, Role.INSPECTOR, Role.CHIEF, Role.DISPATCH);
    private static final List<String> OF_A_SHIFT = List.of("shift", "handover", "trip", "events");
    private static final List<Span> ALWAYS = List.of(new Span(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2));
    /** Who comes early sees the end of the shift before, and has no part in its record. */
    private static final long TAKES_PART_MS = 30 * 60_000;

    /** What a person may read. */
    public static Scope of(Person person) {
        return READ_ALL.stream().anyMatch(person::is)
                ? ALL
                : new Scope(person.id(), person.is(Role.OPERATOR), person.isFitter());
    }

    /** Whether nothing is held back. */
    public boolean all() {
        return person.isEmpty();
    }

    /** Names of the reports that may be read. */
    public Set<String> kinds() {
        if (all()) {
            return Reports.names();
        }
        Set<String> kinds = new LinkedHashSet<>();
        if (shifts) {
            kinds.addAll(OF_A_SHIFT);
        }
        if (jobs) {
            kinds.add("jobs");
        }
        kinds.add("attendance");
        return kinds;
    }

    /** Whether somebody's attendance may be read. */
    public boolean shows(String somebody) {
        return all() || person.equals(somebody);
    }

    /** Whether a maintenance job's record may be read: by whoever took part in it. */
    boolean shows(List<Line> deedsOfOneJob) {
        return all() || deedsOfOneJob.stream().anyMatch(line -> line.text("by").equals(person));
    }

    /** Shifts about which everything may be read, as spans of wall time; one that never ends where all may be. */
    List<Span> times(Books books, Asked asked) {
        if (all()) {
            return ALWAYS;
        }
        // A handover or a trip of the first day may belong to the shift that began the evening before.
        Asked around = asked.days(asked.from().minusDays(1), asked.to());
        List<Span> shifts = ShiftRecord.slots(around).stream()
                .map(slot -> new Span(slot.fromMs(), slot.toMs()))
                .toList();
        if (shifts.isEmpty()) {
            return shifts;
        }
        long fromMs = shifts.get(0).fromMs();
        long toMs = shifts.get(shifts.size() - 1).toMs();
        List<Span> stays = Crews.stays(books, fromMs, toMs).stream()
                .filter(stay -> stay.person().equals(person))
                .map(Crews.Stay::span)
                .toList();
        return shifts.stream()
                .filter(shift ->
                        stays.stream().anyMatch(stay -> stay.within(shift.fromMs(), shift.toMs()) >= TAKES_PART_MS))
                .toList();
    }
}
