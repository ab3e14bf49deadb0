package io.pumpwatch.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.duty.Attendance.Kept;
import io.pumpwatch.duty.Attendance.Row;
import io.pumpwatch.duty.Attendance.Sheet;
import io.pumpwatch.duty.RemarkEvent.PaperTypedIn;
import io.pumpwatch.duty.RotaEvent.AbsenceExcused;
import io.pumpwatch.duty.RotaEvent.ShiftArranged;
import io.pumpwatch.duty.ShiftEvent.SignedOff;
import io.pumpwatch.duty.ShiftEvent.SignedOn;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attendance follows from events: who was due, who was here, and what no clock can place. */
class AttendanceTest {
    private static final long HOUR_MS = 3_600_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    /** 08:00 in Shanghai. */
    private static final long BEGIN = Instant.parse("2026-11-23T00:00:00Z").toEpochMilli();

    private final DutyPlan plan = DutyPlan.of(ZoneId.of("Asia/Shanghai"));
    private DutyState state = DutyState.EMPTY;

    private static Stamp stamp(double hour) {
        return stamp(1, hour, hour, ClockTrust.NTP);
    }

    private static Stamp stamp(long boot, double wallHour, double uptimeHour, ClockTrust trust) {
        return new Stamp(boot, BEGIN + ms(wallHour), ms(uptimeHour + 100), trust);
    }

    private static long ms(double hours) {
        return Math.round(hours * HOUR_MS);
    }

    private void at(Stamp at, DutyEvent event) {
        state = Duty.apply(state, at, event);
    }

    private void due(String... people) {
        at(stamp(-1), new ShiftArranged("day", DAY, 1, List.of(people), "chief"));
    }

    private void here(String person, double from, double to) {
        at(stamp(from), on(person));
        at(stamp(to), new SignedOff(person, ""));
    }

    private static SignedOn on(String person) {
        return new SignedOn(person, "", List.of(), null, "");
    }

    private Sheet sheet(double hour) {
        return Attendance.sheet(plan, state, DAY, DAY, 1, Now.of(BEGIN + ms(hour), ms(hour + 100)));
    }

