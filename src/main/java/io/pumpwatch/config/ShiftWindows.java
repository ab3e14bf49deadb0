package io.pumpwatch.config;

import io.pumpwatch.duty.Timetable;
import io.pumpwatch.duty.Timetable.Shift;
import io.pumpwatch.rounds.Schedule.Window;
import io.pumpwatch.station.Text;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Windows of a sheet that goes with the shifts, such as the checks of the emulsion pump before and after each (E6): one
 * for each shift, named after it. Where shifts follow so closely that a window would run into the next one, it is cut.
 */
final class ShiftWindows {
    private static final long DAY_MS = 86_400_000;
    private static final long HOUR_MS = 3_600_000;

    private ShiftWindows() {}

    /** Reads {@code shift}, {@code opens}, {@code lasts} and {@code grace}. */
    static List<Window> read(Section section, Timetable timetable) {
        String at = section.string("shift");
        if (!List.of("begin", "end").contains(at)) {
            section.fault("shift", FaultKind.BAD_WORD, "shift", at, new Text("begin, end", "begin、end"));
        }
        long opensMs = section.duration("opens", 0, DAY_MS / 2, HOUR_MS / 2);
        long lastsMs = section.duration("lasts", 60_000, DAY_MS / 2, HOUR_MS);
        long graceMs = section.duration("grace", 0, DAY_MS / 2, HOUR_MS);
        List<Shift> shifts = new ArrayList<>(timetable.shifts());
        shifts.sort(Comparator.comparing(shift -> opens(shift, at, opensMs)));
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            LocalTime from = opens(shifts.get(i), at, opensMs);
            LocalTime next = opens(shifts.get((i + 1) % shifts.size()), at, opensMs);
            long gapMs = (next.toSecondOfDay() - from.toSecondOfDay()) * 1_000L;
            // Two shifts that begin together have one check.
            boolean last = i == shifts.size() - 1;
            if (gapMs > 0 || last) {
                long roomMs = gapMs > 0 ? gapMs : gapMs + DAY_MS;
                long lasts = Math.min(lastsMs, roomMs);
                windows.add(new Window(shifts.get(i).id(), from, plus(from, lasts), Math.min(graceMs, roomMs - lasts)));
            }
        }
        return windows;
    }

    private static LocalTime opens(Shift shift, String at, long opensMs) {
        return plus(at.equals("end") ? shift.end() : shift.begin(), -opensMs);
    }

    private static LocalTime plus(LocalTime time, long ms) {
        return time.plusSeconds(ms / 1_000);
    }
}
