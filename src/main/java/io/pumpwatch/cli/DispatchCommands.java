package io.pumpwatch.cli;

import io.pumpwatch.app.SystemClock;
import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.LinkTimes;
import io.pumpwatch.dispatch.desk.Desk;
import io.pumpwatch.dispatch.desk.DeskConfig;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.sign.Keys;
import io.pumpwatch.station.AlarmId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The receiving side: a dispatch seat at the terminal, and the keys that it signs with. */
final class DispatchCommands implements Family {
    /** Of a line that people read: two lines of a usual terminal. */
    private static final int PEOPLE_CHARS = 160;

    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final int NAME_MAX = 64;
    private static final long HEARD_MS = 2_000;

    @Override
    public List<CommandSpec> commands(Shell shell) {
        CommandSpec dispatch = new Command(shell, "dispatch", "dispatch", line -> dispatch(shell, line))
                .option("--broker", "URI", "cli.opt.broker")
                .option("--site", "SITE", "cli.opt.site")
                .option("--station", "STATION", "cli.opt.station")
                .option("--seat", "NAME", "cli.opt.seat")
                .option("--key", "FILE", "cli.opt.key")
                .option("--memory", "FILE", "cli.opt.memory")
                .option("--user", "NAME", "cli.opt.user")
                .option("--password-file", "FILE", "cli.opt.passwordFile")
                .option("--ca", "FILE", "cli.opt.ca")
                .option("--cert", "FILE", "cli.opt.cert")
                .option("--cert-key", "FILE", "cli.opt.certKey")
                .option("--seen", "SITE/STATION/POINT", "cli.opt.seen")
                .option("--approve", "SITE/STATION/VISITOR", "cli.opt.approve")
                .option("--until", "DATE", "cli.opt.until")
                .option("--reason", "TEXT", "cli.opt.approveReason")
                .option("--revoke", "SITE/STATION/VISITOR", "cli.opt.revoke")
                .option("--by", "NAME", "cli.opt.by")
                .option("--seconds", "SECONDS", "cli.opt.seconds")
                .flag("--json", "cli.opt.jsonLines")
                .build();
        dispatch.addSubcommand(
                "keygen",
                new Command(shell, "keygen", "keygen", line -> keygen(shell, line))
                        .needs("SEAT", "cli.opt.seat")
                        .option("--folder", "FOLDER", "cli.opt.keyFolder")
                        .build());
        return List.of(dispatch);
    }

    private static int keygen(Shell shell, ParseResult line) throws CliFault {
        String seat = line.matchedPositionalValue(0, "");
        Path folder = Path.of(line.matchedOptionValue("--folder", "."));
        try {
            String key = Keys.generate(folder, seat, new SecureRandom());
            shell.out()
                    .println(shell.words()
                            .say("cli.keygen.done", Map.of("seat", seat, "folder", folder.toString(), "key", key)));
            return Exit.DONE;
        } catch (Keys.KeyException fault) {
            throw new CliFault(Exit.REFUSED, String.valueOf(fault.getMessage()));
        }
    }

