package io.pumpwatch.cli;

import io.pumpwatch.api.Sheets;
import io.pumpwatch.console.AgentHttp.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Rounds, and the sheets that are filled in like them. A round is the sheet "round", which needn't be named. */
final class SheetCommands implements Family {
    private static final String ROUND = "round";
    private static final Map<String, String> VERDICTS = Map.of(
            "ok",
            "normal",
            "normal",
            "normal",
            "abnormal",
            "abnormal",
            "na",
            "not-applicable",
            "not-applicable",
            "not-applicable",
            "正常",
            "normal",
            "异常",
            "abnormal",
            "不适用",
            "not-applicable");

    @Override
    public List<CommandSpec> commands(Shell shell) {
        Filling rounds = new Filling(shell, ROUND);
        Filling sheets = new Filling(shell, null);
        return List.of(
                Command.group(
                        shell,
                        "round",
                        rounds.show(),
                        rounds.start(),
                        rounds.item(),
                        rounds.note(),
                        rounds.skip(),
                        rounds.sign()),
                Command.group(
                        shell,
                        "sheet",
                        sheets.list(),
                        sheets.show(),
                        sheets.start(),
                        sheets.item(),
                        sheets.note(),
                        sheets.skip(),
                        sheets.sign()));
    }

    /** The commands for one sheet, or for the sheet that the line names. */
    private static final class Filling {
        private final Shell shell;
        private final Acts acts;
        private final @Nullable String fixed;

        Filling(Shell shell, @Nullable String fixed) {
            this.shell = shell;
            this.acts = new Acts(shell);
            this.fixed = fixed;
        }

        private Command command(String name, Command.Task task) {
            Command command = new Command(shell, (fixed == null ? "sheet-" : "round-") + name, name, task);
            return fixed == null ? command.needs("SHEET", "cli.arg.sheet") : command;
        }

        private String sheet(ParseResult line) {
            return fixed == null ? Line.value(line, 0) : fixed;
        }

        /** Value of the line behind the sheet's name. */
        private String value(ParseResult line, int index) {
            return Line.value(line, fixed == null ? index + 1 : index);
        }

        private String rest(ParseResult line, int index) {
            return String.join(" ", Line.values(line, fixed == null ? index + 1 : index));
        }

        private Map<String, Object> fields(ParseResult line) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("sheet", sheet(line));
            return fields;
        }

        CommandSpec start() {
            return command("start", line -> acts.asPerson(line, "sheet-start", fields(line)))
                    .asPerson()
                    .build();
        }

        CommandSpec sign() {
            return command("sign", line -> acts.asPerson(line, "sheet-sign", fields(line)))
                    .asPerson()
                    .build();
        }

        CommandSpec item() {
            return command("item", this::entered)
                    .needs("ITEM", "cli.arg.item")
                    .needs("SEEN", "cli.arg.seen")
                    .takesMany("TEXT", "cli.arg.itemText")
                    .option("--location", "TEXT", "cli.opt.location")
                    .flag("--correct", "cli.opt.correct")
                    .asPerson()
                    .build();
        }

        private int entered(ParseResult line) throws CliFault {
            Map<String, Object> fields = fields(line);
            fields.put("item", value(line, 0));
            String seen = value(line, 1);
            String verdict = VERDICTS.get(seen);
            if (verdict == null) {
                fields.put("value", Numbers.real(shell, seen, "cli.fault.seen"));
            } else {
                fields.put("verdict", verdict);
            }
            String text = rest(line, 2);
            if (!text.isBlank()) {
                fields.put("text", text);
            }
            String location = Line.option(line, "--location");
            if (location != null) {
                fields.put("location", location);
            }
            if (Line.flag(line, "--correct")) {
                fields.put("correct", true);
            }
            int exit = acts.asPerson(line, "sheet-item", fields);
            if (exit == Exit.DONE && !Line.flag(line, "--json")) {
                beside(line, value(line, 0));
            }
            return exit;
        }

        /** What was entered, now with the instrument's reading beside it, and what comes next. */
        private void beside(ParseResult line, String item) throws CliFault {
            Answer answer = acts.client(line).get(path(line));
            if (Exit.of(answer.status()) == Exit.DONE) {
                Sheets sheets = answer.as(Sheets.class);
                sheets.sheets().forEach(sheet -> new SheetPrint(shell, sheets.zone()).entered(sheet, item));
            }
        }

        private String path(ParseResult line) {
            return "sheets?id=" + sheet(line).replaceAll("[^a-z0-9-]", "");
        }

        CommandSpec note() {
            return command("note", line -> worded(line, "sheet-note", "text"))
                    .needs("ITEM", "cli.arg.item")
                    .takesMany("TEXT", "cli.arg.noteText")
                    .asPerson()
                    .build();
        }

        CommandSpec skip() {
            return command("skip", line -> worded(line, "sheet-skip", "reason"))
                    .needs("ITEM", "cli.arg.item")
                    .takesMany("REASON", "cli.arg.reason")
                    .asPerson()
                    .build();
        }

        private int worded(ParseResult line, String verb, String field) throws CliFault {
            Map<String, Object> fields = fields(line);
            fields.put("item", value(line, 0));
            fields.put(field, rest(line, 1));
            return acts.asPerson(line, verb, fields);
        }

        CommandSpec show() {
            return command("show", line -> {
                        Answer answer = acts.client(line).get(path(line));
                        return acts.show(line, answer, () -> shown(answer.as(Sheets.class), sheet(line)));
                    })
                    .asksAgent()
                    .build();
        }

        private void shown(Sheets sheets, String id) {
            if (sheets.sheets().isEmpty()) {
                shell.out().println(shell.words().say("sheet.unknown", Map.of("sheet", id)));
                return;
            }
            new SheetPrint(shell, sheets.zone()).print(sheets.sheets().get(0));
        }

        CommandSpec list() {
            return new Command(shell, "sheet-list", "list", line -> {
                        Answer answer = acts.client(line).get("sheets");
                        return acts.show(line, answer, () -> {
                            Sheets sheets = Objects.requireNonNull(answer.as(Sheets.class));
                            new SheetPrint(shell, sheets.zone()).list(sheets);
                        });
                    })
                    .asksAgent()
                    .build();
        }
    }
}
