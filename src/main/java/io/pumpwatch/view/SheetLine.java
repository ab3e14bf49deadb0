package io.pumpwatch.view;

import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lines of a handover sheet in words. Pure. */
public final class SheetLine {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Set<String> TIMES = Set.of("since", "until");

    private SheetLine() {}

    /** Name of a line's kind, such as "alarm". */
    public static String kind(HandoverItem item, Lang lang) {
        return Words.of(lang).say("sheet.kind." + word(item));
    }

    /** Key word of a line's kind. */
    public static String word(HandoverItem item) {
        return item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a line stands on, as people call it. */
    public static String subject(HandoverItem item, Named named) {
        return item.kind() == HandoverItem.Kind.ROUND ? named.sheet(item.subject()) : item.subject();
    }

    /** What the tag or alarm point is called that a line stands on; empty for what has no name of its own. */
    public static String name(HandoverItem item, Named named) {
        return item.kind() == HandoverItem.Kind.ROUND ? "" : named.thing(item.subject());
    }

    /** What a line says. */
    public static String text(HandoverItem item, Named named) {
        Words words = Words.of(named.lang());
        Map<String, String> said = new HashMap<>();
        item.facts().forEach((name, value) -> said.put(name, fact(words, named, name, value)));
        String missed = item.facts().get("key");
        if (item.kind() == HandoverItem.Kind.ROUND && missed != null) {
            // Lines of older sheets have their words only, in the language of the station.
            said.put("words", named.sheet(item.subject()) + " " + named.slot(item.subject(), missed));
        }
        String why = item.facts().getOrDefault("why", "");
        if (words.has("why." + why)) {
            said.put("why", words.say("why." + why, Map.of("on", item.facts().getOrDefault("on", item.subject()))));
        }
        String job = item.facts().get("job");
        if (job != null) {
            said.put("words", job(item, named, job));
        }
        said.putIfAbsent("reason", "");
        said.put("measured", (said.getOrDefault("value", "") + " " + said.getOrDefault("unit", "")).strip());
        String key = "sheet." + word(item);
        // A failed instrument is never shown with a value; each gap has its own words.
        for (String of : new String[] {item.facts().getOrDefault("quality", ""), why}) {
            key = words.has(key + "." + of) ? key + "." + of : key;
        }
        String none = "sheet." + word(item) + ".none";
        boolean nothing = item.facts().values().stream().allMatch(value -> value.isEmpty() || value.equals("0"));
        return nothing && words.has(none)
                ? words.say(none)
                : words.say(key, said).strip();
    }

    /** An open job: its kind, its pump, what is done, and who works on it. */
    private static String job(HandoverItem item, Named named, String kind) {
        String pump = item.facts().getOrDefault("pump", "");
        String people = item.facts().getOrDefault("people", "");
        String who =
                people.isEmpty() ? "" : " (" + named.list(Arrays.asList(people.split(", ", -1)), named::person) + ")";
        String on = pump.isEmpty() ? "" : " " + pump;
        return named.job(kind) + on + ": " + item.facts().getOrDefault("told", "") + who;
    }

    private static String fact(Words words, Named named, String name, String value) {
        if (TIMES.contains(name)) {
            return value.isEmpty()
                    ? words.say("sheet.no-time")
                    : local(value, named.plan().zone());
        }
        if (name.equals("by") || name.equals("escort")) {
            return named.person(value);
        }
        String family = switch (name) {
            case "state" -> words.has("life." + value) ? "life." : "sheet.state.";
            case "quality" -> "sheet.quality.";
            case "value" -> "contact.";
            case "cause" -> "quality.";
            case "priority" -> "priority.";
            case "level" -> "role.";
            case "why" -> "sheet.why.";
            default -> "";
        };
        return !family.isEmpty() && words.has(family + value) ? words.say(family + value) : value;
    }

    private static String local(String utc, ZoneId zone) {
        try {
            return LOCAL.format(Instant.parse(utc).atZone(zone));
        } catch (DateTimeException notOurs) {
            return utc;
        }
    }
}
