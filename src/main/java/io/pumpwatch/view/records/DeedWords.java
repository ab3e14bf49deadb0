package io.pumpwatch.view.records;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an entry is about, in the words of people: numbers of defects, jobs and remarks, names for ids, codes in words.
 * Pure.
 */
final class DeedWords {
    /** Fields that say what an entry is about, in the order of the words. */
    private static final List<String> FIELDS = List.of(
            "point",
            "id",
            "accident",
            "handover",
            "amendment",
            "remark",
            "defect",
            "job",
            "muster",
            "visit",
            "pump",
            "header",
            "level",
            "output",
            "instrument",
            "person",
            "work",
            "name",
            "roles",
            "equipment",
            "sheet",
            "key",
            "slot",
            "shift",
            "from",
            "days",
            "people",
            "item",
            "step",
            "tool",
            "where",
            "sort",
            "kind",
            "number",
            "expires",
            "until",
            "fromUtcMs",
            "untilUtcMs",
            "seen",
            "rule",
            "topic",
            "verdict",
            "value",
            "pressure",
            "mg",
            "passed",
            "to",
            "addressees",
            "escort",
            "second",
            "allowedBy",
            "errorPercent",
            "dueMs",
            "on",
            "giver",
            "words",
            "reason",
            "cause",
            "action",
            "why",
            "fault",
            "part",
            "folder",
            "extreme",
            "durationMs",
            "silentMs",
            "smallest",
            "running",
            "reasons",
            "here",
            "trust",
            "missing",
            "skipped");

    /** Entries in which a field means something else than its name says elsewhere, or is told in another column. */
    private static final Set<String> UNTOLD = Set.of(
            "alarm.moved to",
            "alarm.moved on",
            "alarm.moved value",
            "interlock.tripped value",
            "duty.person-enrolled name",
            "rounds.job-opened name",
            "rounds.job-closed kind",
            "agent.setpoint-changed from");

    /** Fields of which only a code is kept, with the family of its words. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("duty.handover-refused reason", "handover.reason."),
            Map.entry("duty.sign-on-blocked why", "rep.blocked."),
            Map.entry("duty.muster-called why", "rep.why."),
            Map.entry("duty.spell-began why", "rep.why."),
            Map.entry("duty.signed-off why", "rep.why."),
            Map.entry("rounds.sheet-voided why", "rep.why."),
            Map.entry("interlock.trial-ended why", "rep.why."),
            Map.entry("interlock.output-check-ended why", "rep.why."),
            Map.entry("alarm.unshelved why", "rep.why."),
            Map.entry("alarm.back-in-service why", "rep.why."),
            Map.entry("alarm.drill-ended why", "rep.why."),
            Map.entry("duty.evidence-kept part", "rep.part."),
            Map.entry("rounds.tool-counted where", "job.tool."),
            Map.entry("rounds.item-entered verdict", "verdict."));

    private static final Set<String> NUMBERS =
            Set.of("accident", "handover", "remark", "defect", "job", "muster", "visit");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Line line;
    private final Named named;
    private final Words words;

    private DeedWords(Line line, Named named) {
        this.line = line;
        this.named = named;
        this.words = Words.of(named.lang());
    }

    /** What the entry is about; empty where its kind says it all. */
    static String of(Line line, Named named) {
        DeedWords told = new DeedWords(line, named);
        List<String> parts = new ArrayList<>();
        for (String field : FIELDS) {
            String part = UNTOLD.contains(line.kind() + " " + field) ? "" : told.part(field);
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(" · ", parts);
    }

    private String part(String field) {
        String text = line.text(field);
        if (text.isEmpty()) {
            return "";
        }
        String family = CODES.get(line.kind() + " " + field);
        if (family != null) {
            String key = family + slug(text);
            return words.has(key) ? words.say(key) : text;
        }
        if (NUMBERS.contains(field)) {
            return words.say("rep.nr." + field, Map.of("number", text));
        }
        return switch (field) {
            case "point", "id" -> (text + " " + named.alarm(text)).strip();
            case "amendment", "skipped", "days" -> counted(field, text);
            case "person" -> line.text("by").isEmpty() || line.text("by").equals(text) ? "" : named.person(text);
            case "sheet" -> named.sheet(text);
            case "key" -> named.slot(line.text("sheet"), text);
            case "slot" -> named.slot(text);
            case "work" -> named.work(text);
            case "shift" -> named.shift(text);
            case "seen" -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}/.+") ? named.slot(text) : text;
            case "roles" -> named.list(line.texts(field), role -> named.known("role.", slug(role)));
            case "people" -> named.list(line.texts(field), named::person);
            case "item" -> item(text);
            case "step" -> named.step(line.text("job"), text);
            case "tool" -> line.text("job").isEmpty() ? named.tool(text) : named.jobTool(line.text("job"), text);
            case "sort" -> sort(text);
            case "kind" -> named.job(named.certificate(text));
            case "fromUtcMs" -> time(line.whole(field));
            case "untilUtcMs" -> text.equals(line.text("fromUtcMs")) ? "" : time(line.whole(field));
            case "running" -> named.list(line.texts(field), tag -> tag);
            case "reasons" -> named.list(line.texts(field), this::reason);
            case "durationMs", "silentMs" ->
                words.say("rep.told." + field, Map.of("count", Cells.seconds(line.whole(field))));
            case "here" -> here(text);
            case "smallest" -> number(field, text) + " – " + number("largest", line.text("largest"));
            case "trust" -> named.known("clock.", slug(text));
            case "dueMs" -> time(line.whole(field)).substring(0, 10);
            case "mg" -> text + " mg/100 ml";
            case "passed" -> words.say(line.flag(field) ? "rep.passed" : "rep.failed");
            case "on" -> words.say(line.flag(field) ? "cli.field.on" : "cli.field.off");
            case "to" -> to(text);
            case "escort", "second", "allowedBy" -> words.say("rep.told." + field, Map.of("name", named.person(text)));
            case "value", "errorPercent", "extreme" -> number(field, text);
            case "addressees" -> addressees();
            case "pressure" -> pressure(number(field, text));
            case "missing" -> missing(text);
            default -> text;
        };
    }

