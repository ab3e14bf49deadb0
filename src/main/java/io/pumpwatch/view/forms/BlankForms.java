package io.pumpwatch.view.forms;

import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Blank forms for a time without pumpwatch: a station goes on with paper, and what was written is typed in later. They
 * are made of the station file, so that they ask what the screens ask. Pure.
 */
public final class BlankForms {
    /** The change of crews (D4). */
    public static final String HANDOVER = "handover";
    /** Measures and risks before the shift (E8, E9). */
    public static final String BRIEFING = "briefing";
    /** Coming on duty, with fitness and gear (D2, E3). */
    public static final String SIGN_ON = "sign-on";

    private static final List<String> OF_CREW = List.of(HANDOVER, BRIEFING, SIGN_ON);

    private BlankForms() {}

    /** Every form of this station by its name, with what it is called. */
    public static Map<String, String> names(StationPlan plan, Lang lang) {
        Map<String, String> names = new LinkedHashMap<>();
        plan.rounds()
                .sheets()
                .forEach(sheet -> names.put(sheet.id(), sheet.name().in(lang)));
        Sheet words = new Sheet(lang);
        OF_CREW.forEach(name -> names.putIfAbsent(name, words.say("title." + name)));
        return names;
    }

    /** The form of that name as text of A4 width; null where the station has none of that name. */
    public static @Nullable String of(StationPlan plan, String name, Lang lang) {
        SheetPlan sheet = plan.rounds().sheet(name);
        if (sheet == null && !OF_CREW.contains(name)) {
            return null;
        }
        Sheet page = new Sheet(lang);
        String title = names(plan, lang).getOrDefault(name, name);
        page.rule('=').text(page.in(plan.name()) + " (" + plan.site() + "/" + plan.station() + ")");
        page.text(title + " (" + String.join(", ", rules(name, sheet)) + ")").rule('=');
        List<String> offices = offices(plan.duty(), page, rules(name, sheet));
        if (!offices.isEmpty()) {
            page.text(page.say("offices", "offices", String.join(", ", offices)));
        }
        if (sheet != null) {
            SheetForm.fill(page, sheet);
        } else if (name.equals(HANDOVER)) {
            HandoverForm.fill(page, plan);
        } else if (name.equals(BRIEFING)) {
            CrewForms.briefing(page, plan.duty());
        } else {
            CrewForms.signOn(page, plan.duty());
        }
        return page.empty()
                .text(page.say("later." + (sheet != null ? "sheet" : name)))
                .done();
    }

    private static List<String> rules(String name, @Nullable SheetPlan sheet) {
        if (sheet != null) {
            return List.of(sheet.rule());
        }
        return switch (name) {
            case HANDOVER -> List.of("D4");
            case BRIEFING -> List.of("E8", "E9");
            default -> List.of("D1", "D2", "E3");
        };
    }

    /** Offices that supervise what the form is for (E1, P6). */
    private static List<String> offices(DutyPlan duty, Sheet page, List<String> rules) {
        Set<Text> named = new LinkedHashSet<>();
        rules.forEach(rule -> named.addAll(duty.addressees(rule)));
        return named.stream().map(page::in).toList();
    }
}
