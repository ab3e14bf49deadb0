package io.pumpwatch.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Reads values of an understood line. */
final class Line {
    private Line() {}

    static @Nullable String option(ParseResult line, String name) {
        return line.matchedOptionValue(name, null);
    }

    /** All values of an option that may be given several times, or once with commas. */
    static List<String> options(ParseResult line, String name) {
        return List.of(line.matchedOptionValue(name, new String[0]));
    }

    static boolean flag(ParseResult line, String name) {
        return line.hasMatchedOption(name);
    }

    /** A value that the line can't be without. */
    static String value(ParseResult line, int index) {
        return line.matchedPositionalValue(index, "");
    }

    static @Nullable String valueOrNull(ParseResult line, int index) {
        return line.matchedPositionalValue(index, null);
    }

    /** A whole number from 0 on that an option gives, or the usual one. */
    static long number(Shell shell, ParseResult line, String option, long usual) throws CliFault {
        String text = line.matchedOptionValue(option, null);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw new CliFault(Exit.USAGE, shell.words().say("cli.number", Map.of("option", option, "value", text)));
        }
        return Long.parseLong(text);
    }

    /** All values from an index on. */
    static List<String> values(ParseResult line, int index) {
        return List.of(line.matchedPositionalValue(index, new String[0]));
    }
}
