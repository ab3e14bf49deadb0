package io.pumpwatch.web;

import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.duty.PaperCommand.RecordPaper;
import io.pumpwatch.duty.PaperCommand.WithdrawPaper;
import io.pumpwatch.duty.PaperState.Sort;
import io.pumpwatch.duty.RemarkCommand.AnswerRemark;
import io.pumpwatch.duty.RemarkCommand.CloseRemark;
import io.pumpwatch.duty.RemarkCommand.Countersign;
import io.pumpwatch.duty.RemarkCommand.RecordViolation;
import io.pumpwatch.duty.RemarkCommand.TypeIn;
import io.pumpwatch.duty.RemarkCommand.WriteRemark;
import io.pumpwatch.scan.Command;
import io.pumpwatch.view.StationView;
import java.util.List;

/** Acts on certificates, trainings, examinations, remarks, violations and paper records. */
final class PeopleVerbs {
    private PeopleVerbs() {}

    static void add(VerbTable table) {
        List<String> recorded = List.of("of", "kind", "expires");
        List<String> withdrawn = List.of("of", "kind", "reason");
        for (Sort sort : Sort.values()) {
            String name = Wire.word(sort);
            boolean numbered = sort == Sort.CERTIFICATE;
            table.add(
                    name,
                    numbered ? List.of("of", "kind", "number", "expires") : recorded,
                    numbered ? List.of() : List.of("number"),
                    (f, v) -> duty(
                            new RecordPaper(f.text("of"), sort, f.text("kind"), f.text("number"), f.date("expires"))));
            table.add(
                    name + "-withdraw",
                    withdrawn,
                    (f, v) -> duty(new WithdrawPaper(f.text("of"), sort, f.text("kind"), f.text("reason"))));
        }
        table.add("remark", List.of("rule", "text"), (f, v) -> duty(new WriteRemark(f.text("rule"), f.text("text"))));
        table.add(
                "violation",
                List.of("of", "rule", "text"),
                (f, v) -> duty(new RecordViolation(f.text("of"), f.text("rule"), f.text("text"))));
        table.add(
                "remark-answer",
                List.of("number", "text"),
                (f, v) -> duty(new AnswerRemark(f.whole("number"), f.text("text"))));
        table.add(
                "remark-close",
                List.of("number", "text"),
                (f, v) -> duty(new CloseRemark(f.whole("number"), f.text("text"))));
        table.add(
                "countersign",
                List.of("seen", "rule"),
                List.of("text"),
                (f, v) -> duty(new Countersign(f.text("seen"), f.text("rule"), f.text("text"))));
        table.add("type-in", List.of("sort", "from", "text"), List.of("of", "until"), (f, v) -> typeIn(f, v));
    }

    private static Command typeIn(Fields fields, StationView view) throws RequestFault {
        long fromUtcMs = utcMs(fields, "from", view);
        long untilUtcMs = fields.has("until") ? utcMs(fields, "until", view) : fromUtcMs;
        String of = fields.has("of") ? fields.text("of") : null;
        return duty(new TypeIn(fields.text("sort"), of, fromUtcMs, untilUtcMs, fields.text("text")));
    }

    /** People write the station's own clock. */
    private static long utcMs(Fields fields, String name, StationView view) throws RequestFault {
        return fields.time(name).atZone(view.plan().zone()).toInstant().toEpochMilli();
    }

    private static Command duty(DutyCommand command) {
        return new Command.Duty(command);
    }
}
