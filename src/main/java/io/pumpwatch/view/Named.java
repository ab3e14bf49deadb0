package io.pumpwatch.view;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.duty.HandoverPlan;
import io.pumpwatch.duty.Timetable;
import io.pumpwatch.rounds.JobPlan;
import io.pumpwatch.rounds.JobState.Job;
import io.pumpwatch.rounds.RoundsPlan;
import io.pumpwatch.rounds.Schedule;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Words;
import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people call the things that commands and records know by their ids. An id that nobody has a name for, such as
 * that of a sheet that isn't in the station file any more, stays as it is.
 *
 * @param people names by id
 * @param jobs kind of a maintenance job by its number; empty where that isn't known any more
 */
public record Named(StationPlan plan, Lang lang, UnaryOperator<String> people, UnaryOperator<String> jobs) {
    /** The names of a station as it is now. */
    public static Named of(StationView view, Lang lang) {
        return new Named(view.plan(), lang, view.state().duty()::name, number -> {
            Job job = number.matches("[0-9]{1,9}")
                    ? view.state().rounds().openJobs().get(Long.parseLong(number))
                    : null;
            return job == null ? "" : job.kind();
        });
    }

    /** Words of a key made of a family and an id, or the id itself. */
    public String known(String family, String id) {
        Words words = Words.of(lang);
        return words.has(family + id) ? words.say(family + id) : id;
    }

    public String person(String id) {
        return people.apply(id);
    }

    /** Several names in a row. */
    public String list(Collection<String> ids, UnaryOperator<String> each) {
        return String.join(lang == Lang.ZH ? "、" : ", ", ids.stream().map(each).toList());
    }

    public String sheet(String id) {
        SheetPlan sheet = plan.rounds().sheet(id);
        return sheet == null ? id : sheet.name().in(lang);
    }

    /** An item of a sheet, by its id or its place. */
    public String item(String sheet, String id) {
        SheetPlan known = plan.rounds().sheet(sheet);
        SheetPlan.Item item = known == null ? null : known.item(id);
        return item == null ? id : item.text().in(lang);
    }

    /** A shift of a date, such as {@code 2026-11-23/day}. */
    public String slot(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key.replace('T', ' ') : key.substring(0, slash) + " " + shift(key.substring(slash + 1));
    }

    /** The time that a sheet was due, such as {@code 2026-11-23/morning}: a window's name, or a shift's. */
    public String slot(String sheet, String key) {
        int slash = key.indexOf('/');
        if (slash < 0 || byShift(sheet)) {
            return slot(key);
        }
        return key.substring(0, slash) + " " + known("window.", key.substring(slash + 1));
    }

    /** Whether a sheet's windows are the station's shifts, each named after its own. */
    private boolean byShift(String sheet) {
        SheetPlan known = plan.rounds().sheet(sheet);
        if (known == null || !(known.schedule() instanceof Schedule.Daily daily)) {
            return false;
        }
        Set<String> shifts = plan.duty().timetable().shifts().stream()
                .map(Timetable.Shift::id)
                .collect(Collectors.toSet());
        return daily.windows().stream()
                .map(Schedule.Window::id)
                .collect(Collectors.toSet())
                .equals(shifts);
    }

    public String shift(String id) {
        Timetable.Shift shift = plan.duty().timetable().shift(id);
        return shift == null || shift.name().isEmpty() ? id : shift.name().in(lang);
    }

    /** A kind of work that people sign on for. */
    public String work(String id) {
        DutyPlan.Work work = plan.duty().work().get(id);
        return work == null || work.name().isEmpty() ? id : work.name().in(lang);
    }

    public String gear(String id) {
        return known("gear.item.", id);
    }

    /** A kind of certificate, training or examination. */
    public String certificate(String kind) {
        return known("certificate.kind.", kind);
    }

    /** A tool of the handover's list. */
    public String tool(String id) {
        HandoverPlan.Tool tool = plan.duty().handover().tool(id);
        return tool == null ? id : tool.name().in(lang);
    }

    /** A kind of maintenance job. */
    public String job(String kind) {
        JobPlan job = plan.rounds().job(kind);
        return job == null ? kind : job.name().in(lang);
    }

    /**
     * A step of a job, by its id.
     *
     * @param number of the job; where its kind isn't known the step has a name only if all kinds call it the same
     */
    public String step(String number, String id) {
        Set<String> texts = jobs(number)
                .flatMap(job -> job.steps().stream())
                .filter(step -> step.id().equals(id))
                .map(step -> step.text().in(lang))
                .collect(Collectors.toSet());
        return texts.size() == 1 ? texts.iterator().next() : id;
    }

    /** A tool of a job, as the job's record names it in the station's language. */
    public String jobTool(String number, String kept) {
        return jobs(number)
                .flatMap(job -> job.tools().stream())
                .filter(tool -> tool.in(plan.lang()).equals(kept))
                .findFirst()
                .map(tool -> tool.in(lang))
                .orElse(kept);
    }

    private Stream<JobPlan> jobs(String number) {
        String kind = jobs.apply(number);
        return plan.rounds().jobs().stream()
                .filter(job -> kind.isEmpty() || job.id().equals(kind));
    }

    /** What a pump, an instrument or an alarm point is called; empty where it has no words. */
    public String thing(String name) {
        if (!Tag.isTag(name)) {
            return alarm(name);
        }
        Tag tag = new Tag(name);
        RoundsPlan.@Nullable Pump pump = plan.rounds().pumps().get(tag);
        return pump != null
                ? pump.name().in(lang)
                : plan.instruments().stream()
                        .filter(instrument -> instrument.tag().equals(tag))
                        .findFirst()
                        .map(instrument -> instrument.what().in(lang))
                        .orElse("");
    }

    /** What an alarm point is called; empty where it has no words. */
    public String alarm(String point) {
        AlarmPlan alarm = AlarmId.isAlarmId(point) ? plan.alarms().point(AlarmId.parse(point)) : null;
        return alarm == null ? "" : alarm.words().name().in(lang);
    }
}
