package io.pumpwatch.duty;

import io.pumpwatch.duty.ShiftState.Session;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who came when, from signed-on time against the roster (D9). Pure: who was due comes from the roster, who was here
 * from the sessions, and a time that no clock can place counts as unknown.
 */
public final class Attendance {
    /** Less than this outside one's own shift belongs to the handover and is no overtime. */
    static final long HANDOVER_MS = 1_800_000;

    private Attendance() {}

    /** How somebody kept a shift. */
    public enum Kept {
        PRESENT,
        LATE,
        ABSENT,
        EXCUSED,
        /** Was not due and came. */
        EXTRA,
        /** Due and not here yet; the shift isn't over. */
        AWAITED
    }

    /**
     * One person in one shift.
     *
     * @param onUtcMs first signing on that counts for it, or null
     * @param lateMs after the begin; 0 where in time
     * @param workedMs on duty within the shift
     * @param overtimeMs on duty after its end, or at all where the person wasn't due
     * @param paper whether some of it was typed in from paper
     */
    public record Row(
            Slot slot,
            String person,
            Kept kept,
            @Nullable Long onUtcMs,
            long lateMs,
            long workedMs,
            long overtimeMs,
            boolean paper) {}

    /** Rows in the order of the shifts, and how many sessions no clock can place. */
    public record Sheet(List<Row> rows, int unplaced) {}

    /** A session with its place in time. */
    public record Placed(String person, long fromUtcMs, long toUtcMs, boolean paper) {}

    /** Who was due and who needn't come. */
    public interface Roster {
        /** Those due in a slot. */
        List<String> due(String slot);

        /** Whether a person who is due in a slot needn't come. */
        boolean excused(String slot, String person);
    }

    /**
     * Shifts that begin from one date to another, of what the agent remembers.
     *
     * @param boot counts the agent's starts
     */
    public static Sheet sheet(DutyPlan plan, DutyState state, LocalDate from, LocalDate to, long boot, Now now) {
        List<Session> all = sessions(state, boot, now);
        return sheet(plan, state.shift().rota(), all, from, to, now.utcMs());
    }

    /** Shifts that begin from one date to another, of any sessions. */
    public static Sheet sheet(
            DutyPlan plan, Roster roster, List<Session> sessions, LocalDate from, LocalDate to, long nowUtcMs) {
        List<Placed> placed = placed(sessions);
        List<Slot> slots = plan.timetable().slots(from, to.plusDays(1));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i + 1 < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (!slot.date().isAfter(to) && slot.beginUtcMs() <= nowUtcMs) {
                slot(plan, roster, slot, slots.get(i + 1).beginUtcMs(), placed, nowUtcMs, rows);
            }
        }
        return new Sheet(rows, sessions.size() - placed.size());
    }

    /** The sessions that some clock can place. */
    public static List<Placed> placed(List<Session> sessions) {
        List<Placed> placed = new ArrayList<>();
        for (Session session : sessions) {
            Placed place = place(session);
            if (place != null) {
                placed.add(place);
            }
        }
        return placed;
    }

    private static List<Session> sessions(DutyState state, long boot, Now now) {
        List<Session> all = new ArrayList<>(state.shift().sessions());
        state.onDuty().forEach((person, since) -> {
            Stamp until = Stamp.of(boot, now);
            all.add(new Session(person, since, until, since.elapsedMs(until), false));
        });
        return all;
    }

    /** By the end whose clock can be believed, and as long as uptime says; null where neither can. */
    private static @Nullable Placed place(Session session) {
        boolean on = session.on().trust() != ClockTrust.UNSET;
        boolean off = session.off().trust() != ClockTrust.UNSET;
        if (session.lastedMs() < 0 || (!on && !off)) {
            return null;
        }
        boolean byOff =
                !on || (session.off().trust() == ClockTrust.NTP && session.on().trust() != ClockTrust.NTP);
        long fromUtcMs = byOff
                ? session.off().utcMs() - session.lastedMs()
                : session.on().utcMs();
        return new Placed(session.person(), fromUtcMs, fromUtcMs + session.lastedMs(), session.paper());
    }

    private static void slot(
            DutyPlan plan, Roster roster, Slot slot, long nextUtcMs, List<Placed> all, long nowUtcMs, List<Row> rows) {
        List<String> due = roster.due(slot.key());
        SortedSet<String> people = new TreeSet<>(due);
        List<Placed> here = all.stream()
                .filter(each -> overlapMs(each, slot.beginUtcMs(), nextUtcMs) > 0)
                .toList();
        here.forEach(each -> people.add(each.person()));
        for (String person : people) {
            Row row = row(plan, roster, slot, nextUtcMs, here, person, nowUtcMs);
            if (row.kept() != Kept.EXTRA || row.overtimeMs() >= HANDOVER_MS) {
                rows.add(row);
            }
        }
    }

    private static Row row(
            DutyPlan plan, Roster roster, Slot slot, long nextUtcMs, List<Placed> here, String person, long nowUtcMs) {
        boolean due = roster.due(slot.key()).contains(person);
        long workedMs = 0;
        long afterMs = 0;
        Long onUtcMs = null;
        boolean paper = false;
        long countedMs = Long.MIN_VALUE;
        List<Placed> own = here.stream()
                .filter(each -> each.person().equals(person))
                .sorted(Comparator.comparingLong(Placed::fromUtcMs))
                .toList();
        for (Placed each : own) {
            // Paper and agent may tell of the same hours: they count once.
            long fromUtcMs = Math.max(countedMs, each.fromUtcMs());
            Placed rest = new Placed(person, fromUtcMs, Math.max(fromUtcMs, each.toUtcMs()), each.paper());
            workedMs += overlapMs(rest, slot.beginUtcMs(), slot.endUtcMs());
            afterMs += overlapMs(rest, slot.endUtcMs(), nextUtcMs);
            countedMs = rest.toUtcMs();
            onUtcMs = onUtcMs == null ? each.fromUtcMs() : onUtcMs;
            paper |= each.paper();
        }
        long behindMs = onUtcMs == null ? 0 : Math.max(0, onUtcMs - slot.beginUtcMs());
        long lateMs = due && behindMs > plan.crew().lateMs() ? behindMs : 0;
        boolean excused = roster.excused(slot.key(), person);
        Kept kept = Kept.EXTRA;
        if (due && workedMs == 0) {
            Kept open = nowUtcMs < slot.endUtcMs() ? Kept.AWAITED : Kept.ABSENT;
            kept = excused ? Kept.EXCUSED : open;
        } else if (due) {
            kept = lateMs > 0 ? Kept.LATE : Kept.PRESENT;
        }
        long overtimeMs = due ? afterMs : workedMs + afterMs;
        return new Row(slot, person, kept, onUtcMs, lateMs, workedMs, overtimeMs, paper);
    }

    private static long overlapMs(Placed placed, long fromUtcMs, long toUtcMs) {
        return Math.max(0, Math.min(placed.toUtcMs(), toUtcMs) - Math.max(placed.fromUtcMs(), fromUtcMs));
    }
}
