package io.pumpwatch.cli;

import io.pumpwatch.api.Sheets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints sheets for people at a terminal. */
final class SheetPrint {
    private final Shell shell;
    private final String zone;

    SheetPrint(Shell shell, String zone) {
        this.shell = shell;
        this.zone = zone;
    }

    /** All of them, a line each. */
    void list(Sheets sheets) {
        if (sheets.sheets().isEmpty()) {
            shell.out().println(shell.say("cli.sheet-list.none"));
            return;
        }
        Table table = new Table(
                shell.say("cli.col.sheet"),
                shell.say("cli.col.name"),
                shell.say("cli.col.sheet-rule"),
                shell.say("cli.col.state"),
                shell.say("cli.col.from"),
                shell.say("cli.col.to"),
                shell.say("cli.col.last"));
        for (Sheets.Sheet sheet : sheets.sheets()) {
            table.row(
                    sheet.id(),
                    sheet.name(),
                    sheet.rule(),
                    shell.say("sheet.state." + sheet.state()),
                    Plain.time(sheet.from(), zone),
                    Plain.time(sheet.to(), zone),
                    last(sheet));
        }
        table.print(shell.out());
    }

    private String last(Sheets.Sheet sheet) {
        if (sheet.past().isEmpty()) {
            return "";
        }
        Sheets.Past past = sheet.past().get(sheet.past().size() - 1);
        String fast = past.fast() ? ", " + shell.say("cli.sheet.fast") : "";
        return past.slotText() + ": " + shell.say("sheet.outcome." + past.outcome()) + fast;
    }

    /** One with its items and answers, and what to do next. */
    void print(Sheets.Sheet sheet) {
        shell.out()
                .println(shell.words()
                        .say(
                                "cli.sheet.head",
                                Map.of(
                                        "name",
                                        sheet.name(),
                                        "rule",
                                        sheet.rule(),
                                        "state",
                                        shell.say("sheet.state." + sheet.state()),
                                        "from",
                                        Plain.time(sheet.from(), zone),
                                        "to",
                                        Plain.time(sheet.to(), zone))));
        Table table = new Table(
                "#",
                shell.say("cli.col.item"),
                shell.say("cli.col.look"),
                shell.say("cli.col.asked"),
                shell.say("cli.col.sheet-answer"),
                shell.say("cli.col.agent"),
                shell.say("cli.col.by"));
        for (Sheets.Item item : sheet.items()) {
            Sheets.Answer answer = item.answer();
            table.row(
                    Integer.toString(item.place()),
                    item.id(),
                    item.text(),
                    asked(item),
                    answer == null ? "" : answered(answer, item.unit()),
                    answer == null || answer.agent() == null ? "" : Plain.number(answer.agent(), item.unit()),
                    answer == null ? "" : answer.byName());
        }
        table.print(shell.out());
        sheet.signed()
                .forEach(signature -> shell.out()
                        .println(shell.words()
                                .say(
                                        "cli.sheet.signed",
                                        Map.of(
                                                "person",
                                                signature.byName(),
                                                "time",
                                                Plain.time(signature.at(), zone)))));
        shell.out().println(next(sheet));
    }

    /** One item that was just entered, by its id or place, with the instrument's reading beside it. */
    void entered(Sheets.Sheet sheet, String named) {
        for (Sheets.Item item : sheet.items()) {
            Sheets.Answer answer = item.answer();
            boolean meant =
                    item.id().equals(named) || Integer.toString(item.place()).equals(named);
            if (meant && answer != null) {
                Map<String, String> args = new HashMap<>();
                args.put("item", item.text());
                args.put("answer", answered(answer, item.unit()));
                args.put("agent", answer.agent() == null ? "" : Plain.number(answer.agent(), item.unit()));
                args.put("command", sheet.id().equals("round") ? "round" : "sheet");
                args.put("sheet", sheet.id().equals("round") ? "" : " " + sheet.id());
                args.put("place", Integer.toString(item.place()));
                shell.out()
                        .println("  "
                                + Plain.line(shell.words()
                                        .say(answer.agent() == null ? "cli.sheet.put" : "cli.sheet.beside", args)));
                if (answer.noteNeeded()) {
                    shell.out().println("  " + shell.words().say("cli.sheet.differs", args));
                }
            }
        }
    }

    private String asked(Sheets.Item item) {
        StringBuilder asked = new StringBuilder();
        if (item.number()) {
            asked.append(item.unit());
            if (item.low() != null || item.high() != null) {
                asked.append(' ').append(bound(item.low())).append("..").append(bound(item.high()));
            }
        } else {
            asked.append("ok/abnormal/na");
        }
        if (item.evidence()) {
            asked.append(" + ").append(shell.say("cli.sheet.evidence"));
        }
        if (item.location()) {
            asked.append(" + --location");
        }
        return asked.toString();
    }

    private static String bound(@Nullable Double bound) {
        return bound == null ? "" : Double.toString(bound);
    }

    private String answered(Sheets.Answer answer, String unit) {
        String said = answer.value() != null ? Plain.number(answer.value(), unit) : "";
        boolean plain = answer.verdict().equals("normal") && answer.value() != null;
        String verdict = plain ? "" : shell.say("verdict." + answer.verdict());
        String words = answer.text().isEmpty() ? "" : ": " + answer.text();
        String note = answer.noteNeeded() ? " <- " + shell.say("cli.sheet.noteNeeded") : "";
        return (said + " " + verdict).strip() + words + note;
    }

    private String next(Sheets.Sheet sheet) {
        boolean upcoming = sheet.state().equals("upcoming");
        long open = sheet.items().stream().filter(item -> item.answer() == null).count();
        boolean notes = sheet.items().stream()
                .map(Sheets.Item::answer)
                .anyMatch(answer -> answer != null && answer.noteNeeded());
        String key = upcoming ? "upcoming" : open > 0 ? "items" : notes ? "notes" : "sign";
        String command = sheet.id().equals("round") ? "round" : "sheet";
        String more = sheet.id().equals("round") ? "" : " " + sheet.id();
        return shell.words()
                .say(
                        "cli.sheet.next." + key,
                        Map.of(
                                "command",
                                command,
                                "sheet",
                                more,
                                "open",
                                Long.toString(open),
                                "missing",
                                Integer.toString(
                                        sheet.signatures() - sheet.signed().size())));
    }
}
