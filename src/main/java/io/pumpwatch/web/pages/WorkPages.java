package io.pumpwatch.web.pages;

import io.pumpwatch.api.Defects;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Status;
import io.pumpwatch.api.WorkItems;
import io.pumpwatch.web.pages.Block.Cell;
import io.pumpwatch.web.pages.Block.Option;
import java.util.ArrayList;
import java.util.List;

/** Defects, work that alarms ask for, and maintenance jobs. */
public final class WorkPages {
    private WorkPages() {}

    /** Defects and work items. */
    public static PageModel defects(Defects defects, WorkItems work, String person, Say say) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table("defects", defects.defects(), say));
        blocks.add(new Block.Form(
                "defect",
                say.t("newDefect"),
                say.t("report"),
                new Inputs(say)
                        .asker(person)
                        .text("equipment", true)
                        .area("text", true)
                        .done(),
                true));
        if (!defects.defects().isEmpty()) {
            List<Option> open = defects.defects().stream()
                    .map(each -> new Option(Long.toString(each.number()), each.number() + " " + each.equipment()))
                    .toList();
            for (String verb : List.of("defect-assign", "defect-handle", "defect-close", "defect-reopen")) {
                Inputs inputs = new Inputs(say).asker(person).choice("defect", open);
                blocks.add(new Block.Form(
                        verb,
                        say.t(verb),
                        say.t(verb),
                        (verb.equals("defect-assign") ? inputs.someone("to", true) : inputs.area("text", true)).done(),
                        true));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        work.items()
                .forEach(each -> rows.add(List.of(
                        Cell.of(Long.toString(each.number())),
                        Cell.link(each.point(), "/alarms#g-" + each.point()),
                        Cell.of(each.name()),
                        Cell.of(say.time(each.since())),
                        Cell.of(say.known("page.level", each.level()), Mark.MEDIUM))));
        blocks.add(new Block.Grid(
                "work",
                say.t("work"),
                say.columns("number", "point", "name", "since", "answers"),
                rows,
                say.t("none")));
        work.items()
                .forEach(each -> blocks.add(new Block.Form(
                        "work-handle",
                        say.t("handleOne", "point", each.point()),
                        say.t("save"),
                        new Inputs(say)
                                .asker(person)
                                .hidden("item", each.number())
                                .area("text", true)
                                .done(),
                        true)));
        blocks.add(table("closedDefects", defects.closed(), say));
        blocks.add(ExportTables.page("defects", say));
        return PageModel.live("defects", blocks);
    }

    private static Block table(String id, List<Defects.Defect> defects, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Defects.Defect each : defects) {
            rows.add(List.of(
                    Cell.of(Long.toString(each.number())),
                    Cell.of(each.equipment()),
                    Cell.of(each.words()),
                    Cell.of(each.foundByName() + " " + say.time(each.foundAt())),
                    Cell.of(
                            say.known("page.defect", each.state()) + (each.overdue() ? say.t("overdueMark") : ""),
                            each.overdue() ? Mark.HIGH : Mark.NONE),
                    Cell.of(each.assignedName()),
                    Cell.of((each.handledByName() + " " + each.handled()).strip())));
        }
        return new Block.Grid(
                id,
                say.t(id),
                say.columns("number", "equipment", "text", "found", "state", "assigned", "handled"),
                rows,
                say.t("none"));
    }

    /** Jobs. */
    public static PageModel jobs(Jobs jobs, Status status, String person, Say say) {
        List<Block> blocks = new ArrayList<>();
        for (Jobs.Job job : jobs.jobs()) {
            job(blocks, job, person, say);
        }
        if (jobs.jobs().isEmpty()) {
            blocks.add(new Block.Note("nojobs", Mark.NONE, List.of(say.t("noJobs"))));
        }
        List<Option> kinds = jobs.kinds().stream()
                .map(kind -> new Option(kind.id(), kind.name()))
                .toList();
        List<Option> pumps = new ArrayList<>(List.of(new Option("", say.t("noPump"))));
        status.pumps().forEach(pump -> pumps.add(new Option(pump.tag(), pump.tag() + " " + pump.name())));
        if (!kinds.isEmpty()) {
            blocks.add(new Block.Form(
                    "job-open",
                    say.t("openJob"),
                    say.t("openJob"),
                    new Inputs(say)
                            .signature(person)
                            .select("kind", kinds)
                            .select("pump", pumps)
                            .area("text", true)
                            .done(),
                    true));
        }
        blocks.add(ExportTables.page("jobs", say));
        return PageModel.live("jobs", blocks);
    }

    private static void job(List<Block> blocks, Jobs.Job job, String person, Say say) {
        String pump = job.pump() == null ? "" : " · " + job.pump();
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(say.t("col.text"), Cell.of(job.words())));
        facts.add(new Block.Fact(say.t("opened"), Cell.of(job.openedByName() + " " + say.time(job.openedAt()))));
        if (job.pump() != null) {
            facts.add(new Block.Fact(say.t("lockout"), Cell.of(say.t("doNotClose"), Mark.HIGH)));
        }
        job.locks()
                .forEach(lock -> facts.add(new Block.Fact(
                        say.t("lock"), Cell.of(lock.personName() + " " + say.time(lock.since()), Mark.MEDIUM))));
        blocks.add(new Block.Facts("job-" + job.number(), job.number() + " " + job.name() + pump, facts));
        List<List<Cell>> steps = new ArrayList<>();
        job.steps()
                .forEach(step -> steps.add(List.of(
                        Cell.of(Integer.toString(step.place())),
                        Cell.of(step.text()),
                        Cell.of(
                                say.known("page.step", step.state()),
                                step.state().equals("skipped") ? Mark.MEDIUM : Mark.NONE),
                        Cell.of((step.byName() == null ? "" : step.byName() + " ") + say.time(step.at())),
                        Cell.of(step.words()))));
        blocks.add(new Block.Grid(
                "steps-" + job.number(),
                say.t("steps"),
                say.columns("number", "text", "state", "person", "note"),
                steps,
                "–"));
        List<List<Cell>> tools = new ArrayList<>();
        job.tools()
                .forEach(tool -> tools.add(List.of(
                        Cell.of(tool.name()),
                        Cell.of(
                                say.known("page.tool", tool.where()),
                                tool.where().equals("missing") ? Mark.HIGH : Mark.NONE))));
        blocks.add(
                new Block.Grid("jobtools-" + job.number(), say.t("tools"), say.columns("tool", "state"), tools, "–"));
        jobActs(blocks, job, person, say);
    }

    /** Two jobs may be open: each form says whose it is. */
    private static String title(Jobs.Job job, String act, Say say) {
        return say.t("ofJob", "n", Long.toString(job.number()), "what", say.t(act));
    }

    private static String text(Jobs.Job job, String step) {
        return job.steps().stream()
                .filter(each -> each.id().equals(step))
                .map(Jobs.Step::text)
                .findFirst()
                .orElse(step);
    }

    private static void jobActs(List<Block> blocks, Jobs.Job job, String person, Say say) {
        Inputs own = new Inputs(say).signature(person).hidden("job", job.number());
        blocks.add(new Block.Form("job-join", title(job, "job-join", say), say.t("job-join"), own.done(), true));
        blocks.add(new Block.Form("job-leave", title(job, "job-leave", say), say.t("job-leave"), own.done(), true));
        String next = job.next();
        if (next != null) {
            Inputs step = new Inputs(say)
                    .signature(person)
                    .hidden("job", job.number())
                    .hidden("step", next);
            blocks.add(new Block.Form(
                    "job-step",
                    title(job, "job-step", say) + ": " + text(job, next),
                    say.t("sign"),
                    step.area("text", false).done(),
                    true));
        }
        for (Jobs.Tool tool : job.tools()) {
            blocks.add(new Block.Form(
                    "job-tool",
                    say.t("ofJob", "n", Long.toString(job.number()), "what", say.t("moveTool", "tool", tool.name())),
                    say.t("save"),
                    new Inputs(say)
                            .asker(person)
                            .hidden("job", job.number())
                            .hidden("tool", tool.name())
                            .select(
                                    "where",
                                    Inputs.options(
                                            "out", say.t("tool.out"),
                                            "back", say.t("tool.back"),
                                            "home", say.t("tool.home"),
                                            "missing", say.t("tool.missing")))
                            .text("text", false)
                            .done(),
                    true));
        }
        new Acts(blocks, person, say).job(job);
        blocks.add(new Block.Form(
                "job-close",
                title(job, "job-close", say),
                say.t("job-close"),
                new Inputs(say)
                        .signature(person)
                        .hidden("job", job.number())
                        .area("text", true)
                        .check("tidy", true)
                        .done(),
                true));
    }
}
