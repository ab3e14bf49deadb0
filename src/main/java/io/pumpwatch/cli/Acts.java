package io.pumpwatch.cli;

import io.pumpwatch.console.AgentHttp.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Has one act done by the agent and tells what came of it. */
final class Acts {
    private static final String PIN = "PUMPWATCH_PIN";
    private static final String SECOND_PIN = "PUMPWATCH_SECOND_PIN";

    private final Shell shell;

    Acts(Shell shell) {
        this.shell = shell;
    }

    /** More to ask a person, after their own PIN. */
    @FunctionalInterface
    interface More {
        void ask() throws CliFault;
    }

    /** An act that a person answers for: asks for the PIN. */
    int asPerson(ParseResult line, String verb, Map<String, Object> fields) throws CliFault {
        return asPerson(line, verb, fields, () -> {});
    }

    /** An act that a second person signs too. */
    int withSecond(ParseResult line, String verb, String second, Map<String, Object> fields) throws CliFault {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("second", second);
        return asPerson(line, verb, all, () -> {
            String given = Line.option(line, "--second-pin");
            String file = Line.option(line, "--second-pin-file");
            all.put("secondPin", new Pins(shell).of(given, file, SECOND_PIN, second));
        });
    }

    /** The same, with more to ask that is put into {@code fields}. */
    int asPerson(ParseResult line, String verb, Map<String, Object> fields, More more) throws CliFault {
        String person = person(line);
        if (person == null) {
            throw new CliFault(Exit.USAGE, shell.say("cli.person.missing"));
        }
        AgentClient client = client(line);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("person", person);
        all.put("pin", pin(line, person));
        more.ask();
        all.putAll(fields);
        return tell(line, client, verb, all);
    }

    /** An act that waits for no PIN; a person may be named, and is proven if a PIN is at hand. */
    int atOnce(ParseResult line, String verb, Map<String, Object> fields) throws CliFault {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        String person = person(line);
        if (person != null) {
            all.put("person", person);
            Pins silent = new Pins(new Shell(shell.lang(), shell.out(), shell.err(), shell.env(), question -> null));
            try {
                all.put("pin", silent.of(Line.option(line, "--pin"), Line.option(line, "--pin-file"), PIN, person));
            } catch (CliFault none) {
                // Not the moment to ask for one.
            }
        }
        return tell(line, client(line), verb, all);
    }

    String pin(ParseResult line, String person) throws CliFault {
        return pin(shell, line, person);
    }

    static String pin(Shell shell, ParseResult line, String person) throws CliFault {
        return new Pins(shell).of(Line.option(line, "--pin"), Line.option(line, "--pin-file"), PIN, person);
    }

    private @Nullable String person(ParseResult line) {
        return person(shell, line);
    }

    static @Nullable String person(Shell shell, ParseResult line) {
        String given = Line.option(line, "--person");
        return given != null ? given : shell.env().get("PUMPWATCH_PERSON");
    }

    AgentClient client(ParseResult line) throws CliFault {
        return new AgentClient(shell, line);
    }

    /** Posts it and prints the answer. */
    int tell(ParseResult line, AgentClient client, String verb, Map<String, Object> fields) throws CliFault {
        if (fields.containsKey("pin") && client.inTheClear()) {
            shell.err().println(shell.say("cli.pin.clear"));
        }
        Answer answer = client.act(verb, fields);
        return show(line, answer, () -> shell.out().println(Plain.line(answer.member("message"))));
    }

    /** Prints an answer: the document itself for programs, {@code plain} or the problem for people. */
    int show(ParseResult line, Answer answer, Runnable plain) {
        int exit = Exit.of(answer.status());
        if (Line.flag(line, "--json")) {
            shell.out().println(answer.text().strip());
        } else if (exit == Exit.DONE) {
            plain.run();
        } else {
            shell.err().println("pumpwatch: " + Plain.line(answer.member("detail")));
            if (answer.member("code").equals("session.needed")) {
                shell.err().println(shell.say("cli.signIn.how"));
            }
        }
        return exit;
    }
}
