package io.pumpwatch.cli;

import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.console.AgentHttp.Answer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The handover from one crew to the next (D4). */
final class HandoverCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(Command.group(
                shell,
                "handover",
                new Command(shell, "handover-show", "show", line -> show(shell, acts, line))
                        .flag("--last", "cli.handover.opt.last")
                        .asksAgent()
                        .build(),
                act(shell, acts, "draft").build(),
                new Command(shell, "handover-tools", "tools", line -> tools(shell, acts, line))
                        .takesMany("TOOL=COUNT", "cli.handover.arg.counts")
                        .asPerson()
                        .build(),
                new Command(shell, "handover-remark", "remark", line -> words(acts, line, "remark"))
                        .takesMany("TEXT", "cli.handover.arg.text")
                        .option("--topic", "TOPIC", "cli.handover.opt.topic")
                        .asPerson()
                        .build(),
                new Command(shell, "handover-order", "order", line -> words(acts, line, "order"))
                        .takesMany("TEXT", "cli.handover.arg.text")
                        .needsOption("--giver", "WHO", "cli.handover.opt.giver")
                        .asPerson()
                        .build(),
                spoken(shell, acts, "sign"),
                spoken(shell, acts, "accept"),
                spoken(shell, acts, "object"),
                new Command(shell, "handover-refuse", "refuse", line -> words(acts, line, "refuse"))
                        .takesMany("TEXT", "cli.handover.arg.text")
                        .needsOption("--reason", "not-told|drunk|ill|unfit", "cli.handover.opt.refuseReason")
                        .option("--refused", "ID", "cli.handover.opt.refused")
                        .asPerson()
                        .build(),
                spoken(shell, acts, "amend"),
                act(shell, acts, "seen").build(),
                spoken(shell, acts, "countersign"),
                new Command(shell, "handover-let-go", "let-go", line -> letGo(acts, line))
                        .needs("ID", "cli.arg.id")
                        .takesMany("TEXT", "cli.handover.arg.text")
                        .asPerson()
                        .build()));
    }

    private static Command act(Shell shell, Acts acts, String name) {
        String verb = "handover-" + name;
        return new Command(shell, verb, name, line -> acts.asPerson(line, verb, Map.of())).asPerson();
    }

    private static CommandSpec spoken(Shell shell, Acts acts, String name) {
        return new Command(shell, "handover-" + name, name, line -> words(acts, line, name))
                .takesMany("TEXT", "cli.handover.arg.text")
                .asPerson()
                .build();
    }

    private static int words(Acts acts, ParseResult line, String name) throws CliFault {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "text", String.join(" ", Line.values(line, 0)));
        for (String option : List.of("topic", "reason", "refused", "giver")) {
            if (line.commandSpec().findOption("--" + option) != null) {
                String given = Line.option(line, "--" + option);
                put(fields, option, given == null ? "" : given);
            }
        }
        return acts.asPerson(line, "handover-" + name, fields);
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static int tools(Shell shell, Acts acts, ParseResult line) throws CliFault {
        if (Line.values(line, 0).isEmpty()) {
            throw new CliFault(Exit.USAGE, shell.say("cli.handover.noCounts"));
        }
        return acts.asPerson(line, "handover-tools", Map.of("counts", Line.values(line, 0)));
    }

    private static int letGo(Acts acts, ParseResult line) throws CliFault {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Line.value(line, 0));
        put(fields, "text", String.join(" ", Line.values(line, 1)));
        return acts.asPerson(line, "handover-let-go", fields);
    }

    private static int show(Shell shell, Acts acts, ParseResult line) throws CliFault {
        Answer answer = acts.client(line).get("handover");
        boolean last = Line.flag(line, "--last");
        return acts.show(line, answer, () -> print(shell, answer.as(HandoverBook.class), last));
    }

    private static void print(Shell shell, HandoverBook book, boolean last) {
        PrintWriter out = shell.out();
        String crew = names(book.crew());
        out.println(crew.isEmpty() ? shell.say("cli.handover.nobody") : shell.say("cli.handover.crew", "crew", crew));
        if (book.nextChange() != null) {
            out.println(shell.say("cli.handover.change", "at", Plain.time(book.nextChange(), book.zone())));
        }
        if (book.overdue()) {
            out.println(shell.say("cli.handover.overdue"));
        }
        for (HandoverBook.Note order : book.orders()) {
            Map<String, String> said = Map.of(
                    "giver", Plain.line(order.topic()),
                    "words", Plain.line(order.words()),
                    "by", Plain.line(order.byName()),
                    "at", Plain.time(order.at(), book.zone()));
            out.println(shell.words().say("cli.handover.order", said));
        }
        HandoverBook.Sheet sheet = last || book.open() == null ? book.last() : book.open();
        if (sheet != null) {
            out.println();
            sheet(shell, sheet, book.zone());
        }
        out.println();
        out.println(shell.say("cli.handover.next", "next", book.next()));
    }

    private static String names(List<HandoverBook.Someone> people) {
        return String.join(
                ", ", people.stream().map(each -> Plain.line(each.name())).toList());
    }

    private static void sheet(Shell shell, HandoverBook.Sheet sheet, String zone) {
        PrintWriter out = shell.out();
        out.println(shell.words()
                .say(
                        "cli.handover.head",
                        Map.of(
                                "number", Long.toString(sheet.number()),
                                "stage", sheet.stageText(),
                                "cutOff", Plain.time(sheet.cutOff(), zone),
                                "crew", names(sheet.crew()))));
        Table items = new Table(
                shell.say("cli.handover.col.kind"),
                shell.say("cli.handover.col.subject"),
                shell.say("cli.handover.col.what"));
        sheet.items()
                .forEach(item -> items.row(item.kindText(), (item.subject() + " " + item.name()).strip(), item.text()));
        if (!items.isEmpty()) {
            items.print(out);
        }
        if (!sheet.tools().isEmpty()) {
            Table tools = new Table(
                    shell.say("cli.handover.col.tool"),
                    shell.say("cli.handover.col.name"),
                    shell.say("cli.handover.col.listed"),
                    shell.say("cli.handover.col.counted"),
                    shell.say("cli.handover.col.remark"));
            sheet.tools()
                    .forEach(tool -> tools.row(
                            tool.id(),
                            tool.name(),
                            Integer.toString(tool.listed()),
                            tool.counted() == null ? "-" : Integer.toString(tool.counted()),
                            tool.remark()));
            out.println();
            tools.print(out);
        }
        notes(shell, sheet, zone);
    }

    private static void notes(Shell shell, HandoverBook.Sheet sheet, String zone) {
        List<Told> told = new ArrayList<>();
        rows(told, "remark", sheet.remarks());
        rows(told, "sign", one(sheet.signed()));
        rows(told, "object", sheet.objections());
        rows(told, "refuse", sheet.refusals());
        for (HandoverBook.Amendment each : sheet.amendments()) {
            String seen = each.seenBy().isEmpty() ? shell.say("cli.handover.unseen") : shell.say("cli.handover.seen");
            told.add(new Told(each.at(), "amend", each.byName(), each.words() + " (" + seen + ")"));
        }
        rows(told, "accept", one(sheet.accepted()));
        rows(told, "countersign", sheet.countersigned());
        told.sort(Comparator.comparing(Told::at));
        Table notes = new Table(
                shell.say("cli.handover.col.at"),
                shell.say("cli.handover.col.kind"),
                shell.say("cli.handover.col.name"),
                shell.say("cli.handover.col.what"));
        told.forEach(each -> notes.row(
                Plain.time(each.at(), zone), shell.say("cli.handover.kind." + each.kind()), each.name(), each.words()));
        if (!notes.isEmpty()) {
            shell.out().println();
            notes.print(shell.out());
        }
    }

    /** What somebody said or signed. */
    private record Told(String at, String kind, String name, String words) {}

    private static List<HandoverBook.Note> one(HandoverBook.@Nullable Note note) {
        return note == null ? List.of() : List.of(note);
    }

    private static void rows(List<Told> told, String kind, List<HandoverBook.Note> notes) {
        for (HandoverBook.Note each : notes) {
            String words = each.topic().isEmpty() ? each.words() : each.topic() + ": " + each.words();
            told.add(new Told(each.at(), kind, each.byName(), words));
        }
    }
}
