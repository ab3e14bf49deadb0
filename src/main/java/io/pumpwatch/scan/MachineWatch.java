package io.pumpwatch.scan;

import io.pumpwatch.scan.AgentEvent.ClockTrustChanged;
import io.pumpwatch.scan.AgentEvent.FieldChanged;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import java.util.ArrayList;
import java.util.List;

/**
 * What was last told of the machine under the agent: its buses and pins, and how far its clock is trusted.
 *
 * @param inputs as last told
 * @param outputs as last told
 * @param trust as last told; a start begins with the best one, so that anything less is told
 * @param toldMs uptime of the last word on buses and pins
 */
public record MachineWatch(String inputs, String outputs, ClockTrust trust, long toldMs) {
    /** Of a start. */
    static final MachineWatch EMPTY = new MachineWatch("", "", ClockTrust.NTP, Long.MIN_VALUE / 2);

    /** A chip that comes and goes is told at most so often. */
    private static final long APART_MS = 5_000;

    /** New memory and what it says. */
    record Result(MachineWatch watch, List<AgentEvent> events) {}

    Result after(Health health, Now now) {
        List<AgentEvent> events = new ArrayList<>();
        MachineWatch next = this;
        if (now.trust() != trust) {
            next = new MachineWatch(inputs, outputs, now.trust(), toldMs);
            events.add(new ClockTrustChanged(now.trust()));
        }
        boolean same =
                health.inputFault().equals(inputs) && health.outputFault().equals(outputs);
        if (!same && now.uptimeMs() - toldMs >= APART_MS) {
            next = new MachineWatch(health.inputFault(), health.outputFault(), now.trust(), now.uptimeMs());
            events.add(new FieldChanged(health.inputFault(), health.outputFault()));
        }
        return new Result(next, events);
    }
}
