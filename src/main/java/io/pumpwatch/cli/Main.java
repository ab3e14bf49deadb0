package io.pumpwatch.cli;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The one program: {@code pumpwatch <command>}. */
public final class Main {
    /** Nothing was asked, or something that there isn't. */
    public static final int EXIT_USAGE = 2;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // UTF-8 whatever the locale says: half of the users read Chinese, and a service has no locale.
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        int code = run(Lang.ofPosix(posixLocale(System.getenv())), out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command with the streams given; the exit code of the process. */
    public static int run(Lang lang, PrintWriter out, PrintWriter err, String... args) {
        Words words = Words.of(lang);
        CommandLine line = new CommandLine(spec(words)).setOut(out).setErr(err);
        line.setExecutionStrategy(parsed -> {
            Integer answered = CommandLine.executeHelpRequest(parsed);
            if (answered != null) {
                return answered;
            }
            line.usage(err);
            return EXIT_USAGE;
        });
        line.setParameterExceptionHandler((fault, unused) -> {
            err.println("pumpwatch: " + fault.getMessage());
            err.println(words.say("cli.seeHelp", Map.of("program", "pumpwatch")));
            return EXIT_USAGE;
        });
        return line.execute(args);
    }

    /** Built by hand: annotations are read by reflection, which costs a start on a Pi dearly. */
    private static CommandSpec spec(Words words) {
        CommandSpec spec = CommandSpec.create().name("pumpwatch");
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(words.say("cli.help"))
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description(words.say("cli.version"))
                .build());
        spec.usageMessage().description(words.say("cli.about")).footer("", words.say("cli.more"));
        spec.versionProvider(() -> new String[] {"pumpwatch " + version()});
        return spec;
    }

    /** Version of this build, from the jar's manifest; "development" when run from classes. */
    public static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development");
    }

    /** The locale for messages, by the order of POSIX; "" where none is set. */
    static String posixLocale(Map<String, String> env) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = env.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
