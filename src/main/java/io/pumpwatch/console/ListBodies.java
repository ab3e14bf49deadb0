package io.pumpwatch.console;

import io.pumpwatch.api.Defects;
import io.pumpwatch.api.Events;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.WorkItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** Screens that are a list: sheets, jobs, one job's steps, defects, the log. Pure. */
final class ListBodies {
    private ListBodies() {}

    /** What a screen shows that has nothing to show. */
    static AttributedString nothing(Say say, int columns) {
        return new Ink().put(" " + say.word("console.nothing"), Ink.DIM).line(columns);
    }

    static List<AttributedString> sheets(Model model, Say say, int columns, int room) {
        List<Sheets.Sheet> sheets = Rows.sheets(model.data());
        return sheets.isEmpty()
                ? List.of(nothing(say, columns))
                : Body.list(
                        sheets.size(),
                        model.place().row(),
                        room,
                        i -> sheet(sheets.get(i), say),
                        i -> sheets.get(i).name(),
                        columns);
    }

    private static Ink sheet(Sheets.Sheet sheet, Say say) {
        boolean late = sheet.state().equals("late");
        Ink ink = new Ink()
                .put(" " + (late ? "! " : "  ") + Ink.cut(sheet.name(), 36), late ? Ink.HIGH : Ink.PLAIN)
                .to(40)
                .put(sheet.rule(), Ink.DIM)
                .to(46)
                .put(say.state("sheet", sheet.state()), late ? Ink.HIGH : Ink.PLAIN)
                .to(60)
                .put(say.at(sheet.from()));
        if (!sheet.past().isEmpty()) {
            ink.put("  " + say.state("outcome", sheet.past().get(0).outcome()), Ink.DIM);
        }
        return ink;
    }

    static List<AttributedString> jobs(Model model, Say say, int columns, int room) {
        List<AttributedString> lines = new ArrayList<>();
        List<Jobs.Job> jobs = Rows.jobs(model.data());
        if (jobs.isEmpty()) {
            lines.add(new Ink().put(" " + say.word("console.nojobs"), Ink.DIM).line(columns));
        }
        lines.addAll(Body.window(jobs.size(), model.place().row(), room / 2, i -> job(jobs.get(i), say), columns));
        lines.add(AttributedString.EMPTY);
        WorkItems work = model.data().work();
        if (work != null) {
            for (WorkItems.Item item : work.items()) {
                lines.addAll(new Ink()
                        .put(
                                " ! "
                                        + say.word(
                                                "console.work",
                                                Map.of(
                                                        "number",
                                                        "" + item.number(),
                                                        "point",
                                                        item.point(),
                                                        "level",
                                                        say.state("level", item.level()))),
                                Ink.HIGH)
                        .put("  " + item.name() + "  " + say.at(item.since()))
                        .fold(columns));
            }
        }
        Jobs book = model.data().jobs();
        if (book != null) {
            for (Jobs.Kind kind : book.kinds()) {
                lines.add(new Ink()
                        .put("   " + kind.id(), Ink.BOLD)
                        .to(26)
                        .put(kind.name() + "  " + String.join(" ", kind.pumps()), Ink.DIM)
                        .line(columns));
            }
        }
        return lines;
    }

    private static Ink job(Jobs.Job job, Say say) {
        String locks = job.locks().stream().map(Jobs.Lock::personName).collect(Collectors.joining(", "));
        Ink ink = new Ink()
                .put(String.format(" %3d ", job.number()), Ink.BOLD)
                .put(Ink.cut(job.name(), 28))
                .to(36)
                .put(job.pump() == null ? "" : job.pump())
                .to(44)
                .put(
                        say.word(job.lockedOut() ? "console.lockedout" : "console.notlocked"),
                        job.lockedOut() ? Ink.PLAIN : Ink.HIGH)
                .put("  " + locks);
        return ink;
    }

