package io.pumpwatch.stories;

import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.duty.AccidentEvent.EvidenceFile;
import io.pumpwatch.duty.HandoverCommand;
import io.pumpwatch.duty.HandoverCommand.Counted;
import io.pumpwatch.duty.HandoverReason;
import io.pumpwatch.scan.Command;
import java.util.ArrayList;
import java.util.List;

/** Commands about handovers as stories write them: {@code handover tools wrench=2}, {@code handover sign}. */
final class StoryHandovers {
    private StoryHandovers() {}

    static Command command(StoryCommands asked) {
        String words = asked.field("words");
        return new Command.Duty(
                switch (asked.about().get(0)) {
                    case "draft" -> new HandoverCommand.DraftHandover();
                    case "tools" -> new HandoverCommand.CountTools(counts(asked));
                    case "remark" -> new HandoverCommand.RemarkHandover(asked.field("topic"), words);
                    case "order" -> new HandoverCommand.ReceiveOrder(asked.field("giver"), words);
                    case "sign" -> new HandoverCommand.SignHandover(words);
                    case "accept" -> new HandoverCommand.AcceptHandover(words);
                    case "object" -> new HandoverCommand.ObjectToHandover(words);
                    case "refuse" ->
                        new HandoverCommand.RefuseHandover(
                                HandoverReason.valueOf(asked.field("reason")), asked.field("person"), words);
                    case "amend" -> new HandoverCommand.AmendHandover(words);
                    case "seen" -> new HandoverCommand.SeeAmendments();
                    case "countersign" -> new HandoverCommand.CountersignHandover(words);
                    case "let-go" -> new HandoverCommand.AllowLeaving(asked.field("person"), words);
                    default -> throw new IllegalArgumentException("no such act on a handover: " + asked.about());
                });
    }

    /** The agent's own word that readings were frozen. */
    static Command evidence(StoryCommands asked) {
        String part = asked.field("part");
        EvidenceFile file = new EvidenceFile("2026-09.seconds", "0".repeat(64), 1_234);
        long number = Long.parseLong(asked.about().get(0));
        return new Command.Duty(new AccidentCommand.KeepEvidence(
                number, part, "evidence/accident-" + number + "/" + part, List.of(file)));
    }

    /** Every field that isn't the person: a tool and its count. */
    private static List<Counted> counts(StoryCommands asked) {
        List<Counted> counts = new ArrayList<>();
        asked.fields().forEach((tool, count) -> {
            if (!tool.equals("by")) {
                String[] parts = count.split(" ", 2);
                counts.add(new Counted(tool, Integer.parseInt(parts[0]), parts.length > 1 ? parts[1] : ""));
            }
        });
        return counts;
    }
}
