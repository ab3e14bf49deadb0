package io.pumpwatch.field.plant;

import io.pumpwatch.station.Output;
import io.pumpwatch.station.Tag;
import java.util.Collections;
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
    /** Made anew when a relay moves; what they told of goes on telling it. */
    private Map<Tag, Boolean> energised = Map.of();

    private Map<Tag, Boolean> closed = Map.of();
    private AgentState agent = AgentState.DEAD;
    private long lastWriteMs;

    RelayBoard(List<OutputSettings> outputs, int keepAliveMs) {
        this.keepAliveMs = keepAliveMs;
        outputs.forEach(settings -> relays.put(settings.tag(), new Relay(settings)));
        show();
    }

    /** One relay. */
    private static final class Relay {
        private final OutputSettings settings;
        private boolean commanded;
        private boolean energised;

        Relay(OutputSettings settings) {
            this.settings = settings;
        }

        /** Whether it moved. */
        boolean step(AgentState agent, boolean powered) {
            boolean before = energised;
            energised = coil(settings, agent, powered, commanded);
            return energised != before;
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
    }

    void disconnect() {
        agent = AgentState.DEAD;
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
        boolean moved = false;
        for (Relay relay : relays.values()) {
            moved |= relay.step(agent, powered);
        }
        if (moved) {
            show();
        }
    }

    private void show() {
        Map<Tag, Boolean> coils = new LinkedHashMap<>();
        Map<Tag, Boolean> contacts = new LinkedHashMap<>();
        relays.forEach((tag, relay) -> {
            coils.put(tag, relay.energised);
            contacts.put(tag, relay.settings.wiring().closed(relay.energised));
        });
        energised = Collections.unmodifiableMap(coils);
        closed = Collections.unmodifiableMap(contacts);
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
        return agent;
    }

    /** Relays with an energised coil, as of the last step. */
    Map<Tag, Boolean> energised() {
        return energised;
    }

    /** Relays with a closed contact, as of the last step. */
    Map<Tag, Boolean> closed() {
        return closed;
    }
}
