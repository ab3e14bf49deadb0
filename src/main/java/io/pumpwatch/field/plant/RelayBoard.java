package io.pumpwatch.field.plant;

import io.pumpwatch.station.Output;
import io.pumpwatch.station.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The relay board between agent and pumps. It lives on its own supply and drops to the state for a dead agent when the
 * agent's writes stay away.
 */
final class RelayBoard {
    private final Map<Tag, Relay> relays = new LinkedHashMap<>();
    private final int keepAliveMs;
    private AgentState agent = AgentState.DEAD;
    /** What the last step knew of it. */
    private AgentState agentAtStep = AgentState.DEAD;

    private long lastWriteMs;

    RelayBoard(List<OutputSettings> outputs, int keepAliveMs) {
        this.keepAliveMs = keepAliveMs;
        outputs.forEach(settings -> relays.put(settings.tag(), new Relay(settings)));
    }

    /** One relay. */
    private static final class Relay {
        private final OutputSettings settings;
        private boolean commanded;
        private boolean energised;

        Relay(OutputSettings settings) {
            this.settings = settings;
        }

        void step(AgentState agent, boolean powered) {
            energised = coil(settings, agent, powered, commanded);
        }
    }

    /** Whether the coil is energised. */
    static boolean coil(OutputSettings settings, AgentState agent, boolean powered, boolean commanded) {
        OutputSettings.Coil without = agent == AgentState.DEAD ? settings.dead() : settings.starting();
        boolean wanted = (agent == AgentState.ALIVE || without == OutputSettings.Coil.HOLD)
                ? commanded
                : without == OutputSettings.Coil.ENERGISED;
        return powered && wanted;
    }

    void connect() {
        agent = AgentState.STARTING;
        agentAtStep = agent;
    }

    void disconnect() {
        agent = AgentState.DEAD;
        agentAtStep = agent;
    }

    /** Takes a write; tags that aren't on the board are ignored. */
    void write(List<Output> outputs, long timeMs) {
        agent = AgentState.ALIVE;
        lastWriteMs = timeMs;
        for (Output output : outputs) {
            Relay relay = relays.get(output.tag());
            if (relay != null) {
                relay.commanded = output.energised();
            }
        }
    }

    void step(long timeMs, boolean powered) {
        if (agent == AgentState.ALIVE && timeMs - lastWriteMs > keepAliveMs) {
            agent = AgentState.DEAD;
        }
        for (Relay relay : relays.values()) {
            relay.step(agent, powered);
        }
        agentAtStep = agent;
    }

    /** The contacts of one use in one pump's circuit, in series. */
    static final class Circuit {
        private final Relay[] relays;

        private Circuit(List<Relay> relays) {
            this.relays = relays.toArray(new Relay[0]);
        }

        /** Whether all are closed; true where none is wired. */
        boolean through() {
            for (Relay relay : relays) {
                if (!relay.settings.wiring().closed(relay.energised)) {
                    return false;
                }
            }
            return true;
        }
    }

    Circuit circuit(Tag pump, OutputSettings.Use use) {
        return new Circuit(relays.values().stream()
                .filter(relay -> relay.settings.use() == use && pump.equals(relay.settings.pump()))
                .toList());
    }

    AgentState agent() {
        return agentAtStep;
    }

    Map<Tag, Boolean> energised() {
        Map<Tag, Boolean> states = new LinkedHashMap<>();
        relays.forEach((tag, relay) -> states.put(tag, relay.energised));
        return states;
    }

    Map<Tag, Boolean> closed() {
        Map<Tag, Boolean> states = new LinkedHashMap<>();
        relays.forEach((tag, relay) -> states.put(tag, relay.settings.wiring().closed(relay.energised)));
        return states;
    }
}
