package io.pumpwatch.view.forms;

import io.pumpwatch.rounds.Schedule;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.rounds.SheetPlan.Item;
import io.pumpwatch.station.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A round or sheet: every item with room for what was seen, when, and words. */
final class SheetForm {
    private static final int LOOK = 44;

    private SheetForm() {}

    static void fill(Sheet page, SheetPlan sheet) {
        page.blanks(page.say("date"), page.say("begun"), page.say("ended"));
        if (sheet.schedule() instanceof Schedule.Daily daily && daily.windows().size() > 1) {
            List<String> windows = daily.windows().stream()
                    .map(window -> page.known("window.", window.id()) + " " + window.from() + "–" + window.to())
                    .toList();
            page.text(page.say("window")).boxes(windows);
        }
        List<String> roles =
                sheet.roles().stream().sorted().map(role -> role(page, role)).toList();
        page.text(page.say("who", "roles", String.join(", ", roles)));
        page.heading(page.say("items"));
        for (int i = 0; i < sheet.items().size(); i++) {
            item(page, i + 1, sheet.items().get(i));
        }
        page.heading(page.say("signatures"));
        for (int i = 1; i <= sheet.signatures(); i++) {
            page.blanks(page.say("name"), page.say("signature"), page.say("time"))
                    .empty();
        }
        page.blanks(page.say("countersigned"), page.say("time"));
    }

    static String role(Sheet page, Role role) {
        return page.known("role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static void item(Sheet page, int place, Item item) {
        List<String> answer = new ArrayList<>();
        if (item.number()) {
            answer.add("__________ " + item.unit() + range(item));
        }
        answer.add("[ ] " + page.known("verdict.normal") + "  [ ] " + page.known("verdict.abnormal") + "  __:__");
        answer.add("[ ] " + page.known("verdict.not-applicable"));
        page.beside(String.format(Locale.ROOT, "%2d  ", place), page.in(item.text()), LOOK, answer);
        if (item.compare() != null) {
            page.text("    " + page.say("compare", "tag", item.compare().name()));
        }
        page.blank("    " + page.say(item.evidence() ? "tested" : "words"));
    }

    private static String range(Item item) {
        if (Double.isInfinite(item.low()) && Double.isInfinite(item.high())) {
            return "";
        }
        return " (" + bound(item.low()) + "–" + bound(item.high()) + ")";
    }

    private static String bound(double bound) {
        if (Double.isInfinite(bound)) {
            return "";
        }
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