    private Row row(double hour, String person) {
        return sheet(hour).rows().stream()
                .filter(row -> row.person().equals(person) && row.slot().shift().equals("day"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hoursThatPaperAndAgentBothTellOfCountOnce() {
        due("one");
        here("one", 0, 4);
        at(stamp(9), new PaperTypedIn("attendance", "one", BEGIN, BEGIN + ms(8), "agent off", "chief"));
        Row row = row(10, "one");
        assertEquals(ms(8), row.workedMs());
        assertEquals(Kept.PRESENT, row.kept());
        assertEquals(0, row.overtimeMs());
    }

    @Test
    void inTimeEarlyLateAndAbsent() {
        due("early", "exact", "late", "never", "excused");
        at(stamp(-1), new AbsenceExcused("excused", DAY + "/day", "ill", "chief"));
        here("early", -0.25, 8.1);
        here("exact", 10.0 / 60, 8);
        here("late", 0.5, 8);
        assertEquals(Kept.PRESENT, row(9, "early").kept());
        assertEquals(ms(8), row(9, "early").workedMs());
        assertEquals(Kept.PRESENT, row(9, "exact").kept(), "ten minutes are allowed");
        assertEquals(Kept.LATE, row(9, "late").kept());
        assertEquals(ms(0.5), row(9, "late").lateMs());
        assertEquals(ms(7.5), row(9, "late").workedMs());
        assertEquals(Kept.ABSENT, row(9, "never").kept());
        assertEquals(Kept.EXCUSED, row(9, "excused").kept());
        assertEquals(5, sheet(9).rows().size(), "the quarter of an hour before belongs to the handover");
    }

    /** The night of the longer hour has nine of them, that of the shorter one seven; nobody is late for it. */
    @ParameterizedTest
    @CsvSource({"2026-10-25, 2026-10-24T22:00:00Z, 9", "2026-03-29, 2026-03-28T23:00:00Z, 7"})
    void aNightInWhichTheClockChangesIsAsLongAsItWas(LocalDate night, String begin, int hours) {
        DutyPlan berlin = DutyPlan.of(ZoneId.of("Europe/Berlin"));
        long beginMs = Instant.parse(begin).toEpochMilli();
        at(stamp(-1), new ShiftArranged("night", night, 1, List.of("here", "never"), "chief"));
        at(new Stamp(1, beginMs, ms(1), ClockTrust.NTP), on("here"));
        at(new Stamp(1, beginMs + ms(hours + 1), ms(hours + 2), ClockTrust.NTP), new SignedOff("here", ""));
        Now morning = Now.of(beginMs + ms(12), ms(13));
        List<Row> rows = Attendance.sheet(berlin, state, night, night, 1, morning).rows().stream()
                .filter(row -> row.slot().shift().equals("night"))
                .toList();
        assertEquals(
                List.of(Kept.PRESENT, Kept.ABSENT), rows.stream().map(Row::kept).toList());
        assertEquals(ms(hours), rows.get(0).workedMs());
        Row day = Attendance.sheet(berlin, state, night, night, 1, morning).rows().stream()
                .filter(row -> row.slot().shift().equals("day"))
                .findFirst()
                .orElseThrow();
        assertEquals(ms(1), day.overtimeMs(), "who stays on after it");
    }

    @Test
    void whileTheShiftRunsNobodyIsAbsent() {
        due("never", "here");
        at(stamp(0), on("here"));
        assertEquals(Kept.AWAITED, row(7.9, "never").kept());
        assertEquals(Kept.ABSENT, row(8, "never").kept());
        assertEquals(ms(2), row(2, "here").workedMs(), "still on duty");
    }

    @Test
    void stayingOnIsOvertimeAndSoIsComingWithoutBeingDue() {
        due("stays");
        here("stays", 0, 12);
        here("helps", 1, 3);
        Row next = sheet(24).rows().stream()
                .filter(row -> row.slot().shift().equals("evening"))
                .findFirst()
                .orElseThrow();
        assertEquals(Kept.EXTRA, next.kept());
        assertEquals(ms(4), next.overtimeMs());
        assertEquals(0, row(24, "stays").overtimeMs());
        assertEquals(Kept.EXTRA, row(24, "helps").kept());
        assertEquals(ms(2), row(24, "helps").overtimeMs());
    }

    @Test
    void twiceOnDutyInOneShiftIsAddedUp() {
        due("one");
        here("one", 0, 3);
        here("one", 4, 8);
        assertEquals(ms(7), row(9, "one").workedMs());
        assertEquals(0, row(9, "one").lateMs());
    }

    @Test
    void aClockSetBackDuringTheShiftCostsNobodyTheirHours() {
        due("one");
        // The clock said eight and was right; at noon it was set back by two hours: uptime says how long it was.
        at(stamp(0), on("one"));
        at(stamp(1, 6, 8, ClockTrust.RTC), new SignedOff("one", ""));
        assertEquals(ms(8), row(9, "one").workedMs());
        assertEquals(0, row(9, "one").lateMs());
    }

    @Test
    void bootedInThePastAndSetLater() {
        due("one");
        at(stamp(1, -400_000, 0, ClockTrust.UNSET), on("one"));
        at(stamp(1, 8, 8, ClockTrust.NTP), new SignedOff("one", ""));
        assertEquals(ms(8), row(9, "one").workedMs());
        assertEquals(Kept.PRESENT, row(9, "one").kept());
    }

    @Test
    void whatNoClockCanPlaceIsUnknownAndNotKept() {
        due("one");
        at(stamp(1, -400_000, 0, ClockTrust.UNSET), on("one"));
        at(stamp(2, -400_000, 1, ClockTrust.UNSET), new SignedOff("one", ""));
        assertEquals(1, sheet(9).unplaced());
        assertEquals(Kept.ABSENT, row(9, "one").kept());
    }

    @Test
    void paperCountsAndStaysMarked() {
        due("one");
        at(stamp(20), new PaperTypedIn("attendance", "one", BEGIN, BEGIN + ms(8), "agent off", "chief"));
        assertEquals(Kept.PRESENT, row(21, "one").kept());
        assertEquals(true, row(21, "one").paper());
        at(stamp(20), new PaperTypedIn("round", "one", BEGIN, BEGIN + ms(8), "something else", "chief"));
        assertEquals(ms(8), row(21, "one").workedMs());
    }
}
