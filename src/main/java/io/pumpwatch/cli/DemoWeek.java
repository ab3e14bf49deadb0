package io.pumpwatch.cli;

import io.pumpwatch.app.demo.Told;
import io.pumpwatch.app.demo.WeekRun;
import io.pumpwatch.config.Loaded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The demo's week: faster than time, with people, and what the records say at its end. */
final class DemoWeek {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private DemoWeek() {}

    static int run(Shell shell, ParseResult line) throws CliFault {
        for (String other : List.of("--config", "--port")) {
            // The story names pumps, sheets and people of the demo's own station, and nobody can sign in to a time
            // that flies.
            if (Line.option(line, other) != null) {
                throw new CliFault(Exit.USAGE, shell.say("cli.demo.week.not", "option", other));
            }
        }
        Loaded loaded = StationFiles.load(shell, null);
        boolean json = Line.flag(line, "--json");
        Path keep = keep(shell, line);
        WeekRun week = new WeekRun(
                new WeekRun.Options(
                        loaded,
                        Line.number(shell, line, "--seconds", 0),
                        Line.number(shell, line, "--seed", 1),
                        Main.version(),
                        shell.lang(),
                        keep,
                        DemoCommands.dispatch(shell, line)),
                told -> show(shell, json, loaded, told));
        return UntilSignal.run(shell, week::end, () -> {
            WeekRun.Outcome outcome = week.run();
            if (!json) {
                outcome.reports().forEach(report -> {
                    shell.out().println();
                    RecordText.print(shell, report);
                });
            }
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("reports", outcome.reports().stream().map(RecordText::json).toList());
            int exit = DemoCommands.end(shell, json, outcome.summary(), more);
            if (!json && keep != null) {
                shell.out().println(shell.say("demo.week.kept", "folder", keep.toString()));
            }
            return exit;
        });
    }

    private static @Nullable Path keep(Shell shell, ParseResult line) throws CliFault {
        String folder = Line.option(line, "--keep");
        if (folder != null && Files.exists(Path.of(folder))) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.demo.week.there", "folder", folder));
        }
        return folder == null ? null : Path.of(folder);
    }

    private static void show(Shell shell, boolean json, Loaded loaded, Told told) {
        if (!json) {
            String time = TIME.format(Instant.ofEpochMilli(WeekRun.beginMs(loaded) + told.atMs())
                    .atZone(loaded.plan().zone()));
            String who = shell.say("demo.who." + told.who().name().toLowerCase(Locale.ROOT));
            shell.out().println(time + "  " + who + "  " + Plain.line(told.words()));
        }
    }
}
