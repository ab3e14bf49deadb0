package io.pumpwatch.app.demo;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.PlantBuilder;
import io.pumpwatch.app.Reply;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.app.demo.Told.Who;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.field.plant.Act;
import io.pumpwatch.field.plant.Plant;
import io.pumpwatch.field.plant.PlantScript;
import io.pumpwatch.field.plant.PlantSettings;
import io.pumpwatch.field.plant.PlantTruth;
import io.pumpwatch.field.plant.TimedAct;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The demo: one minute of a station, live, with what dispatch receives of it; then on until it is ended. */
public final class DemoRun {
    private static final long POLL_NS = 50_000_000;

    private final Options options;
    private final Consumer<Told> told;
    private volatile LongSupplier time = () -> 0;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<Tag, Integer> blocked = new HashMap<>();
    private final Map<Tag, Boolean> running = new HashMap<>();

    /**
     * What a demo is asked for.
     *
     * @param loaded the full station
     * @param seconds until it ends by itself; 0 never
     * @param seed of the plant
     * @param port of the HTTP side; 0 any free one
     * @param lang of the lines told
     * @param dispatch by which broker it is reached
     */
    public record Options(
            Loaded loaded, long seconds, long seed, int port, String version, Lang lang, Dispatch dispatch) {}

    /** What a demo has to offer while it runs: who can sign in, and where; no broker's address where nobody listens. */
    public record Doors(List<DemoCrew.Member> crew, int port, String broker) {}

    /** @param told gets each line, from several threads, one at a time */
    public DemoRun(Options options, Consumer<Told> told) {
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

    /**
     * Runs it.
     *
     * @param doors told once all is up
     */
    public RunSummary run(Consumer<Doors> doors)
            throws IOException, InputRefused, TlsFileException, InterruptedException {
        Loaded loaded = DemoPlan.shortened(options.loaded());
        PlantSettings settings = PlantBuilder.build(loaded, false);
        List<TimedAct> script = PlantScript.parse(DemoScripts.MINUTE, DemoScripts.read(DemoScripts.MINUTE), settings);
        Plant plant = new Plant(settings, options.seed());
        time = plant::timeMs;
        try (Stage stage = new Stage(options.dispatch(), this::dispatch)) {
            double seconds;
            AgentOptions agentOptions = new AgentOptions(
                    loaded,
                    stage.data(),
                    plant.connect(),
                    options.port(),
                    stage.link(loaded.plan(), options.version()),
                    options.version(),
                    null,
                    JournalSettings.STANDARD);
            try (RunningAgent agent = RunningAgent.start(agentOptions)) {
                DemoCrew crew = new DemoCrew(new Random(options.seed()));
                crew.enrol(agent);
                doors.accept(new Doors(crew.members(), agent.port(), stage.broker()));
                play(plant, agent, script);
                seconds = time.getAsLong() / 1000.0;
            }
            return stage.summary(seconds);
        }
    }

    private void play(Plant plant, RunningAgent agent, List<TimedAct> script) {
        long beginMs = plant.timeMs();
        time = () -> plant.timeMs() - beginMs;
        List<TimedAct> acts = new ArrayList<>(script);
        acts.sort(Comparator.comparingLong(TimedAct::atMs));
        List<DemoCrew.Act> crew = new ArrayList<>(DemoCrew.acts());
        while (!ended.get() && (options.seconds() == 0 || time.getAsLong() < options.seconds() * 1000)) {
            long nowMs = time.getAsLong();
            while (!acts.isEmpty() && acts.get(0).atMs() <= nowMs) {
                Act act = acts.remove(0).act();
                plant.act(act);
                told.accept(new Told(nowMs, Who.PLANT, act.words()));
            }
            while (!crew.isEmpty() && crew.get(0).atMs() <= nowMs) {
                act(agent, crew.remove(0), nowMs);
            }
            watch(plant.truth(), nowMs);
            LockSupport.parkNanos(this, POLL_NS);
        }
    }

    private void act(RunningAgent agent, DemoCrew.Act act, long atMs) {
        CompletableFuture<Reply> reply = agent.post(act.command(), act.by());
        var unused = reply.thenAccept(answer -> {
            Words words = Words.of(options.lang());
            String result = answer.refusal().map(words::say).orElse(words.say("demo.done"));
            told.accept(new Told(atMs, Who.CREW, act.by() + ": " + what(act, words) + " – " + result));
        });
    }

    private static String what(DemoCrew.Act act, Words words) {
        return words.say("demo.crew." + inner(act.command()).getClass().getSimpleName());
    }

    private static Object inner(Command command) {
        if (command instanceof Command.Alarm alarm) {
            return alarm.command();
        }
        return command instanceof Command.Interlock interlock ? interlock.command() : command;
    }

    /** What only somebody who stands beside the pumps sees. */
    private void watch(PlantTruth truth, long atMs) {
        Words words = Words.of(options.lang());
        truth.pumps().forEach((tag, pump) -> {
            if (pump.startsBlocked() > blocked.getOrDefault(tag, 0)) {
                blocked.put(tag, pump.startsBlocked());
                told.accept(new Told(atMs, Who.PLANT, words.say("demo.blocked", Map.of("pump", tag.name()))));
            }
            boolean closed = pump.contactorClosed();
            if (closed != running.getOrDefault(tag, false)) {
                running.put(tag, closed);
                String key = closed ? "demo.runs" : "demo.stands";
                told.accept(new Told(atMs, Who.PLANT, words.say(key, Map.of("pump", tag.name()))));
            }
        });
    }

    private void dispatch(DeskNote note) {
        AlarmPayload alarm = note.alarm();
        long atMs = time.getAsLong();
        boolean quiet = alarm != null && alarm.state() == AlarmPayload.State.NORMAL;
        if (quiet || note.kind() == DeskNote.Kind.ENTRY || note.kind() == DeskNote.Kind.REPLY) {
            return;
        }
        String words = note.kind().words().in(options.lang()) + " " + note.detail();
        if (alarm != null) {
            String value = alarm.value() == null ? "" : String.format(" %.2f %s", alarm.value(), alarm.unit());
            words = said("priority.", alarm.priority()) + " " + alarm.id() + " " + said("life.", alarm.state()) + value
                    + " – " + alarm.text().in(options.lang());
        }
        told.accept(new Told(atMs, Who.DISPATCH, words));
    }

    /** What a word of the payload is called. */
    private String said(String family, Enum<?> word) {
        return Words.of(options.lang())
                .say(family + word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
