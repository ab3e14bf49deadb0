package io.pumpwatch.cli;

import java.util.ArrayList;
import java.util.List;

/** Numbers of a line, with a fault in words for what is none. */
final class Numbers {
    private Numbers() {}

    /** A whole number from 1 on. */
    static long count(Shell shell, String text) throws CliFault {
        if (text.matches("[1-9][0-9]{0,8}")) {
            return Long.parseLong(text);
        }
        throw new CliFault(Exit.USAGE, shell.say("cli.fault.count", "value", Plain.line(text)));
    }

    /** Any number; {@code fault} is the key of the words, which name the value. */
    static double real(Shell shell, String text, String fault) throws CliFault {
        if (text.matches("[+-]?[0-9]{1,9}([.][0-9]{1,9})?")) {
            return Double.parseDouble(text);
        }
        throw new CliFault(Exit.USAGE, shell.say(fault, "value", Plain.line(text)));
    }

    /** Numbers with commas between. */
    static List<Double> list(Shell shell, String text) throws CliFault {
        List<Double> numbers = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            numbers.add(real(shell, each.strip(), "cli.fault.number"));
        }
        return numbers;
    }
}
