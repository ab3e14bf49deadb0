package io.pumpwatch.app.demo;

import io.pumpwatch.duty.ShiftCommand.SignOff;
import io.pumpwatch.duty.ShiftCommand.SignOn;
import io.pumpwatch.rounds.SheetCommand.SignSheet;
import io.pumpwatch.scan.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the people of a week remember of it: counts without any entry of the journal. */
final class WeekLedger {
    private static final long SHIFT_MS = 8 * 3_600_000;
    private static final long HANDOVER_MS = 30 * 60_000;

    private final List<Deed.Done> done;
    private final long endMs;

    /** Once on duty. */
    record Stay(String person, long fromMs, long toMs) {
        long within(long from, long to) {
            return Math.max(0, Math.min(toMs, to) - Math.max(fromMs, from));
        }
    }

    WeekLedger(List<Deed.Done> all, long endMs) {
        this.done = all.stream().filter(each -> each.refused().isEmpty()).toList();
        this.endMs = endMs;
    }

    static Object inner(Command command) {
        if (command instanceof Command.Duty e) {
            return e.command();
        }
        if (command instanceof Command.Rounds e) {
            return e.command();
        }
        return command instanceof Command.Interlock e ? e.command() : command;
    }

    /** Times of deeds of a kind, within a stretch of time. */
    List<Deed.Done> of(Class<?> kind, long fromMs, long toMs) {
        return done.stream()
                .filter(each -> kind.isInstance(inner(each.command())))
                .filter(each -> each.utcMs() >= fromMs && each.utcMs() < toMs)
                .toList();
    }

    int count(Class<?> kind, long fromMs, long toMs) {
        return of(kind, fromMs, toMs).size();
    }

    /** When a sheet got its last signature, by the number of signatures that it takes. */
    List<Long> signed(String sheet, int signatures) {
        List<Long> times = done.stream()
                .filter(each -> inner(each.command()) instanceof SignSheet e
                        && e.sheet().equals(sheet))
                .map(Deed.Done::utcMs)
                .toList();
        List<Long> last = new ArrayList<>();
        for (int i = signatures - 1; i < times.size(); i += signatures) {
            last.add(times.get(i));
        }
        return last;
    }

    List<Stay> stays() {
        Map<String, Long> here = new HashMap<>();
        List<Stay> stays = new ArrayList<>();
        for (Deed.Done each : done) {
            Object command = inner(each.command());
            if (command instanceof SignOn) {
                here.put(each.by(), each.utcMs());
            } else if (command instanceof SignOff && here.containsKey(each.by())) {
                stays.add(new Stay(each.by(), here.remove(each.by()), each.utcMs()));
            }
        }
        here.forEach((person, since) -> stays.add(new Stay(person, since, endMs)));
        return stays;
    }

    /** What is longer than a handover after one's own shift; all of it where nobody asked for one. */
    long overtimeMs(String person, boolean rostered, long midnightMs) {
        return stays().stream()
                .filter(stay -> stay.person().equals(person))
                .mapToLong(stay -> {
                    // Crews come a little before their shift; one begins every eight hours of local time.
                    long shift = Math.round((stay.fromMs() - midnightMs) / (double) SHIFT_MS);
                    long fromMs = rostered ? midnightMs + (shift + 1) * SHIFT_MS : stay.fromMs();
                    long after = stay.toMs() - fromMs;
                    return after >= HANDOVER_MS ? after : 0;
                })
                .sum();
    }

    /**
     * Time with at least so many on duty who answer.
     *
     * @param silences in which somebody on duty gave no answer
     */
    long mannedMs(int people, long fromMs, long toMs, List<Stay> silences) {
        TreeMap<Long, Integer> steps = new TreeMap<>();
        for (Stay silence : silences) {
            steps.merge(silence.fromMs(), -1, Integer::sum);
            steps.merge(silence.toMs(), 1, Integer::sum);
        }
        for (Stay stay : stays()) {
            steps.merge(Math.max(fromMs, stay.fromMs()), 1, Integer::sum);
            steps.merge(Math.min(toMs, stay.toMs()), -1, Integer::sum);
        }
        long sum = 0;
        int here = 0;
        long since = fromMs;
        for (Map.Entry<Long, Integer> step : steps.entrySet()) {
            sum += here >= people ? step.getKey() - since : 0;
            since = step.getKey();
            here += step.getValue();
        }
        return sum;
    }

    List<Deed.Done> all(Predicate<Object> which) {
        return done.stream().filter(each -> which.test(inner(each.command()))).toList();
    }
}
