package io.pumpwatch.stories;

import io.pumpwatch.duty.BriefingCommand;
import io.pumpwatch.duty.BriefingCommand.Risk;
import io.pumpwatch.duty.DoorCommand;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.duty.MusterCommand;
import io.pumpwatch.duty.PaperCommand;
import io.pumpwatch.duty.PaperState.Sort;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.duty.RemarkCommand;
import io.pumpwatch.duty.RotaCommand;
import io.pumpwatch.duty.ShiftCommand;
import io.pumpwatch.duty.ShiftCommand.Declaration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Commands about people, shifts, muster and door as a story writes them. */
record DutyStoryCommands(StoryCommands story) {
    DutyCommand command() {
        return switch (story.verb()) {
            case "sign-on" -> signOn();
            case "sign-off" -> new ShiftCommand.SignOff();
            case "present" -> new ShiftCommand.AnswerPresence();
            case "test" -> new ShiftCommand.RecordTest(story.about(0), Double.parseDouble(story.field("mg")));
            case "roster" ->
                new RotaCommand.ArrangeShift(
                        story.about(0), date("from"), Integer.parseInt(or("days", "1")), list("people"));
            case "absence" ->
                new RotaCommand.ExcuseAbsence(
                        story.about(0), story.field("shift"), date("date"), story.field("reason"));
            case "briefing" -> new BriefingCommand.HoldBriefing(story.field("words"), risks());
            case "brief-sign" -> new BriefingCommand.SignBriefing();
            case "muster" -> new MusterCommand.CallMuster(story.field("reason"));
            case "arrive" -> new MusterCommand.ArriveAtMuster();
            case "muster-excuse" -> new MusterCommand.ExcuseFromMuster(story.about(0), story.field("reason"));
            case "muster-end" -> new MusterCommand.EndMuster(story.field("words"));
            case "leave" -> new PeopleCommand.RemovePerson(story.about(0));
            case "paper", "withdraw", "remark", "violation", "remark-answer", "remark-close", "countersign" -> record();
            case "type-in" -> typeIn();
            default -> door();
        };
    }

    private DutyCommand signOn() {
        Declaration declared = new Declaration(
                story.field("work"),
                Set.copyOf(list("gear", "all")),
                !story.field("fit").equals("no"),
                !story.field("fit").equals("no"));
        String leader = story.field("leader");
        return leader.isEmpty()
                ? new ShiftCommand.SignOn(declared)
                : new ShiftCommand.SignOnWithout(declared, leader, story.field("reason"));
    }

    private DutyCommand record() {
        return switch (story.verb()) {
            case "paper" ->
                new PaperCommand.RecordPaper(
                        story.about(0), sort(), story.field("kind"), story.field("number"), date("expires"));
            case "withdraw" ->
                new PaperCommand.WithdrawPaper(story.about(0), sort(), story.field("kind"), story.field("reason"));
            case "remark" -> new RemarkCommand.WriteRemark(story.field("rule"), story.field("words"));
            case "violation" ->
                new RemarkCommand.RecordViolation(story.about(0), story.field("rule"), story.field("words"));
            case "remark-answer" -> new RemarkCommand.AnswerRemark(number(), story.field("words"));
            case "remark-close" -> new RemarkCommand.CloseRemark(number(), story.field("words"));
            default -> new RemarkCommand.Countersign(story.about(0), story.field("rule"), story.field("words"));
        };
    }

    private DutyCommand door() {
        return switch (story.verb()) {
            case "announce" -> new DoorCommand.AnnounceEntry(story.field("reason"), story.forMs());
            case "door-explain" -> new DoorCommand.ExplainEntry(story.field("words"));
            case "approve" -> new DoorCommand.ApproveVisitor(story.about(0), date("until"), story.field("reason"));
            case "revoke" -> new DoorCommand.RevokeVisitor(story.about(0));
            case "visitor" ->
                new DoorCommand.AdmitVisitor(story.about(0), story.field("escort"), story.field("reason"));
            case "outsider" -> new DoorCommand.ReportOutsider(story.about(0), story.field("words"));
            default -> new DoorCommand.LetOut(number());
        };
    }

    private DutyCommand typeIn() {
        String of = story.field("of");
        long fromUtcMs = java.time.Instant.parse(story.field("from")).toEpochMilli();
        String until = or("until", story.field("from"));
        long untilUtcMs = java.time.Instant.parse(until).toEpochMilli();
        return new RemarkCommand.TypeIn(
                story.about(0), of.isEmpty() ? null : of, fromUtcMs, untilUtcMs, story.field("words"));
    }

    /** LONG stands for a text of 100 kB, NEWLINES for one with line breaks and an emoji. */
    static String said(String words) {
        if (words.equals("LONG")) {
            return "x".repeat(100_000);
        }
        return words.equals("NEWLINES") ? "=1+1\n第二行 \uD83D\uDE80\n@end" : words;
    }

    private List<Risk> risks() {
        List<Risk> risks = new ArrayList<>();
        for (String each : list("risks")) {
            String[] parts = each.split(":", 2);
            risks.add(new Risk(parts[0], parts.length == 2 ? parts[1] : ""));
        }
        return risks;
    }

    private Sort sort() {
        return Sort.valueOf(or("sort", "certificate").toUpperCase(Locale.ROOT));
    }

    private long number() {
        return Long.parseLong(story.about(0));
    }

    private LocalDate date(String field) {
        return LocalDate.parse(story.field(field));
    }

    private String or(String field, String ifMissing) {
        String value = story.field(field);
        return value.isEmpty() ? ifMissing : value;
    }

    private List<String> list(String field) {
        return list(field, "");
    }

    private List<String> list(String field, String ifMissing) {
        String value = or(field, ifMissing);
        return value.isEmpty() || value.equals("none") ? List.of() : List.of(value.split(",", -1));
    }
}
