package io.pumpwatch.app;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.dispatch.LinkConfig;
import io.pumpwatch.dispatch.Transport;
import io.pumpwatch.field.Field;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.station.Now;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a running agent is made of.
 *
 * @param data its folder: journal, history, state
 * @param field where samples come from
 * @param port of the HTTP side; 0 any free one, -1 none
 * @param link the way to dispatch; null without one
 * @param version of this program
 * @param lockStepFrom for a recording or simulation: its first time, and whoever has the agent steps it; null for the
 *     clock of the machine
 * @param limits of the journal
 * @param trial of the station file; null where nothing falls back
 */
public record AgentOptions(
        Loaded loaded,
        Path data,
        Field field,
        int port,
        @Nullable LinkParts link,
        String version,
        @Nullable Now lockStepFrom,
        JournalSettings limits,
        @Nullable StationTrial trial) {

    /** An agent whose station file isn't on trial: a demo, a recording, a test. */
    public AgentOptions(
            Loaded loaded,
            Path data,
            Field field,
            int port,
            @Nullable LinkParts link,
            String version,
            @Nullable Now lockStepFrom,
            JournalSettings limits) {
        this(loaded, data, field, port, link, version, lockStepFrom, limits, null);
    }

    /** The way to dispatch, already made: configuration and transport. */
    public record LinkParts(LinkConfig config, Transport transport) {}
}
