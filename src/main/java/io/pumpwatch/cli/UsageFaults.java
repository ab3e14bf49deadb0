package io.pumpwatch.cli;

import io.pumpwatch.station.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a line, in the person's language. */
final class UsageFaults {
    private UsageFaults() {}

    static String say(Shell shell, ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unknown(shell, fault, unmatched.getUnmatched());
        }
        if (fault instanceof MissingParameterException missing) {
            // A slip in a name leaves the right one missing: the slip is what a person wants to hear of.
            List<String> slips = fault.getCommandLine().getUnmatchedArguments();
            if (!slips.isEmpty()) {
                return unknown(shell, fault, slips);
            }
            return missing(shell, missing.getMissing());
        }
        if (fault instanceof OverwrittenOptionException twice) {
            return shell.say("cli.fault.twice", "name", name(twice.getOverwritten()));
        }
        ArgSpec about = fault.getArgSpec();
        return about == null
                ? Plain.line(String.valueOf(fault.getMessage()))
                : shell.say("cli.fault.value", "name", name(about));
    }

    private static String unknown(Shell shell, ParameterException fault, List<String> unmatched) {
        CommandSpec spec = fault.getCommandLine().getCommandSpec();
        String word = unmatched.isEmpty() ? "" : unmatched.get(0);
        boolean option = word.startsWith("-");
        List<String> known = new ArrayList<>(
                option ? spec.optionsMap().keySet() : spec.subcommands().keySet());
        String kind =
                option ? "cli.fault.option" : spec.subcommands().isEmpty() ? "cli.fault.tooMany" : "cli.fault.command";
        String nearest = Nearest.of(option ? word.split("=", 2)[0] : word, known);
        String said = shell.say(kind, "word", Plain.line(word));
        return nearest == null ? said : said + " " + shell.words().say("http.nearest", Map.of("nearest", nearest));
    }

    private static String missing(Shell shell, List<ArgSpec> missing) {
        return shell.say(
                "cli.fault.missing",
                "names",
                String.join(", ", missing.stream().map(UsageFaults::name).toList()));
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}
