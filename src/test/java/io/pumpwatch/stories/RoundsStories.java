package io.pumpwatch.stories;

import io.pumpwatch.rounds.CommissionCommand.CommissionInstrument;
import io.pumpwatch.rounds.DefectCommand;
import io.pumpwatch.rounds.JobCommand;
import io.pumpwatch.rounds.JobState.Where;
import io.pumpwatch.rounds.RoundsCommand;
import io.pumpwatch.rounds.SheetCommand;
import io.pumpwatch.rounds.Verdict;
import io.pumpwatch.rounds.WorkCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Commands on rounds, sheets, jobs, defects and work items, as stories write them. */
final class RoundsStories {
    private static final Set<String> VERBS = Set.of(
            "begin",
            "item",
            "note",
            "skip",
            "sign",
            "defect",
            "assign",
            "handle",
            "close",
            "reopen",
            "job",
            "join",
            "off-job",
            "unlock",
            "step",
            "skip-step",
            "job-gauge",
            "tool",
            "close-job",
            "handled",
            "commission");

    private RoundsStories() {}

    static boolean knows(String verb) {
        return VERBS.contains(verb);
    }

    static Command command(StoryCommands story) {
        return new Command.Rounds(rounds(story));
    }

    private static RoundsCommand rounds(StoryCommands s) {
        return switch (s.verb()) {
            case "begin" -> new SheetCommand.StartSheet(s.about(0));
            case "item" -> item(s);
            case "note" -> new SheetCommand.NoteItem(s.about(0), s.about(1), s.field("words"));
            case "skip" -> new SheetCommand.SkipItem(s.about(0), s.about(1), s.field("reason"));
            case "sign" -> new SheetCommand.SignSheet(s.about(0));
            case "defect" -> new DefectCommand.ReportDefect(s.about(0), s.field("words"));
            case "assign" -> new DefectCommand.AssignDefect(number(s), s.field("to"));
            case "handle" -> new DefectCommand.HandleDefect(number(s), s.field("words"));
            case "close" -> new DefectCommand.CloseDefect(number(s), s.field("words"));
            case "reopen" -> new DefectCommand.ReopenDefect(number(s), s.field("words"));
            case "handled" -> new WorkCommand.HandleWork(number(s), s.field("words"));
            case "commission" ->
                new CommissionInstrument(
                        s.tag(),
                        numbers(s.field("found")),
                        numbers(s.field("left")),
                        AlarmId.parse(s.field("proven")),
                        StoryReader.ms(s.field("next")),
                        s.field("words"));
            default -> job(s);
        };
    }

    private static SheetCommand item(StoryCommands s) {
        String what = s.about(2);
        boolean number = what.matches("-?[0-9.]+");
        return new SheetCommand.EnterItem(
                s.about(0),
                s.about(1),
                number ? null : Verdict.valueOf(what.toUpperCase(Locale.ROOT).replace('-', '_')),
                number ? Double.valueOf(what) : null,
                s.field("words"),
                s.field("location"),
                s.fields().containsKey("correct"));
    }

    private static JobCommand job(StoryCommands s) {
        return switch (s.verb()) {
            case "job" ->
                new JobCommand.OpenJob(
                        s.about(0), s.fields().containsKey("pump") ? new Tag(s.field("pump")) : null, s.field("words"));
            case "join" -> new JobCommand.JoinJob(number(s));
            case "off-job" -> new JobCommand.LeaveJob(number(s));
            case "unlock" -> new JobCommand.RemoveLock(number(s), s.field("of"), s.field("reason"));
            case "step" -> new JobCommand.SignStep(number(s), s.about(1), s.field("words"));
            case "skip-step" -> new JobCommand.SkipStep(number(s), s.about(1), s.field("reason"));
            case "job-gauge" -> new JobCommand.SignGauge(number(s), Double.parseDouble(s.field("value")));
            case "tool" ->
                new JobCommand.CountTool(
                        number(s),
                        s.field("tool"),
                        Where.valueOf(s.field("where").toUpperCase(Locale.ROOT)),
                        s.field("words"));
            default ->
                new JobCommand.CloseJob(number(s), s.field("words"), s.fields().containsKey("tidy"));
        };
    }

    private static long number(StoryCommands s) {
        return Long.parseLong(s.about(0));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
    }
}