    private static int dispatch(Shell shell, ParseResult line) throws CliFault {
        if (!line.hasMatchedOption("--broker")) {
            // Judged here: picocli would ask it of "keygen" too, which speaks to no broker.
            throw new CliFault(Exit.USAGE, shell.say("cli.fault.missing", "names", "--broker"));
        }
        boolean json = line.hasMatchedOption("--json");
        SystemClock clock = new SystemClock();
        List<Consumer<Desk>> asks = asks(shell, line);
        try {
            Broker broker = broker(shell, line);
            Desk desk = new Desk(
                    config(line, broker),
                    new PahoTransport(broker),
                    clock,
                    new Random(new SecureRandom().nextLong()),
                    note -> show(shell, json, note));
            Thread hook = new Thread(desk::stop);
            Runtime.getRuntime().addShutdownHook(hook);
            // A station is known only once it was heard: retained states come right after the connection.
            asks.forEach(ask -> Timers.after(HEARD_MS, () -> ask.accept(desk)));
            long seconds = Line.number(shell, line, "--seconds", 0);
            if (seconds > 0) {
                Timers.after(seconds * 1000, desk::stop);
            }
            desk.run();
            return Exit.DONE;
        } catch (IOException | TlsFileException | Keys.KeyException fault) {
            throw new CliFault(Exit.REFUSED, String.valueOf(fault.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        }
    }

    /** What this start says to stations. */
    private static List<Consumer<Desk>> asks(Shell shell, ParseResult line) throws CliFault {
        List<Consumer<Desk>> asks = new ArrayList<>();
        String by = line.matchedOptionValue("--by", "");
        String seen = line.matchedOptionValue("--seen", null);
        if (seen != null) {
            int slash = seen.lastIndexOf('/');
            if (slash < 0 || !AlarmId.isAlarmId(seen.substring(slash + 1))) {
                throw new CliFault(Exit.USAGE, shell.say("cli.seen.form", "value", seen));
            }
            AlarmId point = AlarmId.parse(seen.substring(slash + 1));
            asks.add(desk -> desk.seen(seen.substring(0, slash), point, by));
        }
        String approve = line.matchedOptionValue("--approve", null);
        String revoke = line.matchedOptionValue("--revoke", null);
        if ((approve != null || revoke != null) && by.isBlank()) {
            throw new CliFault(Exit.USAGE, shell.say("cli.approve.by"));
        }
        if (approve != null) {
            String[] visitor = visitor(shell, approve);
            LocalDate until = until(shell, line);
            String reason = line.matchedOptionValue("--reason", "");
            if (reason.isBlank() || reason.length() > CommandBody.REASON_MAX) {
                throw new CliFault(
                        Exit.USAGE, shell.say("cli.approve.reason", "max", Integer.toString(CommandBody.REASON_MAX)));
            }
            asks.add(desk -> desk.approve(visitor[0], visitor[1], until, reason, by));
        }
        if (revoke != null) {
            String[] visitor = visitor(shell, revoke);
            asks.add(desk -> desk.revoke(visitor[0], visitor[1], by));
        }
        return asks;
    }

    /** Station and name of site/station/name. */
    private static String[] visitor(Shell shell, String text) throws CliFault {
        String[] parts = text.split("/", 3);
        if (parts.length < 3 || parts[2].isBlank() || parts[2].length() > NAME_MAX) {
            throw new CliFault(Exit.USAGE, shell.say("cli.approve.form", "value", text));
        }
        return new String[] {parts[0] + "/" + parts[1], parts[2]};
    }

    private static LocalDate until(Shell shell, ParseResult line) throws CliFault {
        String text = line.matchedOptionValue("--until", "");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException bad) {
            throw new CliFault(Exit.USAGE, shell.say("cli.approve.until", "value", text));
        }
    }

    private static DeskConfig config(ParseResult line, Broker broker) throws Keys.KeyException {
        String key = line.matchedOptionValue("--key", null);
        PrivateKey signs = key == null ? null : Keys.privateKey(Path.of(key));
        return new DeskConfig(
                broker,
                line.matchedOptionValue("--site", "+"),
                line.matchedOptionValue("--station", "+"),
                line.matchedOptionValue("--seat", "dispatch"),
                signs,
                signs != null,
                Path.of(line.matchedOptionValue("--memory", "pumpwatch-dispatch.memory")),
                LinkTimes.DEFAULT);
    }

    private static Broker broker(Shell shell, ParseResult line) throws CliFault, IOException {
        String text = line.matchedOptionValue("--broker", "");
        URI uri;
        try {
            uri = URI.create(text.contains("://") ? text : "mqtt://" + text);
        } catch (IllegalArgumentException bad) {
            throw new CliFault(Exit.USAGE, shell.say("cli.broker.form", "value", text));
        }
        boolean tls = List.of("mqtts", "ssl", "tls").contains(uri.getScheme());
        if (uri.getHost() == null || !(tls || List.of("mqtt", "tcp").contains(uri.getScheme()))) {
            throw new CliFault(Exit.USAGE, shell.say("cli.broker.form", "value", text));
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? TLS_PORT : PORT;
        String password = line.matchedOptionValue("--password-file", null);
        return new Broker(
                uri.getHost(),
                port,
                tls,
                "pumpwatch-" + line.matchedOptionValue("--seat", "dispatch"),
                line.matchedOptionValue("--user", null),
                password == null ? null : FileFaults.secret(shell, password, "cli.password.file"),
                path(line, "--ca"),
                path(line, "--cert"),
                path(line, "--cert-key"));
    }

    private static @Nullable Path path(ParseResult line, String option) {
        String value = line.matchedOptionValue(option, null);
        return value == null ? null : Path.of(value);
    }

    private static void show(Shell shell, boolean json, DeskNote note) {
        if (json) {
            shell.out().println(Json.write(fields(note)));
            return;
        }
        AlarmPayload alarm = note.alarm();
        String words = note.kind().words().in(shell.lang());
        if (alarm != null) {
            String value = alarm.value() == null ? "" : String.format(" %.2f %s", alarm.value(), alarm.unit());
            words = alarm.priority() + " " + alarm.id() + " " + alarm.state() + value + "  "
                    + alarm.text().in(shell.lang()) + (alarm.functionCheck() ? " [function check]" : "");
        } else if (!note.detail().isEmpty()) {
            words = words + "  " + note.detail();
        }
        // An entry may be long, a station file's whole text in it: programs get it all, a person its beginning.
        shell.out()
                .println(Instant.ofEpochMilli(note.utcMs()) + "  " + note.station() + "  "
                        + Plain.line(words, PEOPLE_CHARS));
    }

    private static Map<String, Object> fields(DeskNote note) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("utc", Instant.ofEpochMilli(note.utcMs()).toString());
        fields.put("note", note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        fields.put("station", note.station());
        fields.put("epoch", note.entry().epoch());
        fields.put("seq", note.entry().seq());
        AlarmPayload alarm = note.alarm();
        if (alarm != null) {
            fields.put("point", alarm.id().toString());
            fields.put("state", alarm.state().name());
            fields.put("priority", alarm.priority().name());
            fields.put("value", Objects.requireNonNullElse(alarm.value(), ""));
            fields.put("functionCheck", alarm.functionCheck());
            fields.put("kept", alarm.kept());
        }
        fields.put("detail", note.detail());
        return fields;
    }
}
