package io.pumpwatch.cli;

import io.pumpwatch.station.Lang;
import java.io.Console;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The one program: {@code pumpwatch <command>}. */
public final class Main {
    /** Nothing was asked, or something that there isn't. */
    public static final int EXIT_USAGE = Exit.USAGE;

    private Main() {}

    /** All commands, for whoever describes them. */
    static CommandLine program(Shell shell) {
        return new CommandLine(root(shell, Families.ALL));
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // UTF-8 whatever the locale says: half of the users read Chinese, and a service has no locale.
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        Map<String, String> env = System.getenv();
        Lang lang = Lang.ofPosix(asked(args, posixLocale(env)));
        Shell shell = new Shell(lang, out, err, env, Main::askAtTerminal, Main::askVisibly, atTerminal());
        boolean service = args.length == 1 && args[0].equals(AgentRun.SERVICE);
        int code = service ? guarded(shell, () -> AgentRun.service(shell)) : run(shell, families(args), args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** An agent runs for months, on little memory: it doesn't carry the models of all other commands with it. */
    private static List<Family> families(String[] args) {
        return args.length > 0 && args[0].equals("run") ? List.of(new RunCommands()) : Families.ALL;
    }

    /** Runs one command with the streams given; the exit code of the process. */
    public static int run(Lang lang, PrintWriter out, PrintWriter err, String... args) {
        Lang wanted = Lang.ofPosix(asked(args, lang == Lang.ZH ? "zh" : ""));
        return run(new Shell(wanted, out, err, Map.of(), question -> null), Families.ALL, args);
    }

    /** The same with everything that a command has around it. */
    static int run(Shell shell, List<Family> families, String... args) {
        CommandLine line =
                new CommandLine(root(shell, families)).setOut(shell.out()).setErr(shell.err());
        line.setExecutionStrategy(parsed -> execute(shell, parsed));
        line.setParameterExceptionHandler((fault, unused) -> {
            shell.err().println("pumpwatch: " + UsageFaults.say(shell, fault));
            String program = fault.getCommandLine().getCommandSpec().qualifiedName();
            shell.err().println(shell.say("cli.seeHelp", "program", program));
            return Exit.USAGE;
        });
        return line.execute(args);
    }

    /** What a command does. */
    @FunctionalInterface
    private interface Work {
        /** The exit code. */
        int run() throws CliFault;
    }

    /** The exit code of what is done; a fault of it is said in a line. */
    private static int guarded(Shell shell, Work work) {
        try {
            return work.run();
        } catch (CliFault fault) {
            shell.err().println("pumpwatch: " + fault.getMessage());
            return fault.exit;
        } catch (RuntimeException fault) {
            return failed(shell, fault);
        }
    }

    /** A fault of our own: said in a line, with its trace only for who asks for it. */
    private static int failed(Shell shell, RuntimeException fault) {
        shell.err().println("pumpwatch: " + shell.say("cli.fault.internal", "fault", Plain.line(fault.toString())));
        if (shell.env().containsKey("PUMPWATCH_TRACE")) {
            fault.printStackTrace(shell.err());
        }
        return Exit.REFUSED;
    }

    private static int execute(Shell shell, ParseResult parsed) {
        Integer answered = CommandLine.executeHelpRequest(parsed);
        if (answered != null) {
            return answered;
        }
        ParseResult leaf = parsed;
        while (leaf.hasSubcommand()) {
            leaf = leaf.subcommand();
        }
        if (leaf.commandSpec().userObject() instanceof Command.Task task) {
            ParseResult asked = leaf;
            return guarded(shell, () -> task.run(asked));
        }
        leaf.commandSpec().commandLine().usage(shell.err());
        return Exit.USAGE;
    }

    private static CommandSpec root(Shell shell, List<Family> families) {
        CommandSpec spec = CommandSpec.create().name("pumpwatch");
        Command.headings(spec, shell.words());
        Command.addHelp(spec, shell);
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description(shell.say("cli.version"))
                .build());
        Map<String, String> exits = new LinkedHashMap<>();
        for (int code = Exit.DONE; code <= Exit.NOT_ALLOWED; code++) {
            exits.put(Integer.toString(code), shell.say("cli.exit." + code));
        }
        spec.usageMessage()
                .description(shell.say("cli.about"))
                .exitCodeListHeading("%n" + shell.say("cli.usage.exits") + "%n")
                .exitCodeList(exits)
                .footer("", shell.say("cli.env"), "", shell.say("cli.more"));
        spec.versionProvider(() -> new String[] {"pumpwatch " + version()});
        for (Family family : families) {
            family.commands(shell).forEach(command -> spec.addSubcommand(command.name(), command));
        }
        return spec;
    }

    /** The language that the line asks for with --lang; else the one given. */
    private static String asked(String[] args, String otherwise) {
        String lang = otherwise;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                lang = args[i].substring("--lang=".length());
            } else if (args[i].equals("--lang") && i + 1 < args.length) {
                lang = args[i + 1];
            }
        }
        return lang;
    }

    @SuppressWarnings(
            "SystemConsoleNull") // null before Java 22 where there is no terminal; readPassword's null covers later
    private static @Nullable String askAtTerminal(String question) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", question);
        return typed == null ? null : new String(typed);
    }

    @SuppressWarnings("SystemConsoleNull") // as above
    private static @Nullable String askVisibly(String question) {
        Console console = System.console();
        return console == null ? null : console.readLine("%s", question);
    }

    @SuppressWarnings("SystemConsoleNull") // null before Java 22 where input or output is no terminal
    private static boolean atTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there always is one, and it says itself whether it is a terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }

    /** Version of this build, from the jar's manifest; "development" when run from classes. */
    public static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development");
    }

    /** The locale for messages, by the order of POSIX behind what the start script found; "" where none is set. */
    static String posixLocale(Map<String, String> env) {
        for (String name : new String[] {"PUMPWATCH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
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
