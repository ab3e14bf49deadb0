package io.pumpwatch.cli;

import io.pumpwatch.api.Status;
import io.pumpwatch.console.AgentHttp.Answer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The whole station on one screen. */
final class StatusCommand implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(new Command(shell, "status", "status", line -> {
                    Answer answer = acts.client(line).get("status");
                    return acts.show(line, answer, () -> new Screen(shell, answer.as(Status.class)).print());
                })
                .asksAgent()
                .build());
    }

    /** Prints one answer. */
    private static final class Screen {
        private final Shell shell;
        private final PrintWriter out;
        private final Status status;

        Screen(Shell shell, Status status) {
            this.shell = shell;
            this.out = shell.out();
            this.status = status;
        }

        void print() {
            say(
                    "head",
                    Map.of(
                            "name", status.name(),
                            "site", status.site(),
                            "station", status.station(),
                            "time", time(status.now()),
                            "zone", status.zone(),
                            "trust", shell.say("clock." + status.clockTrust()),
                            "version", status.version(),
                            "boot", Long.toString(status.boot())));
            warnings();
            journal();
            load();
            duty();
            instruments();
            pumps();
            levels();
        }

        private void say(String key, Map<String, String> args) {
            out.println(Plain.line(shell.words().say("cli.status." + key, args)));
        }

        private String time(@Nullable String utc) {
            return Plain.time(utc, status.zone());
        }

        /** What everybody at the station must know first. */
        private void warnings() {
            if (status.safeMode()) {
                say("safeMode", Map.of());
            }
            word("accident", status.accident());
            word("flood", status.flood());
            Status.Drill drill = status.drill();
            if (drill != null) {
                say(
                        "drill",
                        Map.of(
                                "points", String.join(", ", drill.points()),
                                "person", drill.by(),
                                "end", time(drill.until()),
                                "reason", drill.reason()));
            }
            for (Status.Trip trip : status.trips()) {
                say(
                        "trip",
                        Map.of(
                                "point", trip.point(),
                                "since", time(trip.since()),
                                "value", Plain.number(trip.value(), ""),
                                "pumps", String.join(", ", trip.pumps())));
            }
            status.headers().forEach(this::swing);
            for (Status.Bypass bypass : status.bypassed()) {
                say(
                        "bypassed",
                        Map.of(
                                "point", bypass.point(),
                                "how", shell.say("bypass." + bypass.how()),
                                "person", bypass.byName(),
                                "end", time(bypass.until()),
                                "reason", bypass.reason()));
            }
            for (Status.OutsideRule outside : status.outsideRule()) {
                say(
                        "outside",
                        Map.of(
                                "point", outside.point(),
                                "setpoint", Plain.number(outside.setpoint(), ""),
                                "rule", outside.rule(),
                                "low", Plain.number(outside.low(), ""),
                                "high", Plain.number(outside.high(), "")));
            }
        }

        private void word(String key, Status.@Nullable Word word) {
            if (word != null) {
                String by = word.by();
                say(key, Map.of("since", time(word.since()), "person", by == null ? "-" : by, "text", word.text()));
            }
        }

        private void swing(Status.Header header) {
            Status.Swing swing = header.swing();
            if (swing == null) {
                return;
            }
            String cause = swing.cause();
            say(
                    "swing",
                    Map.of(
                            "header", header.tag(),
                            "since", time(swing.since()),
                            "smallest", Plain.number(swing.smallest(), ""),
                            "largest", Plain.number(swing.largest(), ""),
                            "cause", cause == null ? shell.say("cli.status.noCause") : cause));
            Status.Trial trial = swing.trial();
            if (trial != null && !trial.over()) {
                say("trial", Map.of("pump", trial.pump(), "end", time(trial.until())));
            }
        }

        private void journal() {
            Status.Entries entries = status.entries();
            say(
                    "journal",
                    Map.of(
                            "epoch", Long.toString(entries.durable().epoch()),
                            "durable", Long.toString(entries.durable().seq()),
                            "sent", Long.toString(entries.sent().seq()),
                            "confirmed", Long.toString(entries.confirmed().seq()),
                            "waiting", Long.toString(entries.waiting()),
                            "link", linkState()));
            if (entries.storeStalledMs() > 0) {
                say("stalled", Map.of("seconds", Plain.number(entries.storeStalledMs() / 1_000.0, "")));
            }
            if (!status.link().unconfirmed().isEmpty()) {
                say(
                        "unconfirmed",
                        Map.of("points", String.join(", ", status.link().unconfirmed())));
            }
        }

        private String linkState() {
            Status.Link link = status.link();
            String key = "link." + link.state().replace('_', '-');
            String state = shell.words().has(key) ? shell.say(key) : link.state();
            return link.fault().isEmpty() ? state : state + " (" + link.fault() + ")";
        }

        private void load() {
            Status.AlarmLoad load = status.alarmLoad();
            say(
                    "alarms",
                    Map.of(
                            "asking", Integer.toString(load.unacknowledged()),
                            "shown", Integer.toString(load.annunciated()),
                            "rate", Integer.toString(load.inTenMinutes()),
                            "horn", shell.say("horn." + status.horn())));
            if (load.flood()) {
                say("alarmFlood", Map.of());
            }
            names("chattering", load.chattering());
            names("stale", load.stale());
        }

        private void names(String key, List<String> points) {
            if (!points.isEmpty()) {
                say(key, Map.of("points", String.join(", ", points)));
            }
        }

        private void duty() {
            List<String> names = new ArrayList<>();
            status.onDuty().forEach(person -> names.add(person.name()));
            say("duty", Map.of("people", names.isEmpty() ? shell.say("cli.status.nobody") : String.join(", ", names)));
        }

        private void instruments() {
            Table table = table("cli.col.tag", "cli.col.value", "cli.col.quality", "cli.col.age", "cli.col.what");
            for (Status.Instrument instrument : status.instruments()) {
                Long ageMs = instrument.ageMs();
                String age = ageMs == null ? "-" : Plain.number(ageMs / 1_000.0, "s");
                table.row(instrument.tag(), value(instrument), instrument.causeText(), age, instrument.what());
            }
            print(table);
        }

        private String value(Status.Instrument instrument) {
            Double value = instrument.value();
            if (value != null && instrument.signal().equals("contact")) {
                return shell.say(value >= 0.5 ? "contact.closed" : "contact.open");
            }
            return Plain.number(value, instrument.unit());
        }

        private void pumps() {
            Table table = table("cli.col.pump", "cli.col.runs", "cli.col.hours", "cli.col.permit", "cli.col.name");
            for (Status.Pump pump : status.pumps()) {
                List<String> why = new ArrayList<>();
                pump.inhibits().forEach(reason -> why.add(reason.text()));
                pump.notReady().stream()
                        .filter(reason -> !pump.inhibits().contains(reason))
                        .forEach(reason -> why.add(reason.text()));
                if (pump.unexplainedStop()) {
                    why.add(shell.say("cli.status.unexplained"));
                }
                table.row(
                        pump.tag(),
                        shell.say(pump.running() ? "pump.running" : "pump.stopped"),
                        Plain.hours(pump.runMs()),
                        why.isEmpty() ? shell.say("pump.ready") : String.join("; ", why),
                        pump.name());
            }
            print(table);
        }

        private void levels() {
            Table table = table("cli.col.level", "cli.col.value", "cli.col.rate", "cli.col.overflow", "cli.col.note");
            for (Status.Level level : status.levels()) {
                Long overflowMs = level.timeToOverflowMs();
                table.row(
                        level.tag(),
                        Plain.number(level.value(), level.unit()),
                        Plain.number(level.ratePerMinute(), level.unit() + "/min"),
                        overflowMs == null ? "-" : Plain.hours(overflowMs),
                        note(level));
            }
            print(table);
        }

        private String note(Status.Level level) {
            Status.Lost lost = level.lost();
            if (lost == null) {
                return level.manual() ? shell.say("quality.manual") : "";
            }
            return shell.words()
                    .say(
                            "cli.status.lost",
                            Map.of(
                                    "since", time(lost.since()),
                                    "value", Plain.number(lost.lastGood(), level.unit()),
                                    "at", lost.lastGoodAt() == null ? "-" : time(lost.lastGoodAt()),
                                    "direction", shell.say("direction." + lost.direction())));
        }

        private Table table(String... keys) {
            String[] heads = new String[keys.length];
            for (int i = 0; i < keys.length; i++) {
                heads[i] = shell.say(keys[i]);
            }
            return new Table(heads);
        }

        private void print(Table table) {
            if (!table.isEmpty()) {
                out.println();
                table.print(out);
            }
        }
    }
}
