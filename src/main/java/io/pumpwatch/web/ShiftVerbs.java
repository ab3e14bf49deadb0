package io.pumpwatch.web;

import io.pumpwatch.duty.BriefingCommand.HoldBriefing;
import io.pumpwatch.duty.BriefingCommand.Risk;
import io.pumpwatch.duty.BriefingCommand.SignBriefing;
import io.pumpwatch.duty.DoorCommand.AdmitVisitor;
import io.pumpwatch.duty.DoorCommand.AnnounceEntry;
import io.pumpwatch.duty.DoorCommand.ApproveVisitor;
import io.pumpwatch.duty.DoorCommand.ExplainEntry;
import io.pumpwatch.duty.DoorCommand.LetOut;
import io.pumpwatch.duty.DoorCommand.ReportOutsider;
import io.pumpwatch.duty.DoorCommand.RevokeVisitor;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.duty.MusterCommand.ArriveAtMuster;
import io.pumpwatch.duty.MusterCommand.CallMuster;
import io.pumpwatch.duty.MusterCommand.EndMuster;
import io.pumpwatch.duty.MusterCommand.ExcuseFromMuster;
import io.pumpwatch.duty.RotaCommand.ArrangeShift;
import io.pumpwatch.duty.RotaCommand.ExcuseAbsence;
import io.pumpwatch.duty.ShiftCommand.AnswerPresence;
import io.pumpwatch.duty.ShiftCommand.Declaration;
import io.pumpwatch.duty.ShiftCommand.RecordTest;
import io.pumpwatch.duty.ShiftCommand.SignOff;
import io.pumpwatch.duty.ShiftCommand.SignOn;
import io.pumpwatch.duty.ShiftCommand.SignOnWithout;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.web.Verb.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Acts of a shift: coming and going, roster, briefing, muster, door. */
final class ShiftVerbs {
    private static final List<String> DECLARED = List.of("work", "gear", "sober", "rested");

    private ShiftVerbs() {}

    static void add(VerbTable table) {
        table.add("sign-on", List.of(), DECLARED, (f, v) -> duty(new SignOn(declaration(f))));
        table.row(
                "sign-on-without",
                Proof.TWO,
                List.of("reason"),
                DECLARED,
                (f, v) -> duty(new SignOnWithout(declaration(f), f.text("second"), f.text("reason"))));
        table.add("sign-off", List.of(), (f, v) -> duty(new SignOff()));
        table.add("present", List.of(), (f, v) -> duty(new AnswerPresence()));
        table.add("test", List.of("of", "mg"), (f, v) -> duty(new RecordTest(f.text("of"), f.number("mg"))));
        table.add(
                "roster-set",
                List.of("shift", "from", "days", "people"),
                (f, v) -> duty(new ArrangeShift(f.text("shift"), f.date("from"), days(f), f.texts("people"))));
        table.add(
                "roster-excuse",
                List.of("of", "shift", "date", "reason"),
                (f, v) -> duty(new ExcuseAbsence(f.text("of"), f.text("shift"), f.date("date"), f.text("reason"))));
        table.add(
                "briefing-hold",
                List.of("text", "risks", "measures"),
                (f, v) -> duty(new HoldBriefing(f.text("text"), risks(f))));
        table.add("briefing-sign", List.of(), (f, v) -> duty(new SignBriefing()));
        table.add("muster-call", List.of("reason"), (f, v) -> duty(new CallMuster(f.text("reason"))));
        table.add("muster-arrive", List.of(), (f, v) -> duty(new ArriveAtMuster()));
        table.add(
                "muster-excuse",
                List.of("of", "reason"),
                (f, v) -> duty(new ExcuseFromMuster(f.text("of"), f.text("reason"))));
        table.add("muster-end", List.of("text"), (f, v) -> duty(new EndMuster(f.text("text"))));
        door(table);
    }

    private static void door(VerbTable table) {
        table.add(
                "door-announce",
                List.of("reason", "minutes"),
                (f, v) -> duty(new AnnounceEntry(f.text("reason"), f.minutesMs("minutes"))));
        table.add("door-explain", List.of("text"), (f, v) -> duty(new ExplainEntry(f.text("text"))));
        table.add(
                "visitor-approve",
                List.of("name", "until", "reason"),
                (f, v) -> duty(new ApproveVisitor(f.text("name"), f.date("until"), f.text("reason"))));
        table.add("visitor-revoke", List.of("name"), (f, v) -> duty(new RevokeVisitor(f.text("name"))));
        table.add(
                "visitor-in",
                List.of("name", "escort", "reason"),
                (f, v) -> duty(new AdmitVisitor(f.text("name"), f.text("escort"), f.text("reason"))));
        table.add(
                "visitor-outsider",
                List.of("name", "text"),
                (f, v) -> duty(new ReportOutsider(f.text("name"), f.text("text"))));
        table.add("visitor-out", List.of("number"), (f, v) -> duty(new LetOut(f.whole("number"))));
    }

    private static Declaration declaration(Fields fields) throws RequestFault {
        return new Declaration(
                fields.text("work"), Set.copyOf(fields.texts("gear")), fields.flag("sober"), fields.flag("rested"));
    }

    private static int days(Fields fields) throws RequestFault {
        return Math.toIntExact(Math.max(-1, Math.min(Integer.MAX_VALUE, fields.whole("days"))));
    }

    private static List<Risk> risks(Fields fields) throws RequestFault {
        List<String> risks = fields.texts("risks");
        List<String> measures = fields.texts("measures");
        if (risks.size() != measures.size()) {
            throw RequestFault.field(Refusal.of("briefing.pairs"), "measures");
        }
        List<Risk> pairs = new ArrayList<>();
        for (int i = 0; i < risks.size(); i++) {
            pairs.add(new Risk(risks.get(i), measures.get(i)));
        }
        return pairs;
    }

    private static Command duty(DutyCommand command) {
        return new Command.Duty(command);
    }
}
