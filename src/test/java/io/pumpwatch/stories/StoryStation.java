package io.pumpwatch.stories;

import io.pumpwatch.app.StationCodec;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.Scan;
import io.pumpwatch.scan.ScanInput;
import io.pumpwatch.scan.ScanMemory;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationEvent;
import io.pumpwatch.scan.StationFold;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A station driven scan by scan: the pure core, and every entry as the journal would write it. */
final class StoryStation {
    private static final StationCodec CODEC = StationCodec.shared();
    private static final long START_UTC_MS = 1_790_000_000_000L;

    private StationPlan plan;
    private StationState state = StationState.EMPTY;
    private ScanMemory memory = ScanMemory.EMPTY;
    private Now now = Now.of(START_UTC_MS, 60_000);
    private long boot = 1;
    private Health health = Health.WELL;
    private long commandId;
    private final List<Command.Posted> waiting = new ArrayList<>();
    private final List<EntryLine> journal = new ArrayList<>();
    private @Nullable ScanResult last;

    StoryStation(StationPlan plan) {
        this.plan = plan;
    }

    /** The plan of a station file after its edits; a fault in it is an error of the story. */
    static Loaded load(String file, List<String> edits) {
        try {
            String text = StationText.edited(Files.readString(Path.of(file)), edits);
            StationFile.Result result = StationFile.parse(file, text.getBytes(StandardCharsets.UTF_8));
            if (result.loaded() == null) {
                throw new IllegalArgumentException("the station file isn't valid: " + result.faults());
            }
            return Objects.requireNonNull(result.loaded());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    long post(Command command, @Nullable String by) {
        commandId++;
        waiting.add(new Command.Posted(commandId, command, by));
        return commandId;
    }

    void health(Health next) {
        health = next;
    }

    void trust(ClockTrust trust) {
        now = new Now(now.utcMs(), now.uptimeMs(), trust);
    }

    /** Somebody sets the clock back; uptime goes on. */
    void setBack(long ms) {
        now = new Now(now.utcMs() - ms, now.uptimeMs(), now.trust());
    }

    /** One scan at the present time; the events it decided. */
    ScanResult scan(List<Sample> samples) {
        List<Command.Posted> commands = List.copyOf(waiting);
        waiting.clear();
        ScanResult result = Scan.decide(plan, state, memory, new ScanInput(samples, commands, health), boot, now);
        long seq = state.seq();
        for (StationEvent event : result.events()) {
            Stamp at = Stamp.of(boot, now);
            Draft draft = CODEC.draft(event, at);
            journal.add(EntryLine.of(new EntryId(1, ++seq), draft));
        }
        plan = result.plan();
        state = result.state();
        memory = result.memory();
        last = result;
        return result;
    }

    void pass(long ms) {
        now = now.plusMs(ms);
    }

    /** All that isn't kept is lost; what is kept is read from the journal's own lines. */
    void restart(long downMs, ClockTrust trust) {
        memory = ScanMemory.EMPTY;
        state = folded();
        boot++;
        now = new Now(now.utcMs() + downMs, 1_000, trust);
    }

    /** The state as the journal's lines tell it. */
    StationState folded() {
        StationState fold = StationState.EMPTY;
        for (EntryLine line : journal) {
            // Text and back: what a restart reads is what was written, not what was meant.
            String text = line.text();
            EntryLine read = EntryLine.head(text);
            StationEvent event = CODEC.event(entry(read, text)).orElseThrow();
            fold = StationFold.apply(fold, read.id().seq(), read.stamp(), event);
        }
        return fold;
    }

    private static Entry entry(EntryLine line, String text) {
        return new Entry(line.id(), text, "");
    }

    StationPlan plan() {
        return plan;
    }

    StationState state() {
        return state;
    }

    Now now() {
        return now;
    }

    long boot() {
        return boot;
    }

    ScanResult last() {
        return Objects.requireNonNull(last);
    }

    List<EntryLine> journal() {
        return journal;
    }
}
