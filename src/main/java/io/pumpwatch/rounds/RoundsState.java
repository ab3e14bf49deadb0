package io.pumpwatch.rounds;

import io.pumpwatch.rounds.DefectsState.Defect;
import io.pumpwatch.rounds.JobState.Job;
import io.pumpwatch.rounds.SheetState.Outcome;
import io.pumpwatch.rounds.SheetState.Past;
import io.pumpwatch.rounds.SheetState.Run;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rounds, sheets, jobs and defects; a fold of {@link RoundsEvent}s.
 *
 * @param sheets by id, {@code round} among them
 * @param commissioned instruments by tag
 */
public record RoundsState(
        SortedMap<String, SheetState> sheets,
        DefectsState defects,
        JobState jobs,
        WorkState work,
        SortedMap<Tag, Commissioned> commissioned) {
    /** Before the first event. */
    public static final RoundsState EMPTY =
            new RoundsState(new TreeMap<>(), DefectsState.EMPTY, JobState.EMPTY, WorkState.EMPTY, new TreeMap<>());

    /**
     * An instrument's last commissioning sheet.
     *
     * @param dueMs wall time of the next one
     */
    public record Commissioned(double errorPercent, AlarmId proven, long dueMs, String by, Stamp at) {}

    /** What is known of a sheet; nothing yet for one that was never due. */
    public SheetState sheet(String id) {
        SheetState known = sheets.get(id);
        return known == null ? SheetState.NEW : known;
    }

    /** Defects that aren't closed, by number. */
    public SortedMap<Long, Defect> openDefects() {
        return defects.open();
    }

    /** Jobs that aren't closed, by number. */
    public SortedMap<Long, Job> openJobs() {
        return jobs.open();
    }

    /** Work items that nobody has handled, by number. */
    public SortedMap<Long, WorkState.Item> openWork() {
        return work.open();
    }

    /** Sheets that are due or in progress, by id; the round among them. */
    public SortedMap<String, Run> sheetsDue() {
        SortedMap<String, Run> due = new TreeMap<>();
        sheets.forEach((id, sheet) -> {
            Run run = sheet.open();
            if (run != null) {
                due.put(id, run);
            }
        });
        return due;
    }

    /** Slots of this sheet that were missed and began after that wall time; of the last dozen only. */
    public List<Past> missedSince(String sheet, long sinceMs) {
        return sheet(sheet).past().stream()
                .filter(past -> past.outcome() == Outcome.MISSED && past.fromMs() > sinceMs)
                .toList();
    }

    /** Rounds that were missed and began after that wall time; of the last dozen only. */
    public List<Past> missedRounds(long sinceMs) {
        return missedSince(SheetPlan.ROUND, sinceMs);
    }

    /** When this sheet was last signed by all who must; null if never. */
    public @Nullable Stamp lastDone(String sheet) {
        return sheet(sheet).lastDone();
    }

    /** Pumps under an open job, which must not start. */
    public SortedSet<Tag> lockedPumps() {
        return jobs.locked();
    }

    /** Whether this person is signed on to an open job. */
    public boolean onJob(String person) {
        return jobs.open().values().stream().anyMatch(job -> job.locks().containsKey(person));
    }

    /** Whether this person is signed on to an open job that this instrument belongs to. */
    public boolean onJob(String person, Tag instrument) {
        return jobs.open().values().stream()
                .anyMatch(job ->
                        job.locks().containsKey(person) && job.instruments().contains(instrument));
    }

    /** Everybody whose lock is on an open job of live work (D1). */
    public Set<String> liveLocks() {
        Set<String> people = new TreeSet<>();
        for (Job job : jobs.open().values()) {
            if (job.live()) {
                people.addAll(job.locks().keySet());
            }
        }
        return people;
    }

    RoundsState with(String sheet, SheetState state) {
        SortedMap<String, SheetState> next = new TreeMap<>(sheets);
        next.put(sheet, state);
        return new RoundsState(next, defects, jobs, work, commissioned);
    }

    RoundsState with(DefectsState next) {
        return new RoundsState(sheets, next, jobs, work, commissioned);
    }

    RoundsState with(JobState next) {
        return new RoundsState(sheets, defects, next, work, commissioned);
    }

    RoundsState with(WorkState next) {
        return new RoundsState(sheets, defects, jobs, next, commissioned);
    }

    RoundsState with(SortedMap<Tag, Commissioned> next) {
        return new RoundsState(sheets, defects, jobs, work, next);
    }
}
