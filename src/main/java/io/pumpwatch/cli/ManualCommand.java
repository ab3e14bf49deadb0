package io.pumpwatch.cli;

import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Writes the manual pages and the completion of bash from the commands themselves; the package's build asks for it. */
final class ManualCommand implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        CommandSpec spec = new Command(shell, "manual", "manual", line -> manual(shell, line))
                .needs("FOLDER", "cli.opt.manual")
                .build();
        spec.usageMessage().hidden(true);
        return List.of(spec);
    }

    private static int manual(Shell shell, ParseResult line) {
        Path folder = Path.of(line.matchedPositionalValue(0, "."));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("pumpwatch.1"), page(program(shell, Lang.EN)));
            Files.writeString(folder.resolve("pumpwatch.zh_CN.1"), page(program(shell, Lang.ZH)));
            Files.write(
                    folder.resolve("pumpwatch.bash"),
                    AutoComplete.bash("pumpwatch", program(shell, Lang.EN)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return Exit.DONE;
    }

    private static CommandLine program(Shell shell, Lang lang) {
        Shell other = new Shell(lang, shell.out(), shell.err(), Map.of(), question -> null);
        return Main.program(other);
    }

    /** One page in troff: what the help of each command says. */
    private static String page(CommandLine program) {
        StringBuilder page = new StringBuilder(16_384);
        page.append(".TH PUMPWATCH 1 \"\" \"pumpwatch ").append(Main.version()).append("\"\n");
        page.append(".SH NAME\npumpwatch \\- ").append(escaped(about(program))).append('\n');
        page.append(".SH DESCRIPTION\n");
        verbatim(page, help(program));
        page.append(".SH COMMANDS\n");
        program.getSubcommands().forEach((name, command) -> command(page, name, command));
        return page.toString();
    }

    private static void command(StringBuilder page, String name, CommandLine command) {
        if (command.getCommandSpec().usageMessage().hidden()) {
            return;
        }
        page.append(".SS ").append(escaped(name)).append('\n');
        verbatim(page, help(command));
        command.getSubcommands().forEach((inner, leaf) -> command(page, name + " " + inner, leaf));
    }

    private static String about(CommandLine program) {
        String[] lines = program.getCommandSpec().usageMessage().description();
        return lines.length == 0 ? "" : lines[0];
    }

    private static String help(CommandLine command) {
        StringWriter text = new StringWriter();
        command.usage(new PrintWriter(text), CommandLine.Help.Ansi.OFF);
        return text.toString();
    }

    private static void verbatim(StringBuilder page, String text) {
        page.append(".nf\n");
        text.lines().forEach(line -> page.append(escaped(line)).append('\n'));
        page.append(".fi\n");
    }

    private static String escaped(String line) {
        String safe = line.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
