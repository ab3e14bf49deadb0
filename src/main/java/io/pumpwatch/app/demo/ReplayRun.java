package io.pumpwatch.app.demo;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.app.SystemClock;
import io.pumpwatch.app.demo.Told.Who;
import io.pumpwatch.config.FieldSettings;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.field.replay.ReplayColumn;
import io.pumpwatch.field.replay.ReplayField;
import io.pumpwatch.field.replay.ReplayMapping;
import io.pumpwatch.field.replay.ReplayReport;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A recording through the whole agent and to dispatch, in lock-step: time waits for the disk and for dispatch. */
public final class ReplayRun {
    private static final long CONFIRM_MS_MAX = 10_000;

    private final Options options;
    private final Consumer<Told> told;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long atMs;

    /**
     * What a replay is asked for.
     *
     * @param speed times real time; 0 as fast as possible
     * @param seconds of the recording at most; 0 all of it
     * @param dispatch by which broker it is reached
     */
    public record Options(
            Loaded loaded, Path recording, double speed, long seconds, String version, Lang lang, Dispatch dispatch) {}

    /** A summary, and what came of the recording itself. */
    public record Outcome(RunSummary summary, ReplayReport recording) {}

    public ReplayRun(Options options, Consumer<Told> told) {
        this.options = options;
        this.told = told;
    }

    /** Ends the run soon, with its summary; any thread. */
    public void end() {
        ended.set(true);
    }

    /** Runs it. */
    public Outcome run() throws IOException, InputRefused, TlsFileException, InterruptedException {
        Loaded loaded = options.loaded();
        try (ReplayField field = ReplayField.open(options.recording(), mapping(loaded));
                Stage stage = new Stage(options.dispatch(), this::dispatch)) {
            Now first = field.peekNext().orElseThrow();
            Now begin = new Now(first.utcMs(), 0, first.trust());
            AgentOptions agentOptions = new AgentOptions(
                    loaded,
                    stage.data(),
                    field,
                    -1,
                    stage.link(loaded.plan(), options.version()),
                    options.version(),
                    begin,
                    JournalSettings.STANDARD);
            try (RunningAgent agent = RunningAgent.start(agentOptions)) {
                play(field, agent);
            }
            return new Outcome(stage.summary(atMs / 1000.0), field.report());
        }
    }

    private void play(ReplayField field, RunningAgent agent) {
        SystemClock clock = new SystemClock();
        long startMs = clock.now().uptimeMs();
        for (Optional<Now> tick = field.advance(); tick.isPresent(); tick = field.advance()) {
            Now now = tick.get();
            atMs = now.uptimeMs();
            if (ended.get() || (options.seconds() > 0 && atMs > options.seconds() * 1000)) {
                return;
            }
            long before = agent.view().offered().seq();
            agent.step(now);
            if (agent.view().offered().seq() != before) {
                agent.awaitConfirmed(CONFIRM_MS_MAX);
            }
            if (options.speed() > 0) {
                long dueMs = startMs + Math.round(atMs / options.speed());
                while (!ended.get() && clock.now().uptimeMs() < dueMs) {
                    LockSupport.parkNanos(this, 1_000_000);
                }
            }
        }
    }

    private void dispatch(DeskNote note) {
        AlarmPayload alarm = note.alarm();
        if (alarm != null) {
            String value = alarm.value() == null ? "" : String.format(" %.3f %s", alarm.value(), alarm.unit());
            told.accept(new Told(
                    atMs,
                    Who.DISPATCH,
                    alarm.priority() + " " + alarm.id() + " " + alarm.state() + value + " – "
                            + alarm.text().in(options.lang())));
        }
    }

    private static ReplayMapping mapping(Loaded loaded) {
        FieldSettings.Replay replay = loaded.field().replay();
        List<ReplayColumn> columns = loaded.plan().instruments().stream()
                .map(instrument -> {
                    FieldSettings.Input input = loaded.field().inputs().get(instrument.tag());
                    return input == null
                            ? null
                            : new ReplayColumn(
                                    instrument.tag(), input.channel(), instrument.unit(), input.gain(), input.offset());
                })
                .filter(Objects::nonNull)
                .toList();
        return new ReplayMapping(
                StandardCharsets.UTF_8,
                replay.separator(),
                replay.decimal(),
                replay.timeColumn(),
                replay.timeFormat(),
                replay.zone(),
                replay.missing(),
                columns,
                replay.stepMs(),
                ReplayMapping.USUAL_GAP_MS_MAX);
    }
}
