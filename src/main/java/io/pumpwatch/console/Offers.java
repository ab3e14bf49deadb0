package io.pumpwatch.console;

import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.People;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the station has for an answer: its ids with the names that people read. Pure. */
final class Offers {
    /** Questions that a person of the station answers. */
    private static final Set<String> PEOPLE = Set.of("of", "people", "escort", "to", "id");

    private Offers() {}

    /** What can be answered, by its id with its name; empty where anything may be written. */
    static Map<String, String> of(Model model, Deed deed, String field) {
        Map<String, String> all = new LinkedHashMap<>();
        Status status = model.data().status();
        ShiftPage shift = model.data().shift();
        Jobs jobs = model.data().jobs();
        if (field.equals("pump") && status != null) {
            status.pumps().forEach(pump -> all.put(pump.tag(), pump.tag() + " " + pump.name()));
        } else if (field.equals("work") && shift != null) {
            shift.signOn()
                    .works()
                    .forEach(work -> all.put(work.id(), work.name().isEmpty() ? work.id() : work.name()));
        } else if (field.equals("gear") && shift != null) {
            gear(shift, deed, new Say(model).word("console.gear.all"), all);
        } else if (field.equals("kind") && deed.screen() == Screen.JOBS && jobs != null) {
            jobs.kinds().forEach(kind -> all.put(kind.id(), kind.name()));
        } else if (field.equals("counts") && model.data().handover() != null) {
            model.data().handover().tools().forEach(tool -> all.put(tool.id(), tool.name()));
        } else if (field.equals("shift")) {
            Rows.roster(model.data())
                    .forEach(slot ->
                            all.putIfAbsent(slot.key().substring(slot.key().indexOf('/') + 1), slot.name()));
        } else if (PEOPLE.contains(field)) {
            people(model, deed, all);
        }
        return all;
    }

    /** Each piece of gear that some work asks for; who signs on with all of it says so in one word. */
    private static void gear(ShiftPage shift, Deed deed, String whole, Map<String, String> all) {
        Map<String, String> pieces = new LinkedHashMap<>();
        shift.signOn().works().forEach(work -> work.gear().forEach(each -> pieces.put(each.id(), each.name())));
        if (!pieces.isEmpty()) {
            if (!deed.name().equals("without")) {
                all.put("all", whole);
            }
            all.putAll(pieces);
        }
    }

    /** Those who work here; where only some of them are meant, those. */
    private static void people(Model model, Deed deed, Map<String, String> all) {
        People people = model.data().people();
        ShiftPage shift = model.data().shift();
        RosterPage.Slot slot = Rows.chosen(model, Rows.roster(model.data()));
        List<String> only = List.of();
        if (deed.name().equals("muster-excuse") && shift != null && shift.muster() != null) {
            only = shift.muster().missing();
        } else if (deed.name().equals("excuse") && slot != null) {
            only = slot.people();
        }
        if (people != null) {
            for (People.Someone each : people.people()) {
                if (each.active() && (only.isEmpty() || only.contains(each.name()))) {
                    all.put(each.id(), each.name());
                }
            }
        }
    }
}
