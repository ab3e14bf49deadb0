package io.pumpwatch.cli;

import io.pumpwatch.api.FieldPage;
import io.pumpwatch.console.AgentHttp.Answer;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What every channel reads, for commissioning, and function checks of outputs. Asks the running agent: two programs on
 * one bus would spoil each other's readings.
 */
final class FieldCommand implements Family {
    /** Cursor home, and what follows it is cleared: the table is written over itself without flicker. */
    private static final String REDRAW = "\u001b[H\u001b[J";

    private static final String CLEAR = "\u001b[2J";
    private static final long EVERY_MS_MIN = 100;
    private static final long USUAL_EVERY_MS = 1_000;

    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(new Command(shell, "field", "field", line -> run(shell, line))
                .takes("on|off", "cli.arg.outputState")
                .flag("--once", "cli.opt.once")
                .option("--every", "MS", "cli.opt.every")
                .option("--write", "OUTPUT", "cli.opt.write")
                .option("--end", "OUTPUT", "cli.opt.endCheck")
                .option("--for", "SECONDS", "cli.opt.checkFor")
                .option("--reason", "TEXT", "cli.opt.reason")
                .asPerson()
                .build());
    }

    private static int run(Shell shell, ParseResult line) throws CliFault {
        String write = Line.option(line, "--write");
        String end = Line.option(line, "--end");
        String state = Line.valueOrNull(line, 0);
        if (write != null) {
            return write(shell, line, write, state);
        }
        if (state != null) {
            throw new CliFault(Exit.USAGE, shell.say("cli.field.stateAlone", "state", Plain.line(state)));
        }
        if (end != null) {
            return new Acts(shell).asPerson(line, "output-end", Map.of("output", end));
        }
        return look(shell, line);
    }

    private static int write(Shell shell, ParseResult line, String output, @Nullable String state) throws CliFault {
        if (state == null || !(state.equals("on") || state.equals("off"))) {
            String given = state == null ? "" : state;
            throw new CliFault(Exit.USAGE, shell.say("cli.field.state", "output", output, "state", Plain.line(given)));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("output", output);
        fields.put("state", state);
        String reason = Line.option(line, "--reason");
        if (reason != null) {
            fields.put("reason", reason);
        }
        if (Line.option(line, "--for") != null) {
            fields.put("seconds", Line.number(shell, line, "--for", 0));
        }
        return new Acts(shell).asPerson(line, "output-drive", fields);
    }

    private static int look(Shell shell, ParseResult line) throws CliFault {
        long everyMs = Math.max(EVERY_MS_MIN, Line.number(shell, line, "--every", USUAL_EVERY_MS));
        boolean redraw = !Line.flag(line, "--json") && !Line.flag(line, "--once") && ConsoleCommand.inTerminal(shell);
        AgentClient client = new Acts(shell).client(line);
        int exit = show(shell, line, client, redraw ? CLEAR + REDRAW : "");
        if (Line.flag(line, "--once") || exit != Exit.DONE) {
            return exit;
        }
        CountDownLatch end = new CountDownLatch(1);
        return UntilSignal.run(shell, end::countDown, () -> {
            int last = Exit.DONE;
            while (last == Exit.DONE && !end.await(everyMs, TimeUnit.MILLISECONDS)) {
                last = show(shell, line, client, redraw ? REDRAW : "");
            }
            return last;
        });
    }

    private static int show(Shell shell, ParseResult line, AgentClient client, String before) throws CliFault {
        Answer answer = client.get("field");
        return new Acts(shell).show(line, answer, () -> {
            shell.out().print(before);
            print(shell, answer.as(FieldPage.class));
            shell.out().flush();
        });
    }

    /** One look at all channels. */
    static void print(Shell shell, FieldPage page) {
        PrintWriter out = shell.out();
        out.println(Plain.time(page.now(), page.zone()));
        Table inputs = table(shell, "tag", "channel", "counts", "measured", "value", "quality", "age", "what");
        for (FieldPage.Input input : page.inputs()) {
            Long counts = input.counts();
            Long ageMs = input.ageMs();
            boolean contact = input.signal().equals("contact");
            String quality = input.fault().isEmpty() ? input.causeText() : input.causeText() + ": " + input.fault();
            inputs.row(
                    input.tag(),
                    input.channel(),
                    counts == null ? "-" : counts.toString(),
                    contact ? contact(shell, input.measured()) : exact(input.measured(), input.measuredUnit()),
                    contact ? contact(shell, input.value()) : Plain.number(input.value(), input.unit()),
                    quality,
                    ageMs == null ? "-" : Plain.number(ageMs / 1_000.0, "s"),
                    input.what());
        }
        inputs.print(out);
        outputs(shell, page, out);
    }

    private static void outputs(Shell shell, FieldPage page, PrintWriter out) {
        Table outputs = table(shell, "output", "channel", "use", "asked", "readBack", "check");
        for (FieldPage.Output output : page.outputs()) {
            String use = shell.say("output.use." + output.use());
            String pump = output.pump();
            outputs.row(
                    output.tag(),
                    output.channel(),
                    pump == null ? use : use + " " + pump,
                    coil(shell, output.asked()),
                    output.fault().isEmpty()
                            ? coil(shell, output.readBack())
                            : coil(shell, output.readBack()) + " (" + output.fault() + ")",
                    check(shell, page, output.check()));
        }
        if (!outputs.isEmpty()) {
            out.println();
            outputs.print(out);
        }
        for (String fault : new String[] {page.inputFault(), page.outputFault()}) {
            if (!fault.isEmpty()) {
                out.println();
                out.println(shell.say("cli.field.fault", "fault", Plain.line(fault)));
            }
        }
    }

    private static String check(Shell shell, FieldPage page, FieldPage.@Nullable Check check) {
        return check == null
                ? ""
                : shell.words()
                        .say(
                                "cli.field.held",
                                Map.of(
                                        "person", check.byName(),
                                        "end", Plain.time(check.until(), page.zone()),
                                        "reason", check.reason()));
    }

    private static Table table(Shell shell, String... keys) {
        String[] heads = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            heads[i] = shell.say("cli.field.col." + keys[i]);
        }
        return new Table(heads);
    }

    private static String contact(Shell shell, @Nullable Double value) {
        return value == null ? "-" : shell.say(value >= 0.5 ? "contact.closed" : "contact.open");
    }

    private static String coil(Shell shell, @Nullable Boolean on) {
        return on == null ? "-" : shell.say(on ? "cli.field.on" : "cli.field.off");
    }

    /** Three decimals: a microampere is what one calibrates by. */
    private static String exact(@Nullable Double value, String unit) {
        return value == null ? "-" : String.format("%.3f %s", value, unit).strip();
    }
}
