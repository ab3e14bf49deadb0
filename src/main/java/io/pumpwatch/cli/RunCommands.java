package io.pumpwatch.cli;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.LinkBuilder;
import io.pumpwatch.app.PlantBuilder;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.app.demo.DemoRun;
import io.pumpwatch.app.demo.ReplayRun;
import io.pumpwatch.app.demo.RunSummary;
import io.pumpwatch.app.demo.Told;
import io.pumpwatch.config.FieldSettings;
import io.pumpwatch.config.LinkSettings;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.WebSettings;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.field.InputFault;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.field.plant.Plant;
import io.pumpwatch.journal.JournalException;
import io.pumpwatch.journal.JournalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The commands that run an agent: run, demo, replay. */
final class RunCommands implements Family {
    private static final int DEFAULT_PORT = 8460;
    private static final long SUMMARY_WAIT_S = 30;

    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(
                new Command(shell, "run", "run", line -> run(shell, line))
                        .needsOption("--config", "FILE", "cli.opt.config")
                        .option("--data", "FOLDER", "cli.opt.data")
                        .option("--port", "PORT", "cli.opt.port")
                        .option("--seconds", "SECONDS", "cli.opt.seconds")
                        .build(),
                new Command(shell, "demo", "demo", line -> demo(shell, line))
                        .option("--seconds", "SECONDS", "cli.opt.seconds")
                        .option("--seed", "NUMBER", "cli.opt.seed")
                        .option("--port", "PORT", "cli.opt.port")
                        .option("--config", "FILE", "cli.opt.config")
                        .flag("--json", "cli.opt.json")
                        .build(),
                new Command(shell, "replay", "replay", line -> replay(shell, line))
                        .needs("RECORDING", "cli.opt.recording")
                        .needsOption("--config", "FILE", "cli.opt.config")
                        .option("--speed", "N|max", "cli.opt.speed")
                        .option("--seconds", "SECONDS", "cli.opt.seconds")
                        .option("--seed", "NUMBER", "cli.opt.replay-seed")
                        .flag("--json", "cli.opt.json")
                        .build());
    }

    private static int run(Shell shell, ParseResult line) throws CliFault {
        String config = line.matchedOptionValue("--config", "");
        Loaded loaded = StationFiles.load(shell, config);
        Path data = Path.of(line.matchedOptionValue("--data", "pumpwatch-data"));
        long seconds = number(shell, line, "--seconds", 0);
        WebSettings web = loaded.web();
        int ownPort = web.http() == WebSettings.Http.OFF ? -1 : web.port();
        int port = (int) number(shell, line, "--port", ownPort);
        CountDownLatch end = new CountDownLatch(1);
        Ending ending = Ending.onSignal(end::countDown);
        try {
            Plant plant = plant(shell, loaded);
            LinkSettings link = loaded.link();
            Path base = Path.of(config).toAbsolutePath().getParent();
            AgentOptions options = new AgentOptions(
                    loaded,
                    data,
                    plant.connect(),
                    port,
                    link == null || base == null ? null : LinkBuilder.build(link, base, Main.version()),
                    Main.version(),
                    null,
                    JournalSettings.STANDARD);
            try (RunningAgent agent = RunningAgent.start(options)) {
                shell.out()
                        .println(shell.words()
                                .say(
                                        "cli.run.up",
                                        Map.of("data", data.toString(), "port", Integer.toString(agent.port()))));
                agent.firstChiefCode()
                        .ifPresent(file -> shell.out().println(shell.say("cli.run.chief", "file", file.toString())));
                if (seconds > 0) {
                    var unused = end.await(seconds, TimeUnit.SECONDS);
                } else {
                    end.await();
                }
            }
            return Exit.DONE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        } catch (IOException | UncheckedIOException | JournalException fault) {
            throw failed(shell, fault);
        } finally {
            ending.done();
        }
    }

    private static Plant plant(Shell shell, Loaded loaded) throws CliFault {
        if (loaded.field().kind() != FieldSettings.Kind.PLANT) {
            String kind = loaded.field().kind().name().toLowerCase(Locale.ROOT);
            throw new CliFault(Exit.REFUSED, shell.say("cli.run.field", "kind", kind));
        }
        return new Plant(PlantBuilder.build(loaded, loaded.field().plant().crew()), 1);
    }

    private static int demo(Shell shell, ParseResult line) throws CliFault {
        Loaded loaded = StationFiles.load(shell, line.matchedOptionValue("--config", null));
        DemoRun.Options options = new DemoRun.Options(
                loaded,
                number(shell, line, "--seconds", 0),
                number(shell, line, "--seed", 1),
                (int) number(shell, line, "--port", DEFAULT_PORT),
                Main.version(),
                shell.lang());
        boolean json = line.hasMatchedOption("--json");
        DemoRun demo = new DemoRun(options, told -> show(shell, json, told));
        Ending ending = Ending.onSignal(demo::end);
        try {
            RunSummary summary = demo.run(doors -> doors(shell, json, doors));
            return end(shell, json, summary, Map.of());
        } catch (InputRefused fault) {
            throw new CliFault(Exit.REFUSED, fault.in(shell.lang()));
        } catch (IOException | TlsFileException | JournalException fault) {
            throw failed(shell, fault);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        } finally {
            ending.done();
        }
    }

    private static int replay(Shell shell, ParseResult line) throws CliFault {
        Loaded loaded = StationFiles.load(shell, line.matchedOptionValue("--config", ""));
        String speed = line.matchedOptionValue("--speed", "max");
        String recording = line.matchedPositionalValue(0, "");
        ReplayRun.Options options = new ReplayRun.Options(
                loaded,
                Path.of(recording),
                speed.equals("max") ? 0 : number(shell, line, "--speed", 1),
                number(shell, line, "--seconds", 0),
                Main.version(),
                shell.lang());
        boolean json = line.hasMatchedOption("--json");
        ReplayRun replay = new ReplayRun(options, told -> show(shell, json, told));
        Ending ending = Ending.onSignal(replay::end);
        try {
            ReplayRun.Outcome outcome = replay.run();
            for (InputFault fault : outcome.recording().faults()) {
                shell.err().println(fault.in(shell.lang()));
            }
            Map<String, Object> rows = new LinkedHashMap<>();
            rows.put("rows", outcome.recording().rows());
            rows.put("refusedRows", outcome.recording().refusedRows());
            rows.put("badCells", outcome.recording().badCells());
            return end(shell, json, outcome.summary(), rows);
        } catch (InputRefused fault) {
            throw new CliFault(Exit.REFUSED, fault.in(shell.lang()));
        } catch (IOException | TlsFileException | JournalException fault) {
            throw failed(shell, fault);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        } finally {
            ending.done();
        }
    }

    private static long number(Shell shell, ParseResult line, String option, long otherwise) throws CliFault {
        String text = line.matchedOptionValue(option, null);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw new CliFault(Exit.USAGE, shell.words().say("cli.number", Map.of("option", option, "value", text)));
        }
        return Long.parseLong(text);
    }

    private static CliFault failed(Shell shell, Exception fault) {
        String words = fault instanceof JournalException journal
                ? journal.words(shell.lang())
                : String.valueOf(fault.getMessage());
        return new CliFault(Exit.REFUSED, words);
    }

    private static void show(Shell shell, boolean json, Told told) {
        if (!json) {
            String who = shell.say("demo.who." + told.who().name().toLowerCase(Locale.ROOT));
            shell.out().println(String.format("%6.1f s  %s  %s", told.atMs() / 1000.0, who, told.words()));
        }
    }

    private static void doors(Shell shell, boolean json, DemoRun.Doors doors) {
        if (json) {
            return;
        }
        shell.out()
                .println(shell.words()
                        .say(
                                "demo.doors",
                                Map.of(
                                        "url", "http://127.0.0.1:" + doors.port(),
                                        "broker", "mqtt://127.0.0.1:" + doors.brokerPort())));
        doors.crew()
                .forEach(member -> shell.out()
                        .println(String.format(
                                "  %-12s PIN %s  %-14s %s", member.id(), member.pin(), member.role(), member.name())));
        shell.out().println();
    }

    private static int end(Shell shell, boolean json, RunSummary summary, Map<String, Object> more) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>(more);
            all.put("seconds", summary.seconds());
            all.put("raised", summary.raised());
            all.put("transitions", summary.transitions());
            all.put("entries", summary.entries());
            all.put("received", summary.received());
            all.put("verified", summary.verified());
            all.put("faults", summary.faults());
            shell.out().println(Json.write(all));
        } else {
            shell.out().println();
            shell.out().println(shell.say("demo.raised"));
            summary.raised().forEach((point, times) -> shell.out().println(String.format("  %-28s %d", point, times)));
            shell.out()
                    .println(shell.words()
                            .say(
                                    "demo.summary",
                                    Map.of(
                                            "seconds", String.format("%.1f", summary.seconds()),
                                            "transitions", Long.toString(summary.transitions()),
                                            "entries", Long.toString(summary.entries()),
                                            "received", Long.toString(summary.received()))));
            shell.out().println(shell.say(summary.verified() ? "demo.verified" : "demo.unverified"));
            summary.faults().forEach(fault -> shell.out().println("  " + fault));
        }
        return summary.verified() ? Exit.DONE : Exit.REFUSED;
    }

    /** A signal ends a run in good order: whoever sent it waits for the summary. */
    private record Ending(Thread hook, CountDownLatch finished) {
        static Ending onSignal(Runnable end) {
            CountDownLatch finished = new CountDownLatch(1);
            Thread hook = new Thread(() -> {
                end.run();
                try {
                    var unused = finished.await(SUMMARY_WAIT_S, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            });
            Runtime.getRuntime().addShutdownHook(hook);
            return new Ending(hook, finished);
        }

        void done() {
            finished.countDown();
        }
    }
}
