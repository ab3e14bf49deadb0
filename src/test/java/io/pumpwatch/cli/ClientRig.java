package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import io.pumpwatch.web.TestStation;
import io.pumpwatch.web.WebServer;
import io.pumpwatch.web.WebSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runs client commands in this process against a real server over a real scan. */
abstract class ClientRig {
    final TestStation station = new TestStation(true);
    final Map<String, String> env = new HashMap<>();
    final Deque<String> typed = new ArrayDeque<>();
    final List<String> asked = new ArrayList<>();
    /** Whether somebody sits at a terminal and can be asked more than a PIN. */
    boolean terminal;

    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.start(new WebSettings("127.0.0.1", 0), station, "1.2.3");
        env.put("PUMPWATCH_URL", "http://127.0.0.1:" + server.port());
        env.put("PUMPWATCH_PIN", TestStation.PIN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    int run(Lang lang, String... args) {
        out = new StringWriter();
        err = new StringWriter();
        Shell.Prompt prompt = question -> {
            asked.add(question);
            return typed.poll();
        };
        Shell shell =
                new Shell(lang, new PrintWriter(out, true), new PrintWriter(err, true), env, prompt, prompt, terminal);
        int exit = Main.run(shell, Families.ALL, args);
        assertFalse((out + "" + err).contains("\tat "), () -> "a stack trace: " + err);
        assertFalse((out + "" + err).contains("cli."), () -> "a key without words: " + out + err);
        return exit;
    }

    /** Rows of a table: a line, its exit code, what it says in English and in Chinese. Carried out in order. */
    void speaks(String table) {
        List<String> faults = new ArrayList<>();
        for (Lang lang : Lang.values()) {
            for (String row : table.lines().toList()) {
                String[] cell = row.split("\\|", -1);
                int exit = run(lang, words(cell[0]));
                String said = out + "" + err;
                String wanted = cell[lang == Lang.EN ? 2 : 3].strip();
                boolean onIts =
                        exit == 0 ? err.toString().isEmpty() : out.toString().isEmpty();
                if (exit != Integer.parseInt(cell[1].strip()) || !said.contains(wanted) || !onIts) {
                    faults.add(lang + " " + cell[0].strip() + " ended with " + exit + " and said: " + said);
                }
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    /** Every one of these commands has a help with an example in both languages. */
    void teach(List<String> names) {
        for (Lang lang : Lang.values()) {
            for (String name : names) {
                assertEquals(0, run(lang, words(name + " --help")), name);
                assertTrue(out.toString().contains("pumpwatch " + name), () -> name + ": " + out);
                assertTrue(out.toString().contains(lang == Lang.EN ? "Example:" : "示例："), () -> name + ": " + out);
            }
        }
    }

    /** The words of a line; an apostrophe holds together what has blanks. */
    static String[] words(String line) {
        List<String> words = new ArrayList<>();
        for (String part : line.strip().split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            if (!part.isEmpty()) {
                words.add(part.replace("'", ""));
            }
        }
        return words.toArray(String[]::new);
    }
}