    /** Whom something goes to, or what a setpoint is now. */
    private String to(String text) {
        if (line.kind().equals("agent.setpoint-changed")) {
            return line.text("from") + " → " + text;
        }
        return line.kind().endsWith("escalated") ? named.known("role.", slug(text)) : named.person(text);
    }

    private static String slug(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-').replaceAll("[ ']+", "-");
    }

    private String item(String text) {
        return line.body().get("item") instanceof Number
                ? words.say("rep.nr.item", Map.of("number", text))
                : named.item(line.text("sheet"), text);
    }

    /** What sort of paper: a certificate or training, a form, or a sheet that was filled in on paper. */
    private String sort(String text) {
        for (String family : List.of("paper.", "rep.sort.", "paper-form.title.")) {
            if (words.has(family + slug(text))) {
                return words.say(family + slug(text));
            }
        }
        return named.sheet(text);
    }

    private String number(String field, String text) {
        if (!(line.body().get(field) instanceof Number)) {
            return text.equals("NaN") ? "" : text;
        }
        boolean gauge = field.equals("pressure") || line.kind().equals("rounds.gauge-signed");
        String unit = field.equals("errorPercent") ? "%" : gauge ? "MPa" : line.text("unit");
        return (Cells.number(line.number(field)) + " " + unit).strip();
    }

    /** Offices that something goes to; they stand in a table of their own where an inspector wrote. */
    private String addressees() {
        List<String> names = line.objects("addressees").stream()
                .map(office -> String.valueOf(office.get(named.lang() == Lang.ZH ? "zh" : "en")))
                .toList();
        return names.isEmpty() || !line.kind().endsWith("escalated")
                ? ""
                : words.say("rep.told.addressees", Map.of("names", named.list(names, name -> name)));
    }

    private String pressure(String value) {
        return value.isEmpty() ? "" : words.say("rep.told.pressure", Map.of("value", value));
    }

    private String counted(String field, String text) {
        return text.equals("0") ? "" : words.say("rep.told." + field, Map.of("count", text));
    }

    /** Gear at signing on, tools at a job's end, else people. */
    private String missing(String text) {
        List<String> ids = line.texts("missing");
        if (line.body().get("missing") instanceof Number) {
            return counted("missing", text);
        }
        return line.kind().startsWith("duty.sign") ? named.list(ids, named::gear) : named.list(ids, named::person);
    }

    /** Why a pump isn't ready, such as {@code level:LT-301}. */
    private String reason(String code) {
        int colon = code.indexOf(':');
        String key = "why." + (colon < 0 ? code : code.substring(0, colon));
        return words.has(key) ? words.say(key, Map.of("on", code.substring(colon + 1))) : code;
    }

    /** How many of how many; who was there is told elsewhere. */
    private String here(String text) {
        if (!(line.body().get("here") instanceof Number)) {
            return "";
        }
        String needed = line.text("needed");
        return words.say("rep.told.here", Map.of("count", needed.isEmpty() ? text : text + "/" + needed));
    }

    private String time(long utcMs) {
        return MINUTE.format(Instant.ofEpochMilli(utcMs).atZone(named.plan().zone()));
    }
}
