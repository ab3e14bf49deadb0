package io.pumpwatch.view.forms;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.duty.HandoverPlan;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.StationPlan;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The handover sheet: what pumpwatch fills in by itself is asked here in the same order, then tools and both sides. */
final class HandoverForm {
    private static final int NAME = 44;
    /** These have tables of their own. */
    private static final Set<HandoverItem.Kind> LISTED = Set.of(HandoverItem.Kind.PUMP, HandoverItem.Kind.READING);
    /** What only the program itself can know. */
    private static final Set<HandoverItem.Kind> OF_PROGRAM = Set.of(HandoverItem.Kind.STORE, HandoverItem.Kind.LINK);
    /** What the practice of the stations hands over beside the readings. */
    private static final List<String> POINTS =
            List.of("changed", "abnormal", "protection", "work", "orders", "spares", "clean");

    private HandoverForm() {}

    static void fill(Sheet page, StationPlan plan) {
        HandoverPlan handover = plan.duty().handover();
        List<String> changes = handover.changes().stream().map(String::valueOf).toList();
        page.blanks(page.say("date"), page.say("shift"), page.say("cut-off"));
        page.text(page.say("changes", "times", String.join(", ", changes)));
        page.heading(page.say("readings"));
        for (InstrumentPlan instrument : plan.instruments()) {
            boolean contact = instrument.signal() == Signal.CONTACT;
            String value = contact
                    ? "[ ] " + page.say("closed") + "  [ ] " + page.say("open")
                    : "__________ " + instrument.unit();
            page.beside(instrument.tag().name() + "  ", page.in(instrument.what()), NAME, List.of(value));
        }
        page.heading(page.say("pumps"));
        for (PumpPlan pump : plan.interlocks().pumps()) {
            page.beside(
                    pump.tag().name() + "  ",
                    page.in(pump.name()),
                    NAME,
                    List.of(
                            "[ ] " + page.say("running") + "  [ ] " + page.say("standby"),
                            "[ ] " + page.say("repair") + "  " + page.say("hours") + " ________"));
        }
        page.heading(page.say("open-items"));
        for (HandoverItem.Kind kind : HandoverItem.Kind.values()) {
            if (!LISTED.contains(kind) && !OF_PROGRAM.contains(kind)) {
                page.blank(page.known(
                        "sheet.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            }
        }
        page.heading(page.say("told"));
        POINTS.forEach(point -> page.blank(page.say("told." + point)));
        if (!handover.tools().isEmpty()) {
            page.heading(page.say("tools"));
            handover.tools()
                    .forEach(tool -> page.beside(
                            "",
                            page.in(tool.name()) + " (" + tool.id() + ")",
                            NAME,
                            List.of(page.say("counted", "count", Integer.toString(tool.count())) + " _____________")));
        }
        page.heading(page.say("sides"));
        side(page, "outgoing");
        side(page, "incoming");
        page.boxes(List.of(page.say("accepted"), page.say("objected"), page.say("refused")));
        page.blank(page.say("words")).empty().text(page.say("responsible"));
    }

    private static void side(Sheet page, String side) {
        page.text(page.say(side));
        page.blanks(page.say("name"), page.say("signature"), page.say("time")).empty();
    }
}
