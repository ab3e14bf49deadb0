package io.pumpwatch.web;

import io.pumpwatch.duty.HandoverCommand;
import io.pumpwatch.duty.HandoverCommand.Counted;
import io.pumpwatch.duty.HandoverReason;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Acts on handovers. */
final class HandoverVerbs {
    /** A count: {@code lamp=2}, with words after a blank where something is to be said. */
    private static final Pattern COUNT = Pattern.compile("([a-z0-9][a-z0-9-]{0,31})=([0-9]{1,4})(?:[ :,]+(.*))?");

    private HandoverVerbs() {}

    static void add(VerbTable table) {
        table.add("handover-draft", List.of(), (f, v) -> handover(new HandoverCommand.DraftHandover()));
        table.add("handover-tools", List.of("counts"), (f, v) -> handover(new HandoverCommand.CountTools(counts(f))));
        table.add(
                "handover-remark",
                List.of("text"),
                List.of("topic"),
                (f, v) -> handover(new HandoverCommand.RemarkHandover(f.text("topic"), f.text("text"))));
        table.add(
                "handover-order",
                List.of("giver", "text"),
                (f, v) -> handover(new HandoverCommand.ReceiveOrder(f.text("giver"), f.text("text"))));
        table.add(
                "handover-sign",
                List.of(),
                List.of("text"),
                (f, v) -> handover(new HandoverCommand.SignHandover(f.text("text"))));
        table.add(
                "handover-accept",
                List.of(),
                List.of("text"),
                (f, v) -> handover(new HandoverCommand.AcceptHandover(f.text("text"))));
        table.add(
                "handover-object",
                List.of("text"),
                (f, v) -> handover(new HandoverCommand.ObjectToHandover(f.text("text"))));
        table.add(
                "handover-refuse",
                List.of("reason"),
                List.of("refused", "text"),
                (f, v) -> handover(new HandoverCommand.RefuseHandover(reason(f), f.text("refused"), f.text("text"))));
        table.add(
                "handover-amend",
                List.of("text"),
                (f, v) -> handover(new HandoverCommand.AmendHandover(f.text("text"))));
        table.add("handover-seen", List.of(), (f, v) -> handover(new HandoverCommand.SeeAmendments()));
        table.add(
                "handover-countersign",
                List.of(),
                List.of("text"),
                (f, v) -> handover(new HandoverCommand.CountersignHandover(f.text("text"))));
        table.add(
                "handover-let-go",
                List.of("id", "text"),
                (f, v) -> handover(new HandoverCommand.AllowLeaving(f.text("id"), f.text("text"))));
    }

    private static Command handover(HandoverCommand command) {
        return new Command.Duty(command);
    }

    private static List<Counted> counts(Fields fields) throws RequestFault {
        List<Counted> counts = new ArrayList<>();
        for (String text : fields.texts("counts")) {
            Matcher form = COUNT.matcher(text);
            if (!form.matches()) {
                throw RequestFault.field(Refusal.of("field.wrong", "field", "counts", "form", "form.counts"), "counts");
            }
            String remark = form.group(3);
            counts.add(
                    new Counted(form.group(1), Integer.parseInt(form.group(2)), remark == null ? "" : remark.strip()));
        }
        return counts;
    }

    private static HandoverReason reason(Fields fields) throws RequestFault {
        Map<String, HandoverReason> known = new LinkedHashMap<>();
        for (HandoverReason each : HandoverReason.values()) {
            known.put(Wire.word(each), each);
        }
        HandoverReason reason = known.get(fields.text("reason"));
        if (reason == null) {
            throw RequestFault.field(
                    Refusal.of("field.wrong", "field", "reason", "form", "form.handover-reason"), "reason");
        }
        return reason;
    }
}
