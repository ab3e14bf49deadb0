package io.pumpwatch.cli;

import io.pumpwatch.api.Records;
import io.pumpwatch.app.RecordRoom;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.console.AgentHttp.Answer;
import io.pumpwatch.history.History;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.JournalException;
import io.pumpwatch.view.records.Formats;
import io.pumpwatch.view.records.Period;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Reports over the journal, from a running agent or from a stopped store. */
final class RecordCommands implements Family {
    private static final Set<String> FORMATS = Set.of("text", "json", "csv", "xlsx");

    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(new Command(shell, "records", "records", line -> records(shell, line))
                .needs("KIND", "cli.records.arg.kind")
                .option("--from", "DAY", "cli.records.opt.from")
                .option("--to", "DAY", "cli.records.opt.to")
                .option("--format", "text|json|csv|xlsx", "cli.records.opt.format")
                .option("--out", "FILE", "cli.records.opt.out")
                .option("--data", "FOLDER", "cli.records.opt.data")
                .option("--config", "FILE", "cli.records.opt.config")
                .asksAgent()
                .build());
    }

    private static int records(Shell shell, ParseResult line) throws CliFault {
        String format = format(line);
        if (!FORMATS.contains(format)) {
            throw new CliFault(Exit.USAGE, shell.say("cli.records.format", "format", format));
        }
        String out = Line.option(line, "--out");
        if (format.equals("xlsx") && out == null) {
            throw new CliFault(Exit.USAGE, shell.say("cli.records.needsOut"));
        }
        String kind = Line.value(line, 0);
        String data = Line.option(line, "--data");
        Report report = data == null ? asked(shell, line, kind) : stored(shell, line, kind, Path.of(data));
        if (out == null) {
            print(shell, report, format);
            return Exit.DONE;
        }
        try {
            Files.write(Path.of(out), bytes(report, format));
        } catch (IOException fault) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.records.unwritable", "file", out));
        }
        shell.out().println(shell.say("cli.records.written", "file", out));
        return Exit.DONE;
    }

    /** From the running agent. */
    private static Report asked(Shell shell, ParseResult line, String kind) throws CliFault {
        StringBuilder path = new StringBuilder("records?kind=").append(encoded(kind));
        for (String end : List.of("from", "to")) {
            String given = Line.option(line, "--" + end);
            if (given != null) {
                path.append('&').append(end).append('=').append(encoded(given));
            }
        }
        Answer answer = new Acts(shell).client(line).get(path.toString());
        int exit = Exit.of(answer.status());
        if (exit != Exit.DONE) {
            throw new CliFault(exit, Plain.line(answer.member("detail")));
        }
        Records records = answer.as(Records.class);
        return new Report(
                records.kind(),
                records.title(),
                records.about(),
                records.tables().stream()
                        .map(each -> new Report.Section(each.title(), each.columns(), each.rows()))
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** From a store that no agent writes; one that is being written can be read too. */
    private static Report stored(Shell shell, ParseResult line, String kind, Path data) throws CliFault {
        Path folder = data.resolve(RunningAgent.JOURNAL);
        if (!Files.isDirectory(folder)) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.verify.none", "path", folder.toString()));
        }
        try (Journal journal = Journal.openReadOnly(folder)) {
            String config = Line.option(line, "--config");
            Loaded loaded = config == null ? own(shell, journal) : StationFiles.load(shell, config);
            Instant last = lastUtc(journal);
            LocalDate today = last.atZone(loaded.plan().zone()).toLocalDate();
            Period.Days days = Period.of(kind, Line.option(line, "--from"), Line.option(line, "--to"), today);
            LocalDate from = days.from();
            LocalDate to = days.to();
            if (from == null || to == null) {
                throw new CliFault(
                        Exit.USAGE, days.refusal().map(shell.words()::say).orElse(kind));
            }
            Path trends = data.resolve("history");
            try (History history = Files.isDirectory(trends) ? History.openReadOnly(trends) : null) {
                RecordRoom.Query query = history == null ? (tag, f, t, points) -> List.of() : history::query;
                return RecordRoom.report(
                        journal,
                        query,
                        loaded.plan(),
                        loaded.rules(),
                        ReportRequest.whole(kind, from, to, shell.lang()),
                        last.toEpochMilli());
            }
        } catch (JournalException fault) {
            throw new CliFault(Exit.REFUSED, fault.words(shell.lang()));
        }
    }

    private static Instant lastUtc(Journal journal) {
        EntryId last = journal.last();
        long utcMs = last.seq() < 1 ? 0 : timeOf(journal, new EntryId(last.epoch(), last.seq() - 1));
        return Instant.ofEpochMilli(utcMs);
    }

    private static long timeOf(Journal journal, EntryId before) {
        List<Entry> found = journal.read(before, 1);
        return found.isEmpty() ? 0 : EntryLine.head(found.get(0).line()).stamp().utcMs();
    }

    /** The station file that was last in force, as the journal itself keeps it. */
    private static Loaded own(Shell shell, Journal journal) throws CliFault {
        String[] sha = {"", "station.toml"};
        Map<String, Map<Long, String>> parts = new TreeMap<>();
        journal.replay(journal.before(), Set.of("agent.config-loaded", "agent.config-text"), entry -> {
            var kept = io.pumpwatch.view.records.Line.of(entry);
            if (kept.kind().equals("agent.config-loaded")) {
                sha[0] = kept.text("sha256");
                sha[1] = kept.text("file");
            } else {
                parts.computeIfAbsent(kept.text("sha256"), key -> new TreeMap<>())
                        .put(kept.whole("part"), kept.text("text"));
            }
        });
        String text = String.join("", parts.getOrDefault(sha[0], Map.of()).values());
        StationFile.Result result = StationFile.parse(sha[1], text.getBytes(StandardCharsets.UTF_8));
        Loaded loaded = result.loaded();
        if (loaded == null) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.records.noConfig"));
        }
        return loaded;
    }

    private static void print(Shell shell, Report report, String format) {
        if (format.equals("text")) {
            RecordText.print(shell, report);
        } else {
            try {
                shell.out().print(new String(bytes(report, format), StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new IllegalStateException("memory doesn't fail to be written", impossible);
            }
        }
    }

    private static byte[] bytes(Report report, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (format) {
            case "csv" -> Formats.csv(report, out);
            case "xlsx" -> Formats.xlsx(report, out);
            case "json" -> out.write((Json.write(RecordText.json(report)) + "\n").getBytes(StandardCharsets.UTF_8));
            default -> {
                for (Report.Section section : report.sections()) {
                    out.write((section.title() + "\n").getBytes(StandardCharsets.UTF_8));
                    for (List<String> row : section.rows()) {
                        out.write((String.join("\t", row) + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return out.toByteArray();
    }

    /** Which format a line asks for. */
    private static String format(ParseResult line) {
        String given = Line.option(line, "--format");
        return given != null ? given : Line.flag(line, "--json") ? "json" : "text";
    }
}
