package io.pumpwatch.view.forms;

import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.duty.DutyPlan.Work;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Briefing and coming on duty. */
final class CrewForms {
    /** Risks and lines of measures for which there is room. */
    private static final int RISKS = 5;

    private static final int MEASURES = 4;
    private static final int ATTENDEES_MIN = 4;

    private CrewForms() {}

    static void briefing(Sheet page, DutyPlan duty) {
        page.blanks(page.say("date"), page.say("shift"), page.say("begun"));
        page.heading(page.say("measures"));
        for (int i = 0; i < MEASURES; i++) {
            page.blank("").empty();
        }
        page.heading(page.say("risks"));
        for (int i = 1; i <= RISKS; i++) {
            page.blank(i + "  " + page.say("risk"))
                    .blank("   " + page.say("measure"))
                    .empty();
        }
        page.heading(page.say("signatures"));
        page.text(page.say("technician"));
        page.blanks(page.say("name"), page.say("signature"), page.say("time")).empty();
        page.text(page.say("attendees"));
        for (int i = 0; i < Math.max(ATTENDEES_MIN, 2 * duty.crew().needed()); i++) {
            page.blanks(page.say("name"), page.say("signature"), page.say("time"))
                    .empty();
        }
    }

    /** One form for each person. */
    static void signOn(Sheet page, DutyPlan duty) {
        page.blanks(page.say("date"), page.say("shift"), page.say("time"));
        page.blanks(page.say("name"), page.say("signature"));
        if (duty.crew().fitness()) {
            page.heading(page.say("fitness"));
            page.boxes(List.of(page.say("sober"), page.say("rested")));
            page.blank(page.say("test"));
        }
        Map<String, Work> works = new TreeMap<>(duty.work());
        works.forEach((id, work) -> {
            String usual = id.equals(duty.usualWork()) ? " (" + page.say("usual") + ")" : "";
            page.heading("[ ] " + page.in(work.name()) + usual);
            page.boxes(work.gear().stream()
                    .map(item -> page.known("gear.item.", item))
                    .toList());
            if (!work.certificates().isEmpty()) {
                List<String> kinds = work.certificates().stream()
                        .map(kind -> page.known("certificate.kind.", kind))
                        .toList();
                page.text(page.say("certificate", "kinds", String.join(page.say("or"), kinds)));
                page.blanks(page.say("number"), page.say("expires"));
            }
        });
        page.heading(page.say("missing"));
        page.blank(page.say("missing.what")).blank(page.say("reason"));
        page.blanks(page.say("leader"), page.say("signature"), page.say("time"));
    }
}
