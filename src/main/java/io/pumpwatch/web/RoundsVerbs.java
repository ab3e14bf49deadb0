package io.pumpwatch.web;

import io.pumpwatch.rounds.CommissionCommand.CommissionInstrument;
import io.pumpwatch.rounds.DefectCommand;
import io.pumpwatch.rounds.JobCommand;
import io.pumpwatch.rounds.JobState.Where;
import io.pumpwatch.rounds.RoundsCommand;
import io.pumpwatch.rounds.SheetCommand;
import io.pumpwatch.rounds.Verdict;
import io.pumpwatch.rounds.WorkCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Refusal;
import java.util.List;

/** Acts on rounds, sheets, jobs and defects. */
final class RoundsVerbs {
    private static final long DAY_MS = 86_400_000;

    private RoundsVerbs() {}

    static void add(VerbTable table) {
        sheets(table);
        defects(table);
        jobs(table);
        table.add(
                "work-handle",
                List.of("item", "text"),
                (f, v) -> rounds(new WorkCommand.HandleWork(f.count("item"), f.text("text"))));
        table.add(
                "commission",
                List.of("instrument", "found", "left", "point", "days"),
                List.of("text"),
                (f, v) -> rounds(new CommissionInstrument(
                        f.tag("instrument"),
                        f.numbers("found"),
                        f.numbers("left"),
                        f.point("point"),
                        Math.min(f.count("days"), 100_000) * DAY_MS,
                        f.text("text"))));
    }

    private static void sheets(VerbTable table) {
        table.add("sheet-start", List.of("sheet"), (f, v) -> rounds(new SheetCommand.StartSheet(f.text("sheet"))));
        table.add(
                "sheet-item",
                List.of("sheet", "item"),
                List.of("verdict", "value", "text", "location", "correct"),
                (f, v) -> rounds(new SheetCommand.EnterItem(
                        f.text("sheet"),
                        f.text("item"),
                        f.has("verdict") ? verdict(f) : null,
                        f.has("value") ? f.number("value") : null,
                        f.text("text"),
                        f.text("location"),
                        f.flag("correct"))));
        table.add(
                "sheet-note",
                List.of("sheet", "item", "text"),
                (f, v) -> rounds(new SheetCommand.NoteItem(f.text("sheet"), f.text("item"), f.text("text"))));
        table.add(
                "sheet-skip",
                List.of("sheet", "item", "reason"),
                (f, v) -> rounds(new SheetCommand.SkipItem(f.text("sheet"), f.text("item"), f.text("reason"))));
        table.add("sheet-sign", List.of("sheet"), (f, v) -> rounds(new SheetCommand.SignSheet(f.text("sheet"))));
    }

    /** To leave an item out has an act of its own, with its reason. */
    private static Verdict verdict(Fields fields) throws RequestFault {
        Verdict verdict = fields.word("verdict", Verdict.class);
        if (verdict == Verdict.SKIPPED) {
            throw RequestFault.field(Refusal.of("sheet.skip-act"), "verdict");
        }
        return verdict;
    }

    private static void defects(VerbTable table) {
        table.add(
                "defect",
                List.of("equipment", "text"),
                (f, v) -> rounds(new DefectCommand.ReportDefect(f.text("equipment"), f.text("text"))));
        table.add(
                "defect-assign",
                List.of("defect", "to"),
                (f, v) -> rounds(new DefectCommand.AssignDefect(f.count("defect"), f.text("to"))));
        table.add(
                "defect-handle",
                List.of("defect", "text"),
                (f, v) -> rounds(new DefectCommand.HandleDefect(f.count("defect"), f.text("text"))));
        table.add(
                "defect-close",
                List.of("defect", "text"),
                (f, v) -> rounds(new DefectCommand.CloseDefect(f.count("defect"), f.text("text"))));
        table.add(
                "defect-reopen",
                List.of("defect", "text"),
                (f, v) -> rounds(new DefectCommand.ReopenDefect(f.count("defect"), f.text("text"))));
    }

    private static void jobs(VerbTable table) {
        table.add(
                "job-open",
                List.of("kind", "text"),
                List.of("pump"),
                (f, v) -> rounds(
                        new JobCommand.OpenJob(f.text("kind"), f.has("pump") ? f.tag("pump") : null, f.text("text"))));
        table.add("job-join", List.of("job"), (f, v) -> rounds(new JobCommand.JoinJob(f.count("job"))));
        table.add("job-leave", List.of("job"), (f, v) -> rounds(new JobCommand.LeaveJob(f.count("job"))));
        table.add(
                "job-unlock",
                List.of("job", "of", "reason"),
                (f, v) -> rounds(new JobCommand.RemoveLock(f.count("job"), f.text("of"), f.text("reason"))));
        table.add(
                "job-step",
                List.of("job", "step"),
                List.of("text"),
                (f, v) -> rounds(new JobCommand.SignStep(f.count("job"), f.text("step"), f.text("text"))));
        table.add(
                "job-skip",
                List.of("job", "step", "reason"),
                (f, v) -> rounds(new JobCommand.SkipStep(f.count("job"), f.text("step"), f.text("reason"))));
        table.add(
                "job-gauge",
                List.of("job", "value"),
                (f, v) -> rounds(new JobCommand.SignGauge(f.count("job"), f.number("value"))));
        table.add(
                "job-tool",
                List.of("job", "tool", "where"),
                List.of("text"),
                (f, v) -> rounds(new JobCommand.CountTool(
                        f.count("job"), f.text("tool"), f.word("where", Where.class), f.text("text"))));
        table.add(
                "job-close",
                List.of("job", "text", "tidy"),
                (f, v) -> rounds(new JobCommand.CloseJob(f.count("job"), f.text("text"), f.flag("tidy"))));
    }

    private static Command rounds(RoundsCommand command) {
        return new Command.Rounds(command);
    }
}
