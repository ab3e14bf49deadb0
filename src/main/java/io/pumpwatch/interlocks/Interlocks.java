package io.pumpwatch.interlocks;

import io.pumpwatch.interlocks.InterlockMemory.HeaderMemory;
import io.pumpwatch.interlocks.InterlockMemory.SumpMemory;
import io.pumpwatch.interlocks.InterlockMemory.TankMemory;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Protection of the station, rules P1 to P3, the levels and readiness of D3 and "Protection, in detail". Pure. An
 * output changes in the scan in which its condition and delay are met. Never the only layer: safety valve, motor
 * protection and the hard-wired float stay.
 */
public final class Interlocks {
    private Interlocks() {}

    /** Does what people ask, then judges the real readings. */
    public static InterlockDecision decide(
            InterlockPlan plan,
            InterlockState state,
            InterlockMemory memory,
            InterlockInput input,
            long boot,
            Now now) {
        Work work = new Work(plan, state, input, boot, now);
        List<Optional<Refusal>> answers = new ArrayList<>();
        for (InterlockInput.Asked asked : input.asked()) {
            answers.add(InterlockActs.act(work, asked));
        }
        Pumps.watch(work, memory);
        Map<Tag, HeaderMemory> headers = Headers.watch(work, memory);
        Map<Tag, TankMemory> tanks = Tanks.watch(work, memory);
        Map<Tag, SumpMemory> sumps = Sumps.watch(work, memory);
        Pumps.judge(work);
        OutputChecks.watch(work);
        List<Output> outputs = new ArrayList<>();
        Permits.decide(work, outputs);
        Tag heartbeat = plan.relays().heartbeat();
        if (heartbeat != null) {
            outputs.add(new Output(heartbeat, OutputChecks.held(work, heartbeat, !memory.beat())));
        }
        InterlockMemory next = new InterlockMemory(work.pumps, headers, tanks, sumps, !memory.beat());
        return new InterlockDecision(
                next, work.events, work.checks, work.settled, work.entered, work.levels, outputs, answers);
    }
}
