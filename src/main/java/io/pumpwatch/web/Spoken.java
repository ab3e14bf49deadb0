package io.pumpwatch.web;

import io.pumpwatch.rounds.JobState;
import io.pumpwatch.rounds.JobState.Job;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.Named;
import io.pumpwatch.view.StationView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What an answer names, as its reader knows it: people, sheets, items and gear go by their names. Who types commands
 * goes on with ids, so there a refusal has each id behind its name.
 */
record Spoken(StationView view, Lang lang, Reader reader) {
    /** Arguments that name a person, and those that name several. */
    private static final List<String> PEOPLE =
            List.of("person", "second", "of", "to", "escort", "refused", "id", "people");

    /** What a refusal says that it knows, by what it doesn't know. */
    private static final Map<String, String> KNOWN =
            Map.of("gear.unknown", "gear", "work.kind", "work", "shift.unknown", "shift", "handover.tool", "tools");

    /** Arguments of what was done: the person has just typed the ids. */
    Map<String, String> args(Map<String, String> args) {
        return new Spoken(view, lang, Reader.PAGE).args(args, args.getOrDefault("sheet", ""));
    }

    private Map<String, String> args(Map<String, String> args, String sheet) {
        Named named = Named.of(view, lang);
        Map<String, String> said = new LinkedHashMap<>(args);
        for (String field : PEOPLE) {
            // Who is enrolled is named by the answer itself.
            if (!field.equals("id") || !args.containsKey("name")) {
                each(said, field, id -> known(id) ? named.person(id) : id);
            }
        }
        String asked = args.getOrDefault("sheet", sheet);
        // A command that the words name takes the id alone.
        if (args.containsKey("sheet")) {
            said.put("sheetId", asked);
        }
        if (view.plan().rounds().sheet(asked) != null) {
            one(said, "item", id -> named.item(asked, id));
        }
        one(said, "sheet", named::sheet);
        for (String field : List.of("gear", "work", "shift")) {
            each(said, field, id -> name(named, field, id));
        }
        one(said, "slot", named::slot);
        one(said, "kind", kind -> named.job(named.certificate(kind)));
        each(said, "kinds", named::certificate);
        said.computeIfPresent(
                "pumps", (field, kinds) -> named.list(split(kinds), kind -> named.known("pump-kind.", kind)));
        said.computeIfPresent("pump", (field, pump) -> pump.equals("-") ? named.known("pump-kind.", pump) : pump);
        said.computeIfPresent("where", (field, where) -> named.known("job.tool.", where));
        ofJob(said, named);
        return said;
    }

    private static String name(Named named, String field, String id) {
        return switch (field) {
            case "gear" -> named.gear(id);
            case "work" -> named.work(id);
            case "shift" -> named.shift(id);
            default -> named.tool(id);
        };
    }

    private boolean known(String id) {
        return view.state().duty().person(id) != null;
    }

    private static List<String> split(String ids) {
        return Arrays.asList(ids.split(", ", -1));
    }

    private void one(Map<String, String> said, String field, UnaryOperator<String> name) {
        said.computeIfPresent(field, (unused, id) -> shown(id, name.apply(id)));
    }

    private void each(Map<String, String> said, String field, UnaryOperator<String> name) {
        said.computeIfPresent(
                field, (unused, ids) -> Named.of(view, lang).list(split(ids), id -> shown(id, name.apply(id))));
    }

    /** The name; for who types commands with the id that they type, unless both are the same. */
    private String shown(String id, String name) {
        return reader != Reader.LINE || name.equals(id) ? name : name + " (" + id + ")";
    }

    /** Steps and tools are those of the job that the answer names; both may be given by their place. */
    private void ofJob(Map<String, String> said, Named named) {
        String number = said.getOrDefault("job", "");
        Job job =
                number.matches("[0-9]{1,9}") ? view.state().rounds().openJobs().get(Long.parseLong(number)) : null;
        List<String> steps = job == null
                ? List.of()
                : job.steps().stream().map(JobState.Step::id).toList();
        List<String> tools = job == null ? List.of() : List.copyOf(job.tools().keySet());
        for (String field : List.of("step", "next")) {
            one(said, field, id -> named.step(number, placed(steps, id)));
        }
        if (job == null) {
            one(said, "tool", named::tool);
            each(said, "tools", named::tool);
        } else {
            said.computeIfPresent("tool", (field, tool) -> named.jobTool(number, placed(tools, tool)));
            said.computeIfPresent(
                    "tools", (field, some) -> named.list(split(some), tool -> named.jobTool(number, tool)));
        }
    }

    private static String placed(List<String> names, String given) {
        int place = given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : 0;
        return place >= 1 && place <= names.size() ? names.get(place - 1) : given;
    }

    /**
     * A refusal; the scan names sheets in the station's language.
     *
     * @param sheet that the act was about, by its id; empty for none
     */
    Refusal refusal(Refusal refusal, String sheet) {
        Map<String, String> named = args(refusal.args(), sheet);
        named.computeIfPresent("sheets", (name, sheets) -> {
            String said = sheets;
            for (SheetPlan each : view.plan().rounds().sheets()) {
                said = said.replace(
                        each.name().in(view.plan().lang()), each.name().in(lang));
            }
            return said;
        });
        String family = KNOWN.get(refusal.code());
        if (family != null) {
            Named all = Named.of(view, lang);
            each(named, "known", id -> name(all, family, id));
        }
        return new Refusal(refusal.code(), named);
    }
}
