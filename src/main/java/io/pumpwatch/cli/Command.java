package io.pumpwatch.cli;

import io.pumpwatch.station.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Builds one command by hand: annotations are read by reflection, which costs a start on a Pi dearly. Its words are
 * {@code cli.<name>.about} (one line), {@code cli.<name>.teach} (what it is for, who may, an example).
 */
final class Command {
    /** What a command does once its line is understood. */
    @FunctionalInterface
    interface Task {
        /** The exit code. */
        int run(ParseResult line) throws CliFault;
    }

    private final Shell shell;
    private final CommandSpec spec;

    /** @param key of its words, such as {@code drill-start} */
    Command(Shell shell, String key, String name, Task task) {
        this.shell = shell;
        this.spec = bare(shell, key, name, task);
    }

    private static CommandSpec bare(Shell shell, String key, String name, Object task) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(task).name(name);
        headings(spec, shell.words());
        spec.usageMessage().description(escaped(shell.say("cli." + key + ".about")));
        String teach = "cli." + key + ".teach";
        if (shell.words().has(teach)) {
            List<String> lines = new ArrayList<>(List.of(""));
            HelpLines.of(shell.say(teach)).stream().map(Command::escaped).forEach(lines::add);
            spec.usageMessage().footer(lines.toArray(String[]::new));
        }
        return spec;
    }

    /** A command that only holds others. */
    static CommandSpec group(Shell shell, String name, CommandSpec... members) {
        CommandSpec group = bare(shell, name, name, name);
        addHelp(group, shell);
        Arrays.stream(members).forEach(member -> group.addSubcommand(member.name(), member));
        return group;
    }

    /** Headings of the help in the person's language. */
    static void headings(CommandSpec spec, Words words) {
        spec.usageMessage()
                .width(100)
                .synopsisHeading(words.say("cli.usage") + " ")
                .synopsisSubcommandLabel(words.say("cli.usage.command"))
                .descriptionHeading("%n")
                .parameterListHeading("%n" + words.say("cli.usage.parameters") + "%n")
                .optionListHeading("%n" + words.say("cli.usage.options") + "%n")
                .commandListHeading("%n" + words.say("cli.usage.commands") + "%n")
                .abbreviateSynopsis(false)
                .sortOptions(false);
    }

    static void addHelp(CommandSpec spec, Shell shell) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(escaped(shell.say("cli.help")))
                .build());
        spec.addOption(OptionSpec.builder("--lang")
                .type(String.class)
                .paramLabel("en|zh")
                .description(escaped(shell.say("cli.opt.lang")))
                .build());
    }

    /** picocli formats what it prints. */
    static String escaped(String text) {
        return text.replace("%", "%%");
    }

    /** A value that must be given. */
    Command needs(String label, String words) {
        return positional(label, words, "1", String.class);
    }

    /** A value that may be given. */
    Command takes(String label, String words) {
        return positional(label, words, "0..1", String.class);
    }

    /** Any number of values. */
    Command takesMany(String label, String words) {
        return positional(label, words, "0..*", String[].class);
    }

    private Command positional(String label, String words, String arity, Class<?> type) {
        int at = spec.positionalParameters().size();
        spec.addPositional(PositionalParamSpec.builder()
                .index(arity.endsWith("*") ? at + "..*" : Integer.toString(at))
                .paramLabel(label)
                .arity(arity)
                .type(type)
                .required(arity.equals("1"))
                .description(escaped(shell.say(words)))
                .build());
        return this;
    }

    /** An option with a value that must be given. */
    Command needsOption(String name, String label, String words) {
        return option(name, label, words, true);
    }

    /** An option with a value. */
    Command option(String name, String label, String words) {
        return option(name, label, words, false);
    }

    private Command option(String name, String label, String words, boolean required) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .required(required)
                .description(escaped(shell.say(words)))
                .build());
        return this;
    }

    /** An option that must be given, several times or once with commas. */
    Command needsOptions(String name, String label, String words) {
        return many(name, label, words, true, ",");
    }

    /** An option that must be given, several times; what it says is taken as it is. */
    Command needsTexts(String name, String label, String words) {
        return many(name, label, words, true, "");
    }

    /** An option with values, several times or once with commas. */
    Command options(String name, String label, String words) {
        return many(name, label, words, false, ",");
    }

    private Command many(String name, String label, String words, boolean required, String split) {
        spec.addOption(OptionSpec.builder(name)
                .type(String[].class)
                .splitRegex(split)
                .paramLabel(label)
                .required(required)
                .description(escaped(shell.say(words)))
                .build());
        return this;
    }

    /** An option that is given or not. */
    Command flag(String name, String words) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(escaped(shell.say(words)))
                .build());
        return this;
    }

    /** Options of every command that asks a running agent. */
    Command asksAgent() {
        return reaching("cli.opt.asker").flag("--json", "cli.opt.json");
    }

    /** Options of an act that a person answers for. */
    Command asPerson() {
        return reaching("cli.opt.person").flag("--json", "cli.opt.json");
    }

    private Command reaching(String person) {
        return option("--person", "ID", person)
                .option("--pin-file", "FILE", "cli.opt.pinFile")
                .option("--pin", "PIN", "cli.opt.pin")
                .option("--url", "URL", "cli.opt.url")
                .option("--ca", "FILE", "cli.opt.agentCa");
    }

    CommandSpec build() {
        addHelp(spec, shell);
        return spec;
    }
}
