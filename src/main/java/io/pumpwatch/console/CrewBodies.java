package io.pumpwatch.console;

import io.pumpwatch.api.Events;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import io.pumpwatch.api.Visitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;

/** What the chief and the leader arrange: roster, muster, visitors. Pure. */
final class CrewBodies {
    private CrewBodies() {}

    /** The shifts of two weeks with who is due; the whole of the chosen one stands below. */
    static List<AttributedString> roster(Model model, Say say, int columns, int room) {
        List<RosterPage.Slot> slots = Rows.roster(model.data());
        return slots.isEmpty()
                ? List.of(ListBodies.nothing(say, columns))
                : Body.list(
                        slots.size(),
                        model.place().row(),
                        room,
                        i -> slot(slots.get(i), say),
                        i -> due(slots.get(i), say),
                        columns);
    }

    private static Ink slot(RosterPage.Slot slot, Say say) {
        String times = say.day(slot.begin()) + " " + say.minute(slot.begin()) + "–" + say.minute(slot.end());
        return new Ink()
                .put(" " + times)
                .to(25)
                .put(Ink.cut(slot.name(), 12), Ink.BOLD)
                .to(38)
                .put(due(slot, say), slot.people().isEmpty() ? Ink.MEDIUM : Ink.PLAIN);
    }

    private static String due(RosterPage.Slot slot, Say say) {
        String people =
                slot.people().isEmpty() ? "! " + say.word("console.roster.nobody") : String.join(", ", slot.people());
        return slot.excused().isEmpty()
                ? people
                : people + "  " + say.word("console.roster.excused") + " " + String.join("; ", slot.excused());
    }

    /** The muster: since when and until when, then who is missing, who has come, who is excused. */
    static List<Ink> muster(Model model, Say say) {
        List<Ink> rows = new ArrayList<>();
        ShiftPage shift = model.data().shift();
        if (shift == null) {
            return rows;
        }
        Status status = model.data().status();
        Status.Word flood = status == null ? null : status.flood();
        String mode = flood == null
                ? say.word(shift.floodSeason() ? "console.flood.season" : "console.flood.none")
                : say.word("console.banner.flood", Map.of("since", say.at(flood.since())));
        rows.add(new Ink().put(" " + mode, flood == null ? Ink.PLAIN : Ink.MEDIUM));
        ShiftPage.Muster muster = shift.muster();
        if (muster == null) {
            rows.add(new Ink().put(" " + say.word("console.muster.none"), Ink.DIM));
            return rows;
        }
        Map<String, String> called = Map.of(
                "why",
                say.state("muster", muster.why()),
                "called",
                say.at(muster.calledAt()),
                "deadline",
                say.clock(muster.deadline()));
        rows.add(new Ink().put(" " + say.word("console.muster.called", called), Ink.BOLD));
        muster.missing()
                .forEach(name ->
                        rows.add(new Ink().put("   ! " + say.word("console.muster.missing") + "  " + name, Ink.HIGH)));
        muster.excused()
                .forEach(each -> rows.add(new Ink()
                        .put("     " + say.word("console.muster.excused") + "  " + each.name() + "  ")
                        .put(each.reason(), Ink.DIM)));
        muster.arrived()
                .forEach(each -> rows.add(new Ink()
                        .put("   ✓ " + say.word("console.muster.arrived") + "  " + each.name() + "  ")
                        .put(say.clock(each.at()), Ink.DIM)));
        return rows;
    }

    /** Who is inside, who may come in, and who came and went, the newest first. */
    static List<Ink> visitors(Data data, Say say) {
        List<Ink> rows = new ArrayList<>();
        for (Visitors.Inside each : Rows.inside(data)) {
            String word = say.word(each.listed() ? "console.visitor.inside" : "console.visitor.outsider");
            rows.add(new Ink()
                    .put((each.listed() ? "   " : " ! ") + word, each.listed() ? Ink.BOLD : Ink.HIGH)
                    .to(14)
                    .put(each.name(), Ink.BOLD)
                    .put("  " + say.word("console.since") + " " + say.at(each.since()))
                    .put(each.escort().isEmpty() ? "" : "  " + say.word("console.visitor.escort") + " " + each.escort())
                    .put("  " + each.reason(), Ink.DIM));
        }
        for (Visitors.Approved each : Rows.approved(data)) {
            rows.add(new Ink()
                    .put("   " + say.word("console.visitor.listed"))
                    .to(14)
                    .put(each.name())
                    .put("  " + say.word("console.paper.until", Map.of("day", each.until())))
                    .put("  " + each.reason() + "  " + each.by(), Ink.DIM));
        }
        if (data.visits() != null) {
            for (Events.Event event : data.visits().log().events()) {
                rows.add(new Ink()
                        .put(" " + say.at(event.utc()), Ink.DIM)
                        .to(17)
                        .put(event.kindText())
                        .put("  " + event.text() + "  " + event.who(), Ink.DIM));
            }
        }
        return rows;
    }
}
