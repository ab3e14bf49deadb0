package io.pumpwatch.interlocks;

import io.pumpwatch.conditioning.Conditioned;
import io.pumpwatch.interlocks.InterlockDecision.Course;
import io.pumpwatch.interlocks.InterlockMemory.PumpMemory;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state as this scan has changed it so far, with what it came to. Lives for one decision only. */
final class Work {
    final InterlockPlan plan;
    final InterlockInput input;
    final long boot;
    final Now now;
    final Stamp at;
    final List<InterlockEvent> events = new ArrayList<>();
    final Map<AlarmId, Check> checks = new HashMap<>();
    final Set<Tag> settled = new HashSet<>();
    final Map<Tag, Reading> entered = new HashMap<>();
    final Map<Tag, Course> levels = new HashMap<>();
    final Map<Tag, PumpMemory> pumps = new HashMap<>();
    final Set<Tag> lowTanks = new HashSet<>();
    final Set<Tag> dryRun = new HashSet<>();
    private InterlockState state;

    Work(InterlockPlan plan, InterlockState state, InterlockInput input, long boot, Now now) {
        this.plan = plan;
        this.state = state;
        this.input = input;
        this.boot = boot;
        this.now = now;
        this.at = Stamp.of(boot, now);
    }

    InterlockState state() {
        return state;
    }

    Conditioned readings() {
        return input.conditioned();
    }

    long uptimeMs() {
        return now.uptimeMs();
    }

    void emit(InterlockEvent event) {
        events.add(event);
        state = InterlockFold.apply(state, at, event);
    }

    void check(Tag tag, String condition, boolean present) {
        checks.put(tag.alarm(condition), Check.of(present));
    }

    void check(Tag tag, String condition, Check check) {
        checks.put(tag.alarm(condition), check);
    }

    PumpMemory pump(Tag tag) {
        return pumps.getOrDefault(tag, PumpMemory.FRESH);
    }

    /** Milliseconds since then; -1 where it isn't. */
    long since(long uptimeMs) {
        return uptimeMs == InterlockMemory.NOT ? -1 : now.uptimeMs() - uptimeMs;
    }
}
