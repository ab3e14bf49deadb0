package io.pumpwatch.cli;

import io.pumpwatch.console.AgentHttp;
import io.pumpwatch.console.AgentTrust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Asks a running agent over its HTTP API; what goes wrong is said in the person's words. */
final class AgentClient {
    private static final int CONNECT_MS = 3_000;
    /** Longer than the agent's own limit for an answer. */
    private static final int READ_MS = 20_000;

    private final Shell shell;
    private final AgentHttp http;

    private final ParseResult line;

    /** @param line with the options of {@link Command#asksAgent} */
    AgentClient(Shell shell, ParseResult line) throws CliFault {
        this.shell = shell;
        this.line = line;
        URI address = address(shell, Line.option(line, "--url"));
        this.http =
                new AgentHttp(address, shell.lang(), "", CONNECT_MS, READ_MS, trust(shell, Line.option(line, "--ca")));
    }

    /**
     * Whose certificates are believed.
     *
     * @param file as given; null for the environment's or, where that names none, those that this machine believes
     */
    static @Nullable AgentTrust trust(Shell shell, @Nullable String file) throws CliFault {
        String given = file != null ? file : shell.env().get("PUMPWATCH_CA");
        if (given == null || given.isEmpty()) {
            return null;
        }
        try {
            return AgentTrust.of(Path.of(given));
        } catch (IOException | InvalidPathException bad) {
            throw new CliFault(
                    Exit.USAGE,
                    shell.say("cli.fault.ca", "file", Plain.line(given), "fault", FileFaults.why(shell, bad)));
        }
    }

    /** The address that was asked for. */
    static URI address(Shell shell, @Nullable String url) throws CliFault {
        String given = url != null ? url : shell.env().getOrDefault("PUMPWATCH_URL", AgentHttp.DEFAULT_URL);
        URI uri = AgentHttp.address(given);
        if (uri == null) {
            throw new CliFault(Exit.USAGE, shell.say("cli.fault.url", "url", given));
        }
        return uri;
    }

    /** What is asked of the agent. */
    @FunctionalInterface
    private interface Question {
        AgentHttp.Answer ask() throws IOException;
    }

    /** A document; where the agent wants to know who reads it and the line says who, signs in for it. */
    AgentHttp.Answer get(String path) throws CliFault {
        AgentHttp.Answer answer = ask(() -> http.get(path));
        String person = Acts.person(shell, line);
        if (answer.ok() || !answer.member("code").equals("session.needed")) {
            return answer;
        }
        if (person == null) {
            String detail = Plain.line(answer.member("detail"));
            throw new CliFault(Exit.of(answer.status()), shell.say("cli.fault.who", "detail", detail));
        }
        String pin = Acts.pin(shell, line, person);
        AgentHttp.Answer in = ask(() -> http.signIn(person, pin));
        if (!in.ok()) {
            return in;
        }
        try {
            return ask(() -> http.get(path));
        } finally {
            http.signOut();
        }
    }

    /** Has an act done. */
    AgentHttp.Answer act(String verb, Map<String, Object> fields) throws CliFault {
        return ask(() -> http.act(verb, fields));
    }

    /** Whether what is sent can be read on a network. */
    boolean inTheClear() {
        return http.inTheClear();
    }

    private AgentHttp.Answer ask(Question question) throws CliFault {
        String url = http.base().toString();
        try {
            return question.ask();
        } catch (AgentHttp.Stranger stranger) {
            throw new CliFault(Exit.UNREACHABLE, shell.words().say("cli.fault.stranger", Map.of("url", url)));
        } catch (IOException fault) {
            throw new CliFault(
                    Exit.UNREACHABLE,
                    shell.words().say("cli.fault.unreachable", Map.of("url", url, "fault", why(fault))));
        }
    }

    private static String why(Exception fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : Plain.line(message);
    }
}
