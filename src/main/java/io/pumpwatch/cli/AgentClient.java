package io.pumpwatch.cli;

import io.pumpwatch.console.AgentHttp;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a running agent over its HTTP API; what goes wrong is said in the person's words. */
final class AgentClient {
    private static final int CONNECT_MS = 3_000;
    /** Longer than the agent's own limit for an answer. */
    private static final int READ_MS = 20_000;

    private final Shell shell;
    private final AgentHttp http;

    /** @param url as given; null for the environment's or the default one */
    AgentClient(Shell shell, @Nullable String url) throws CliFault {
        this.shell = shell;
        this.http = new AgentHttp(address(shell, url), shell.lang(), "", CONNECT_MS, READ_MS, null);
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

    AgentHttp.Answer get(String path) throws CliFault {
        return ask(() -> http.get(path));
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

    private static String why(IOException fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : Plain.line(message);
    }
}
