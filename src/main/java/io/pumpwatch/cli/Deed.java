package io.pumpwatch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command that has one act done: says which word of its line becomes which field. */
final class Deed {
    private final Shell shell;
    private final Command command;
    private final List<Filler> fillers = new ArrayList<>();
    private int values;

    /** Puts one field, if the line has it. */
    @FunctionalInterface
    private interface Filler {
        void fill(ParseResult line, Map<String, Object> fields) throws CliFault;
    }

    /**
     * A command before its first word.
     *
     * @param key of its words
     * @param verb of the act
     */
    Deed(Shell shell, String key, String name, String verb) {
        this.shell = shell;
        Acts acts = new Acts(shell);
        this.command = new Command(shell, key, name, line -> acts.asPerson(line, verb, fields(line)));
    }

    private Map<String, Object> fields(ParseResult line) throws CliFault {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Filler filler : fillers) {
            filler.fill(line, fields);
        }
        return fields;
    }

    /** The next word of the line. */
    Deed value(String label, String words, String field) {
        int index = values++;
        command.needs(label, words);
        fillers.add((line, fields) -> fields.put(field, Line.value(line, index)));
        return this;
    }

    /** The next word of the line, a whole number. */
    Deed number(String label, String words, String field) {
        int index = values++;
        command.needs(label, words);
        fillers.add((line, fields) -> fields.put(field, whole(label, Line.value(line, index))));
        return this;
    }

    /** An option that must be given. */
    Deed needs(String name, String label, String words, String field) {
        command.needsOption(name, label, words);
        fillers.add((line, fields) -> fields.put(field, String.valueOf(Line.option(line, name))));
        return this;
    }

    /** An option that must be given, several times or once with commas; an empty one names nothing. */
    Deed needsList(String name, String label, String words, String field) {
        command.needsOptions(name, label, words);
        fillers.add((line, fields) -> fields.put(
                field,
                Line.options(line, name).stream()
                        .filter(each -> !each.isBlank())
                        .toList()));
        return this;
    }

    /** An option that must be given, several times; a comma in it stays. */
    Deed needsTexts(String name, String label, String words, String field) {
        command.needsTexts(name, label, words);
        fillers.add((line, fields) -> fields.put(field, Line.options(line, name)));
        return this;
    }

    /** An option. */
    Deed option(String name, String label, String words, String field) {
        command.option(name, label, words);
        fillers.add((line, fields) -> {
            String given = Line.option(line, name);
            if (given != null) {
                fields.put(field, given);
            }
        });
        return this;
    }

    /** An option that is a whole number, with the one that is meant without it. */
    Deed count(String name, String label, String words, String field, long ifMissing) {
        command.option(name, label, words);
        fillers.add((line, fields) -> {
            String given = Line.option(line, name);
            fields.put(field, given == null ? ifMissing : whole(name, given));
        });
        return this;
    }

    /** An option that is a number and must be given. */
    Deed measure(String name, String label, String words, String field) {
        command.needsOption(name, label, words);
        fillers.add((line, fields) -> {
            String given = String.valueOf(Line.option(line, name));
            try {
                fields.put(field, Double.parseDouble(given));
            } catch (NumberFormatException notOne) {
                throw new CliFault(Exit.USAGE, shell.say("cli.fault.number", "value", Plain.line(given)));
            }
        });
        return this;
    }

    private long whole(String name, String text) throws CliFault {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw new CliFault(Exit.USAGE, shell.say("cli.number", "option", name, "value", Plain.line(text)));
        }
    }

    CommandSpec build() {
        return command.asPerson().build();
    }
}
