package io.pumpwatch.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.duty.Timetable.Shift;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.station.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shifts by the station's clock, also on the days when that clock changes. */
class TimetableTest {
    private static final long HOUR_MS = 3_600_000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String at(Timetable timetable, String utc) {
        Slot slot = timetable.at(Instant.parse(utc).toEpochMilli());
        return slot == null ? "-" : slot.key();
    }

    @Test
    void aShiftBelongsToTheDateOnWhichItBegins() {
        Timetable usual = Timetable.usual(ZoneId.of("Asia/Shanghai"));
        assertEquals("2026-11-22/evening", at(usual, "2026-11-22T15:59:59.999Z"));
        assertEquals("2026-11-23/night", at(usual, "2026-11-22T16:00:00Z"));
        assertEquals("2026-11-23/day", at(usual, "2026-11-23T00:00:00Z"));
        assertEquals("2026-11-23/evening", at(usual, "2026-11-23T08:00:00Z"));
        assertEquals(
                "2026-11-24/night",
                usual.next(Instant.parse("2026-11-23T08:00:00Z").toEpochMilli()).key());
    }

    @Test
    void theNightIsAnHourShorterInSpringAndLongerInAutumn() {
        Timetable usual = Timetable.usual(BERLIN);
        Shift night = usual.shifts().get(2);
        Slot spring = usual.slot(LocalDate.of(2026, 3, 29), night);
        Slot autumn = usual.slot(LocalDate.of(2026, 10, 25), night);
        Slot plain = usual.slot(LocalDate.of(2026, 6, 1), night);
        assertEquals(7 * HOUR_MS, spring.endUtcMs() - spring.beginUtcMs());
        assertEquals(9 * HOUR_MS, autumn.endUtcMs() - autumn.beginUtcMs());
        assertEquals(8 * HOUR_MS, plain.endUtcMs() - plain.beginUtcMs());
    }

    @Test
    void aShiftThatBeginsInTheHourThatIsSkippedBeginsOnceAndHasAnEnd() {
        Timetable odd = new Timetable(
                BERLIN,
                List.of(
                        new Shift("early", Text.NONE, LocalTime.of(2, 30), LocalTime.of(14, 30)),
                        new Shift("late", Text.NONE, LocalTime.of(14, 30), LocalTime.of(2, 30))));
        List<Slot> slots = odd.slots(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 30));
        for (int i = 0; i + 1 < slots.size(); i++) {
            assertEquals(slots.get(i).endUtcMs(), slots.get(i + 1).beginUtcMs(), "no gap, no overlap");
        }
    }

    @Test
    void everyMomentOfAYearIsInExactlyOneShiftAndEveryDayHasThree() {
        for (String zone : List.of("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe")) {
            Timetable usual = Timetable.usual(ZoneId.of(zone));
            List<Slot> slots = usual.slots(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
            assertEquals(3 * 365, slots.size(), zone);
            assertEquals(3 * 365, slots.stream().map(Slot::key).distinct().count(), zone);
            Random random = new Random(7);
            long from = slots.get(0).beginUtcMs();
            long span = slots.get(slots.size() - 1).endUtcMs() - from;
            for (int i = 0; i < 2_000; i++) {
                long utcMs = from + (long) (random.nextDouble() * span);
                long holding = slots.stream().filter(slot -> slot.holds(utcMs)).count();
                assertEquals(1, holding, () -> zone + " " + Instant.ofEpochMilli(utcMs));
                Slot at = usual.at(utcMs);
                assertTrue(at != null && at.holds(utcMs), () -> zone + " " + Instant.ofEpochMilli(utcMs));
            }
        }
    }

    @Test
    void betweenTwoShiftsThereIsNone() {
        Timetable dayOnly =
                new Timetable(BERLIN, List.of(new Shift("day", Text.NONE, LocalTime.of(8, 0), LocalTime.of(16, 0))));
        assertEquals("-", at(dayOnly, "2026-06-01T20:00:00Z"));
        assertEquals("2026-06-01/day", at(dayOnly, "2026-06-01T08:00:00Z"));
        assertNull(dayOnly.slot("2026-06-01/night"));
        assertNull(dayOnly.slot("yesterday/day"));
    }
}
