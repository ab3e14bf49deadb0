package io.pumpwatch.duty;

import io.pumpwatch.station.Text;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shifts of a day. A shift begins and ends by the wall clock of the station's zone: on the days when that clock changes
 * it is an hour longer or shorter, and each is there exactly once.
 *
 * @param shifts in the order of the station file
 */
public record Timetable(ZoneId zone, List<Shift> shifts) {
    public Timetable {
        shifts = List.copyOf(shifts);
    }

    /** The usual three. */
    public static Timetable usual(ZoneId zone) {
        return new Timetable(
                zone,
                List.of(
                        shift("day", "day shift", "白班", 8, 16),
                        shift("evening", "evening shift", "中班", 16, 0),
                        shift("night", "night shift", "夜班", 0, 8)));
    }

    private static Shift shift(String id, String en, String zh, int begin, int end) {
        return new Shift(id, new Text(en, zh), LocalTime.of(begin, 0), LocalTime.of(end, 0));
    }

    /**
     * One shift of the day.
     *
     * @param end on the next day where it isn't after the begin
     */
    public record Shift(String id, Text name, LocalTime begin, LocalTime end) {}

    /**
     * A shift of one date.
     *
     * @param date on which it begins, by the station's clock
     */
    public record Slot(LocalDate date, String shift, long beginUtcMs, long endUtcMs) {
        /** Its name in records, such as {@code 2026-11-23/day}. */
        public String key() {
            return date + "/" + shift;
        }

        boolean holds(long utcMs) {
            return utcMs >= beginUtcMs && utcMs < endUtcMs;
        }
    }

    /** The shift of that name, or null. */
    public @Nullable Shift shift(String id) {
        return shifts.stream()
                .filter(shift -> shift.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** That shift on that date. */
    public Slot slot(LocalDate date, Shift shift) {
        LocalDate endDate = shift.end().isAfter(shift.begin()) ? date : date.plusDays(1);
        long begin = ZonedDateTime.of(date, shift.begin(), zone).toInstant().toEpochMilli();
        long end = ZonedDateTime.of(endDate, shift.end(), zone).toInstant().toEpochMilli();
        return new Slot(date, shift.id(), begin, end);
    }

    /** The slot of a name such as {@code 2026-11-23/day}, or null where it names none. */
    public @Nullable Slot slot(String key) {
        String[] parts = key.split("/", 2);
        Shift shift = parts.length == 2 ? shift(parts[1]) : null;
        LocalDate date = Dates.parse(parts[0]);
        return shift == null || date == null ? null : slot(date, shift);
    }

    /** Slots that begin or are under way within a span of dates, in the order of their begin. */
    public List<Slot> slots(LocalDate from, LocalDate to) {
        List<Slot> all = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            for (Shift shift : shifts) {
                all.add(slot(date, shift));
            }
        }
        all.sort(Comparator.comparingLong(Slot::beginUtcMs));
        return all;
    }

    /** The slot at that time, the one that began last where two overlap; null between shifts. */
    public @Nullable Slot at(long utcMs) {
        LocalDate today = date(utcMs);
        Slot found = null;
        for (Slot slot : slots(today.minusDays(1), today)) {
            if (slot.holds(utcMs)) {
                found = slot;
            }
        }
        return found;
    }

    /** The first slot that begins after that time. */
    public Slot next(long utcMs) {
        LocalDate today = date(utcMs);
        return slots(today, today.plusDays(2)).stream()
                .filter(slot -> slot.beginUtcMs() > utcMs)
                .findFirst()
                .orElseThrow();
    }

    /** The station's date. */
    public LocalDate date(long utcMs) {
        return java.time.Instant.ofEpochMilli(utcMs).atZone(zone).toLocalDate();
    }
}
