package io.pumpwatch.rounds;

import io.pumpwatch.rounds.Schedule.Daily;
import io.pumpwatch.rounds.Schedule.Every;
import io.pumpwatch.rounds.Schedule.Window;
import io.pumpwatch.rounds.Schedule.Yearly;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slots that a schedule asks for, in the station's local time. A slot is a day and a window, whatever the clock
 * does on that day: a window that begins in the hour that summer time skips begins when that hour is over, one that
 * begins in the hour that comes twice begins the first time.
 */
public final class Timetable {
    private Timetable() {}

    /**
     * One time that a sheet is due.
     *
     * @param key such as {@code 2026-11-23/morning}; once for each sheet
     * @param fromMs and
     * @param toMs wall time in which it is due
     * @param lateMs done until here it is late, later it is missed; not for a lasting one
     * @param lasting due until it is done
     */
    public record Slot(String key, long fromMs, long toMs, long lateMs, boolean lasting) {}

    /** Slots that began after {@code sinceMs} and not after {@code nowMs}, oldest first; none for intervals. */
    public static List<Slot> begun(Schedule schedule, ZoneId zone, long sinceMs, long nowMs) {
        List<Slot> slots = new ArrayList<>();
        LocalDate last = date(zone, nowMs).plusDays(1);
        if (schedule instanceof Daily daily) {
            for (LocalDate day = date(zone, sinceMs).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                for (Window window : daily.windows()) {
                    slots.add(slot(day, window, zone));
                }
            }
        } else if (schedule instanceof Yearly yearly) {
            for (int year = date(zone, sinceMs).getYear(); year <= last.getYear() + 1; year++) {
                slots.add(slot(year, yearly, zone));
            }
        }
        return slots.stream()
                .filter(slot -> slot.fromMs() > sinceMs && slot.fromMs() <= nowMs)
                .sorted(Comparator.comparingLong(Slot::fromMs).thenComparing(Slot::key))
                .toList();
    }

    /** The last slot that has begun, or null for intervals. */
    public static @Nullable Slot latest(Schedule schedule, ZoneId zone, long nowMs) {
        long reachMs = schedule instanceof Yearly ? 800 * DAY_MS : 3 * DAY_MS;
        List<Slot> begun = begun(schedule, zone, nowMs - reachMs, nowMs);
        return begun.isEmpty() ? null : begun.get(begun.size() - 1);
    }

    /** The first slot that begins after that moment, or null for intervals. */
    public static @Nullable Slot next(Schedule schedule, ZoneId zone, long nowMs) {
        long reachMs = schedule instanceof Yearly ? 800 * DAY_MS : 3 * DAY_MS;
        List<Slot> coming = begun(schedule, zone, nowMs, nowMs + reachMs);
        return coming.isEmpty() ? null : coming.get(0);
    }

    /** A slot that somebody opens, or that an interval opens, at this moment. */
    static Slot at(Schedule schedule, ZoneId zone, long nowMs) {
        LocalDateTime local =
                Instant.ofEpochMilli(nowMs).atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        long graceMs = schedule instanceof Every every ? every.graceMs() : 0;
        return new Slot(local.toString(), nowMs, nowMs + graceMs, nowMs + graceMs, true);
    }

    static final long DAY_MS = 86_400_000;

    private static LocalDate date(ZoneId zone, long ms) {
        return Instant.ofEpochMilli(ms).atZone(zone).toLocalDate();
    }

    private static Slot slot(LocalDate day, Window window, ZoneId zone) {
        LocalDate end = window.to().isAfter(window.from()) ? day : day.plusDays(1);
        long fromMs = ms(ZonedDateTime.of(day, window.from(), zone));
        long toMs = ms(ZonedDateTime.of(end, window.to(), zone));
        return new Slot(day + "/" + window.id(), fromMs, toMs, toMs + window.graceMs(), false);
    }

    private static Slot slot(int year, Yearly yearly, ZoneId zone) {
        long byMs = ms(yearly.by().atYear(year).atStartOfDay(zone));
        return new Slot(Integer.toString(year), byMs - yearly.leadMs(), byMs, byMs, true);
    }

    private static long ms(ZonedDateTime time) {
        return time.toInstant().toEpochMilli();
    }
}
