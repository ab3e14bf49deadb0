package io.pumpwatch.cli;

import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.app.SystemClock;
import io.pumpwatch.config.Fault;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.config.TlsFaults;
import io.pumpwatch.journal.Backup;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.JournalException;
import io.pumpwatch.journal.Salvage;
import io.pumpwatch.journal.Secrets;
import io.pumpwatch.journal.Verify;
import io.pumpwatch.journal.VerifyResult;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The commands that work on files: check-config, verify, backup, restore. */
final class StoreCommands implements Family {
    private static final long YEAR_2026_MS = 1_767_225_600_000L;

    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(
                new Command(shell, "check-config", "check-config", line -> checkConfig(shell, line))
                        .needs("FILE", "cli.opt.config")
                        .flag("--json", "cli.opt.json")
                        .build(),
                new Command(shell, "verify", "verify", line -> verify(shell, line))
                        .takes("PATH", "cli.opt.verify")
                        .option("--data", "FOLDER", "cli.opt.data")
                        .flag("--json", "cli.opt.json")
                        .build(),
                new Command(shell, "backup", "backup", line -> backup(shell, line))
                        .needs("FOLDER", "cli.opt.backup-to")
                        .option("--data", "FOLDER", "cli.opt.data")
                        .option("--passphrase-file", "FILE", "cli.opt.passphrase")
                        .flag("--json", "cli.opt.json")
                        .build(),
                new Command(shell, "restore", "restore", line -> restore(shell, line))
                        .takes("FOLDER", "cli.opt.backup-from")
                        .option("--data", "FOLDER", "cli.opt.data")
                        .option("--passphrase-file", "FILE", "cli.opt.passphrase")
                        .flag("--salvage", "cli.opt.salvage")
                        .flag("--json", "cli.opt.json")
                        .build());
    }

    private static int checkConfig(Shell shell, ParseResult line) {
        String name = line.matchedPositionalValue(0, "");
        StationFile.Result result = StationFile.read(Path.of(name));
        List<Fault> found = new ArrayList<>(result.faults());
        if (result.loaded() != null) {
            found.addAll(TlsFaults.of(result.loaded(), new SystemClock().now().utcMs()));
        }
        boolean good = found.stream().allMatch(Fault::warning);
        if (line.hasMatchedOption("--json")) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("file", name);
            all.put("good", good);
            all.put("faults", found.stream().map(StoreCommands::fault).toList());
            shell.out().println(Json.write(all));
        } else {
            found.forEach(fault -> shell.out().println(fault.render(shell.lang())));
            long faults = found.stream().filter(f -> !f.warning()).count();
            long warnings = found.size() - faults;
            shell.out()
                    .println(shell.words()
                            .say(
                                    good ? "cli.config.good" : "cli.config.bad",
                                    Map.of(
                                            "file", name,
                                            "faults", Long.toString(faults),
                                            "warnings", Long.toString(warnings))));
        }
        return good ? Exit.DONE : Exit.REFUSED;
    }

    private static Map<String, Object> fault(Fault fault) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", fault.file());
        one.put("line", fault.line());
        one.put("column", fault.column());
        one.put("tag", fault.subject());
        one.put("warning", fault.warning());
        one.put(
                "what",
                Map.of("en", fault.what().in(Lang.EN), "zh", fault.what().in(Lang.ZH)));
        one.put(
                "allowed",
                Map.of("en", fault.allowed().in(Lang.EN), "zh", fault.allowed().in(Lang.ZH)));
        return one;
    }

    private static Path journal(ParseResult line) {
        return Path.of(line.matchedOptionValue("--data", "pumpwatch-data")).resolve(RunningAgent.JOURNAL);
    }

    private static int verify(Shell shell, ParseResult line) throws CliFault {
        String named = line.matchedPositionalValue(0, "");
        Path path = named.isEmpty() ? journal(line) : Path.of(named);
        Path inside = path.resolve(RunningAgent.JOURNAL);
        Path source = Files.isDirectory(inside) ? inside : path;
        if (!Files.exists(source)) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.verify.none", "path", source.toString()));
        }
        VerifyResult result;
        try {
            result =
                    Files.isDirectory(source) ? Verify.folder(source, () -> false) : Verify.export(source, () -> false);
        } catch (JournalException fault) {
            throw new CliFault(Exit.REFUSED, fault.words(shell.lang()));
        }
        if (line.hasMatchedOption("--json")) {
            shell.out().println(Json.write(verified(result, shell.lang())));
        } else {
            shell.out()
                    .println(shell.words()
                            .say(
                                    result.ok() ? "cli.verify.ok" : "cli.verify.bad",
                                    Map.of(
                                            "source", result.source(),
                                            "entries", Long.toString(result.entries()),
                                            "first", result.first().toString(),
                                            "last", result.last().toString(),
                                            "hash", result.lastHash(),
                                            "gaps", Long.toString(result.declaredGaps()),
                                            "faults",
                                                    Integer.toString(
                                                            result.faults().size()))));
            result.faults().forEach(fault -> shell.out().println("  " + said(fault, shell.lang())));
        }
        return result.ok() ? Exit.DONE : Exit.REFUSED;
    }

    private static String said(VerifyResult.Fault fault, Lang lang) {
        return fault.file() + " " + fault.at() + ": " + fault.trouble().words(lang);
    }

    private static Map<String, Object> verified(VerifyResult result, Lang lang) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("source", result.source());
        all.put("ok", result.ok());
        all.put("entries", result.entries());
        all.put("first", result.first().toString());
        all.put("last", result.last().toString());
        all.put("hash", result.lastHash());
        all.put("epochs", result.epochs());
        all.put("declaredGaps", result.declaredGaps());
        all.put("snapshots", result.snapshots());
        all.put("entriesByKind", result.entriesByKind());
        List<String> faults = new ArrayList<>();
        result.faults().forEach(fault -> faults.add(said(fault, lang)));
        all.put("faults", faults);
        return all;
    }

    private static int backup(Shell shell, ParseResult line) throws CliFault {
        Path to = Path.of(line.matchedPositionalValue(0, ""));
        try (Journal journal = Journal.openReadOnly(journal(line))) {
            Secrets secrets = Secrets.open(journal.folder());
            Backup.Report report = Backup.make(journal, to, now(), secrets, passphrase(shell, line));
            say(
                    shell,
                    line,
                    report.withSecrets() ? "cli.backup.done" : "cli.backup.noSecrets",
                    Map.of(
                            "folder", to.toString(),
                            "last", report.last().toString(),
                            "bytes", Long.toString(report.bytes())));
            return Exit.DONE;
        } catch (JournalException fault) {
            throw new CliFault(Exit.REFUSED, fault.words(shell.lang()));
        }
    }

    private static int restore(Shell shell, ParseResult line) throws CliFault {
        String from = line.matchedPositionalValue(0, "");
        Path folder = journal(line);
        try {
            if (line.hasMatchedOption("--salvage")) {
                Salvage.Report report = Salvage.run(folder, now());
                report.lost().forEach(lost -> shell.err().println("  " + lost));
                say(shell, line, "cli.salvage.done", salvaged(report));
                return Exit.DONE;
            }
            if (from.isEmpty()) {
                throw new CliFault(Exit.USAGE, shell.say("cli.restore.what"));
            }
            Backup.Restored restored =
                    Backup.restore(Path.of(from), folder, now(), epochAtLeast(now()), passphrase(shell, line));
            say(
                    shell,
                    line,
                    restored.secretsRestored() ? "cli.restore.done" : "cli.restore.noSecrets",
                    Map.of(
                            "folder", folder.toString(),
                            "last", restored.oldLast().toString(),
                            "epoch", Long.toString(restored.epoch())));
            return Exit.DONE;
        } catch (JournalException fault) {
            throw new CliFault(Exit.REFUSED, fault.words(shell.lang()));
        }
    }

    private static Map<String, String> salvaged(Salvage.Report report) {
        EntryId last = report.last();
        return Map.of(
                "entries", Long.toString(report.entries()),
                "last", last.toString(),
                "lost", Integer.toString(report.lost().size()),
                "aside", Integer.toString(report.aside().size()),
                "epoch", Long.toString(report.epoch()));
    }

    private static void say(Shell shell, ParseResult line, String key, Map<String, String> args) {
        shell.out()
                .println(
                        line.hasMatchedOption("--json")
                                ? Json.write(args)
                                : shell.words().say(key, args));
    }

    /**
     * An epoch above any that the old journal can have used after the backup, even by another restore of it: minutes
     * since 2026, where the clock can be believed. Dispatch then never meets a number twice.
     */
    static long epochAtLeast(Stamp now) {
        return now.trust() == ClockTrust.UNSET ? 0 : Math.max(0, (now.utcMs() - YEAR_2026_MS) / 60_000);
    }

    private static Stamp now() {
        return Stamp.of(0, new SystemClock().now());
    }

    private static char @Nullable [] passphrase(Shell shell, ParseResult line) throws CliFault {
        String file = line.matchedOptionValue("--passphrase-file", null);
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(Path.of(file)).strip().toCharArray();
        } catch (IOException unreadable) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.file.unreadable", "file", file));
        }
    }
}