    static List<AttributedString> job(Model model, Say say, int columns, int room) {
        Jobs.Job job = Rows.job(model);
        if (job == null) {
            return List.of(nothing(say, columns));
        }
        List<AttributedString> lines = new ArrayList<>();
        lines.add(job(job, say).line(columns));
        if (job.pump() != null) {
            lines.add(new Ink()
                    .put(" " + say.word("console.nostart", Map.of("pump", job.pump())), Ink.HIGH)
                    .line(columns));
        }
        lines.addAll(new Ink().put(" " + job.words(), Ink.DIM).fold(columns));
        List<Jobs.Step> steps = job.steps();
        lines.addAll(Body.list(
                steps.size(),
                model.place().row(),
                Math.max(3, room - 1 - lines.size() - job.tools().size()),
                i -> step(steps.get(i), job, say),
                i -> steps.get(i).text(),
                columns));
        for (Jobs.Tool tool : job.tools()) {
            boolean away = tool.where().equals("out") || tool.where().equals("missing");
            lines.add(new Ink()
                    .put(String.format("   %2d ", tool.place()))
                    .put(Ink.cut(tool.name(), 30))
                    .to(40)
                    .put(say.state("tool", tool.where()), away ? Ink.HIGH : Ink.DIM)
                    .line(columns));
        }
        return lines;
    }

    private static Ink step(Jobs.Step step, Jobs.Job job, Say say) {
        boolean next = step.id().equals(job.next());
        return new Ink()
                .put(" " + (next ? "→" : " ") + (step.state().equals("open") ? "[ ] " : "[✓] "))
                .put(Ink.cut(step.text(), 44), next ? Ink.BOLD : Ink.PLAIN)
                .to(54)
                .put(step.byName() == null ? "" : step.byName() + " " + say.clock(step.at()), Ink.DIM);
    }

    static List<AttributedString> defects(Model model, Say say, int columns, int room) {
        List<Defects.Defect> defects = Rows.defects(model.data());
        List<AttributedString> lines = new ArrayList<>();
        if (defects.isEmpty()) {
            lines.add(
                    new Ink().put(" " + say.word("console.nodefects"), Ink.DIM).line(columns));
            return lines;
        }
        lines.addAll(Body.window(
                defects.size(), model.place().row(), Math.max(3, room - 7), i -> defect(defects.get(i), say), columns));
        Defects.Defect chosen = Rows.chosen(model, defects);
        if (chosen != null) {
            lines.add(new Ink().put("─".repeat(columns), Ink.DIM).line(columns));
            lines.addAll(Ink.whole(chosen.words(), Ink.PLAIN, columns, 3));
            lines.addAll(Ink.whole(story(chosen, say), Ink.DIM, columns, 3));
        }
        return lines;
    }

    /** Who found it, to whom it was given, who handled it. */
    private static String story(Defects.Defect defect, Say say) {
        List<String> story = new ArrayList<>();
        story.add(say.state("defect", "found") + ": " + defect.foundByName() + " " + say.at(defect.foundAt()));
        if (!defect.assigned().isEmpty()) {
            story.add(say.state("defect", "assigned") + ": " + defect.assignedName());
        }
        if (!defect.handledBy().isEmpty()) {
            story.add(say.state("defect", "handled") + ": " + defect.handledByName() + " " + defect.handled());
        }
        return String.join("  ", story);
    }

    private static Ink defect(Defects.Defect defect, Say say) {
        return new Ink()
                .put(String.format(" %3d ", defect.number()), Ink.BOLD)
                .put(Ink.cut(defect.equipment(), 12))
                .to(19)
                .put(Ink.cut(defect.words(), 34))
                .to(54)
                .put(say.state("defect", defect.state()))
                .put(defect.overdue() ? "  ! " + say.word("console.overdue") : "", Ink.HIGH)
                .put("  " + say.state("level", defect.level()), Ink.DIM);
    }

    /** A page of the journal, the newest entry first; moving past its end opens the next one. */
    static List<AttributedString> log(Model model, Say say, int columns, int room) {
        Events log = model.data().log();
        if (log == null || log.events().isEmpty()) {
            return List.of(nothing(say, columns));
        }
        List<Events.Event> rows = log.events();
        List<AttributedString> lines = new ArrayList<>(Body.list(
                rows.size(),
                model.place().row(),
                room - 1,
                i -> event(rows.get(i), say),
                i -> rows.get(i).text(),
                columns));
        boolean end = log.next() == null;
        Map<String, String> page = Map.of("page", "" + (model.place().older().size() + 1));
        lines.add(new Ink()
                .put(" " + say.word(end ? "console.log.end" : "console.log.more", page), Ink.DIM)
                .line(columns));
        return lines;
    }

    private static Ink event(Events.Event event, Say say) {
        return new Ink()
                .put(" " + say.at(event.utc()))
                .to(17)
                .put(Ink.cut(event.kindText(), 24), Ink.BOLD)
                .to(42)
                .put(event.text() + (event.who().isEmpty() ? "" : "  " + event.who()));
    }
}
