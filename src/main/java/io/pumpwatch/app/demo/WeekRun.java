package io.pumpwatch.app.demo;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.PlantBuilder;
import io.pumpwatch.app.RecordRoom;
import io.pumpwatch.app.Reply;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.app.demo.DemoCrew.Member;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.field.plant.Plant;
import io.pumpwatch.field.plant.PlantScript;
import io.pumpwatch.field.plant.PlantSettings;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A week of a station with its people, as fast as the machine goes: one scan for each second, in lock-step. Time waits
 * for the disk at each entry, and for dispatch once it is {@link #BEHIND_MAX} entries behind.
 */
public final class WeekRun {
    /** Receipts come five times a second at most: to wait for each entry's own would take hours. */
    private static final long BEHIND_MAX = 256;

    private static final long CONFIRM_MS_MAX = 20_000;
    private static final long LOOK_MS = 60_000;
    private static final long GLANCE_MS = 10_000;
    private static final long DAY_MS = 86_400_000;

    private final Options options;
    private final Consumer<Told> told;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Deed.Done> done = new ArrayList<>();
    private volatile long atMs;

    /**
     * What a week is asked for.
     *
     * @param seconds of station time at most; 0 the whole week
     * @param seed of the plant
     * @param keep where the station's data goes, a folder that isn't there yet; null: nowhere
     * @param dispatch by which broker it is reached
     */
    public record Options(
            Loaded loaded,
            long seconds,
            long seed,
            String version,
            Lang lang,
            @Nullable Path keep,
            Dispatch dispatch) {}

    /** A summary, and what the station's own records say of its rules and of attendance. */
    public record Outcome(RunSummary summary, List<Report> reports) {
        public Outcome {
            reports = List.copyOf(reports);
        }
    }

    /** When the week begins, wall time. */
    public static long beginMs(Loaded loaded) {
        return WeekPlan.beginMs(loaded.plan().zone());
    }

    /** @param told gets each line, from two threads, one at a time */
    public WeekRun(Options options, Consumer<Told> told) {
        this.options = options;
        this.told = line -> {
            synchronized (this) {
                told.accept(line);
            }
        };
    }

    /** Ends the run soon, with its summary; any thread. */
    public void end() {
        ended.set(true);
    }

    /** What people did, in order, as they remember it; after the run. */
    List<Deed.Done> done() {
        synchronized (done) {
            return List.copyOf(done);
        }
    }

    /** Runs it. */
    public Outcome run() throws IOException, InputRefused, TlsFileException, InterruptedException {
        Loaded loaded = WeekPlan.slow(options.loaded());
        PlantSettings settings = PlantBuilder.build(loaded, true);
        String script = DemoScripts.read(DemoScripts.WEEK);
        Plant plant = new Plant(settings, options.seed(), PlantScript.parse(DemoScripts.WEEK, script, settings));
        Now begin = Now.of(WeekPlan.beginMs(loaded.plan().zone()), 0);
        try (Stage stage = new Stage(options.dispatch(), this::dispatch, options.keep())) {
            AgentOptions agentOptions = new AgentOptions(
                    loaded,
                    stage.data(),
                    plant.connect(),
                    -1,
                    stage.link(loaded.plan(), options.version()),
                    options.version(),
                    begin,
                    JournalSettings.STANDARD);
            try (RunningAgent agent = RunningAgent.start(agentOptions)) {
                enrol(agent);
                play(agent, begin, new ArrayDeque<>(WeekBook.of(loaded.plan())));
            }
            RunSummary summary = stage.summary(atMs / 1000.0);
            return new Outcome(summary, reports(loaded, stage.data(), begin.utcMs() + atMs));
        }
    }

    /** Of the stopped store, as {@code pumpwatch records} makes them. */
    private List<Report> reports(Loaded loaded, Path data, long nowMs) {
        LocalDate last =
                Instant.ofEpochMilli(nowMs).atZone(loaded.plan().zone()).toLocalDate();
        List<Report> reports = new ArrayList<>();
        try (Journal journal = Journal.openReadOnly(data.resolve(RunningAgent.JOURNAL))) {
            for (String kind : List.of("rules", "attendance")) {
                reports.add(RecordRoom.report(
                        journal,
                        (tag, fromMs, toMs, points) -> List.of(),
                        loaded.plan(),
                        loaded.rules(),
                        ReportRequest.whole(kind, WeekPlan.MONDAY, last, options.lang()),
                        nowMs));
            }
        }
        return reports;
    }

    private void dispatch(DeskNote note) {
        AlarmPayload alarm = note.alarm();
        if (alarm != null && alarm.state() == AlarmPayload.State.UNACKED) {
            told.accept(new Told(
                    atMs,
                    Told.Who.DISPATCH,
                    alarm.priority() + " " + alarm.id() + " – " + alarm.text().in(options.lang())));
        }
    }

    private void enrol(RunningAgent agent) {
        for (Member member : WeekPeople.members(new Random(options.seed()))) {
            agent.pins().set(member.id(), member.pin());
            String by = member.id().equals(WeekPeople.CHIEF) ? null : WeekPeople.CHIEF;
            Command enrol =
                    new Command.Duty(new PeopleCommand.EnrolPerson(member.id(), member.name(), Set.of(member.role())));
            post(agent, 0, by, enrol);
        }
    }

    private void play(RunningAgent agent, Now begin, Deque<Deed> deeds) {
        Words words = Words.of(options.lang());
        long untilMs = options.seconds() > 0 ? options.seconds() * 1_000 : WeekPlan.WEEK_MS;
        for (long now = 0; now < untilMs && !ended.get(); now += WeekPlan.SCAN_MS) {
            atMs = now;
            if (now > 0) {
                act(agent, begin, now, deeds);
            }
            agent.step(begin.plusMs(now));
            if (agent.unconfirmed() > BEHIND_MAX && !agent.awaitConfirmed(CONFIRM_MS_MAX)) {
                told.accept(new Told(now, Told.Who.STATION, words.say("demo.week.behind")));
            }
            if (now % DAY_MS == 0) {
                String day = Long.toString(now / DAY_MS + 1);
                told.accept(new Told(now, Told.Who.STATION, words.say("demo.week.day", Map.of("day", day))));
            }
        }
    }

    private void act(RunningAgent agent, Now begin, long now, Deque<Deed> deeds) {
        for (Deed next = deeds.peek(); next != null && next.atMs() <= now; next = deeds.peek()) {
            deeds.poll();
            Command command = next.doing().at(agent.view());
            if (command != null) {
                post(agent, begin.utcMs() + now, next.by(), command);
            }
        }
        if (now % GLANCE_MS == 0) {
            WeekEyes.changeover(agent.view()).forEach(act -> post(agent, begin.utcMs() + now, act.by(), act.command()));
        }
        if (now % LOOK_MS == LOOK_MS / 4) {
            WeekEyes.look(agent.view(), WeekBook.asleep(now), WeekBook.stays())
                    .forEach(act -> post(agent, begin.utcMs() + now, act.by(), act.command()));
        }
    }

    private void post(RunningAgent agent, long utcMs, @Nullable String by, Command command) {
        CompletableFuture<Reply> reply = agent.post(command, by);
        var unused = reply.thenAccept(answer -> {
            synchronized (done) {
                String refused = answer.refusal().map(refusal -> refusal.code()).orElse("");
                done.add(new Deed.Done(utcMs, by == null ? "" : by, command, refused));
            }
        });
    }
}
