package io.pumpwatch.console;

import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;

/** The shift: who is here, who is missing, briefing with its risks, muster, who is inside. Pure. */
final class ShiftBody {
    private ShiftBody() {}

    static List<AttributedString> lines(Model model, Say say, int columns) {
        ShiftPage shift = model.data().shift();
        List<AttributedString> lines = new ArrayList<>();
        if (shift == null) {
            lines.add(ListBodies.nothing(say, columns));
            return lines;
        }
        Status status = model.data().status();
        if (status != null && status.headers().stream().anyMatch(header -> header.swing() != null)) {
            lines.add(new Ink().put(" " + say.word("console.nowork"), Ink.HIGH).line(columns));
        }
        slot(shift.present(), "console.present", say, columns, lines);
        for (ShiftPage.Somebody person : shift.crew()) {
            lines.addAll(new Ink()
                    .put("   " + person.name(), Ink.BOLD)
                    .to(20)
                    .put(work(shift, person.work()))
                    .to(42)
                    .put(say.word("console.since") + " " + say.at(person.since()))
                    .put(person.silent() ? "  ! " + say.word("console.silent") : "", Ink.HIGH)
                    .put(
                            person.gearMissing().isEmpty() ? "" : "  ! " + String.join(", ", person.gearMissing()),
                            Ink.HIGH)
                    .fold(columns));
        }
        boolean few = shift.crew().size() < shift.needed();
        if (few || !shift.missing().isEmpty()) {
            lines.addAll(new Ink()
                    .put(
                            "   ! "
                                    + say.word(
                                            "console.missing",
                                            Map.of("here", "" + shift.crew().size(), "needed", "" + shift.needed()))
                                    + " " + String.join(", ", shift.missing()),
                            Ink.HIGH)
                    .fold(columns));
        }
        readiness(shift, say, columns, lines);
        briefing(shift, say, columns, lines);
        ShiftPage.Muster muster = shift.muster();
        if (muster != null) {
            lines.addAll(new Ink()
                    .put(
                            " ! " + say.word("console.muster", Map.of("deadline", say.clock(muster.deadline()))) + " "
                                    + String.join(", ", muster.missing()),
                            Ink.HIGH)
                    .fold(columns));
        }
        shift.inside()
                .forEach(guest -> lines.addAll(new Ink()
                        .put(" " + say.word("console.inside") + " " + guest.name())
                        .fold(columns)));
        slot(shift.next(), "console.next", say, columns, lines);
        return lines;
    }

    /** Which drainage pumps could start now, or why not (D3). */
    private static void readiness(ShiftPage shift, Say say, int columns, List<AttributedString> lines) {
        for (ShiftPage.Ready pump : shift.readiness()) {
            boolean ready = pump.notReady().isEmpty();
            String said = ready ? say.word("console.readyToDrain") : String.join("; ", pump.notReady());
            String mark = ready ? "   " : " ! ";
            lines.add(new Ink()
                    .put(mark + pump.pump() + " " + pump.name() + ": " + said, ready ? Ink.DIM : Ink.HIGH)
                    .line(columns));
        }
    }

    /** The work as it is called where somebody signs on for it. */
    private static String work(ShiftPage shift, String id) {
        return shift.signOn().works().stream()
                .filter(work -> work.id().equals(id) && !work.name().isEmpty())
                .map(ShiftPage.Work::name)
                .findFirst()
                .orElse(id);
    }

    private static void slot(
            ShiftPage.@org.jspecify.annotations.Nullable Slot slot,
            String words,
            Say say,
            int columns,
            List<AttributedString> lines) {
        if (slot != null) {
            lines.addAll(new Ink()
                    .put(" " + say.word(words) + " " + slot.name(), Ink.BOLD)
                    .put("  " + say.at(slot.begin()) + " – " + say.clock(slot.end()) + "  "
                            + String.join(", ", slot.due()))
                    .fold(columns));
        }
    }

    private static void briefing(ShiftPage shift, Say say, int columns, List<AttributedString> lines) {
        ShiftPage.Briefing briefing = shift.briefing();
        if (briefing == null) {
            if (shift.briefingMissed()) {
                lines.addAll(new Ink()
                        .put(" ! " + say.word("console.nobriefing"), Ink.HIGH)
                        .fold(columns));
            }
            return;
        }
        lines.addAll(new Ink()
                .put(
                        " " + say.word("console.briefing") + " " + briefing.by() + " " + say.clock(briefing.at()),
                        Ink.BOLD)
                .put("  " + briefing.text())
                .fold(columns));
        for (ShiftPage.Risk risk : briefing.risks()) {
            lines.addAll(
                    new Ink().put("   " + risk.risk() + " → " + risk.measure()).fold(columns));
        }
    }
}
