package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One relay of the board and the circuit that its contact sits in.
 *
 * @param tag the output, such as {@code XC-101}
 * @param use where the contact sits
 * @param pump the pump whose circuit that is; null where it has none (horn, heartbeat)
 * @param wiring the contact in use; without power it takes its rest position
 * @param dead the coil while the agent is dead
 * @param starting the coil from the agent's connecting to its first write
 */
public record OutputSettings(Tag tag, Use use, @Nullable Tag pump, Wiring wiring, Coil dead, Coil starting) {
    /** Where a relay's contact sits. */
    public enum Use {
        /** In the start branch only: open, it stops no running pump. */
        PERMIT,
        /** In the contactor's coil circuit: open, it stops the pump. */
        TRIP,
        /** In no pump's circuit. */
        SIGNAL
    }

    /** A coil's state when it isn't the agent that decides. */
    public enum Coil {
        ENERGISED,
        DEENERGISED,
        /** As last commanded; de-energised if it never was. */
        HOLD
    }

    /** A start permit as usual: energised = permitted, nothing permitted without an agent. */
    public static OutputSettings permit(Tag tag, Tag pump) {
        return new OutputSettings(tag, Use.PERMIT, pump, Wiring.NORMALLY_OPEN, Coil.DEENERGISED, Coil.DEENERGISED);
    }

    /** A trip as usual: energised = trip, so that neither power loss nor a dead agent stops a pump. */
    public static OutputSettings trip(Tag tag, Tag pump) {
        return new OutputSettings(tag, Use.TRIP, pump, Wiring.NORMALLY_CLOSED, Coil.DEENERGISED, Coil.DEENERGISED);
    }

    /** A horn, beacon or heartbeat. */
    public static OutputSettings signal(Tag tag) {
        return new OutputSettings(tag, Use.SIGNAL, null, Wiring.NORMALLY_OPEN, Coil.DEENERGISED, Coil.DEENERGISED);
    }
}
