package io.pumpwatch.app;

import io.pumpwatch.config.Fault;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the station file again while the agent runs. What the scan decides by comes into force at once; wiring, link,
 * pages and stores are built at a start only, so a file that changes them is refused in words that say so.
 */
final class Reload {
    private final Loaded running;
    private final @Nullable StationTrial trial;

    /** @param trial is told of each file that comes into force; null where nothing falls back */
    Reload(Loaded running, @Nullable StationTrial trial) {
        this.running = running;
        this.trial = trial;
    }

    /** The command that brings the file into force, or why not. */
    record Read(Optional<Command.Load> load, Optional<Refusal> refusal) {
        private static Read refused(String code, String... namesAndValues) {
            return new Read(Optional.empty(), Optional.of(Refusal.of(code, namesAndValues)));
        }
    }

    /** Reads it. Blocks for the disk. */
    Read read(String reason) {
        StationFile.Result result = StationFile.read(Path.of(running.file()));
        Loaded next = result.loaded();
        if (next == null) {
            List<Fault> faults =
                    result.faults().stream().filter(fault -> !fault.warning()).toList();
            return Read.refused(
                    "reload.faults",
                    "file",
                    running.file(),
                    "count",
                    Integer.toString(faults.size()),
                    "first",
                    faults.isEmpty() ? "" : faults.get(0).render(running.plan().lang()));
        }
        String restart = needsRestart(next);
        if (!restart.isEmpty()) {
            return Read.refused("reload.restart", "section", restart);
        }
        if (trial != null) {
            trial.reloads(next);
        }
        Command.Load load = new Command.Load(next.plan(), next.file(), next.text(), reason);
        return new Read(Optional.of(load), Optional.empty());
    }

    /** The first section with a change that only a start can follow; empty if there is none. */
    private String needsRestart(Loaded next) {
        StationPlan now = running.plan();
        StationPlan then = next.plan();
        if (!running.field().equals(next.field()) || !now.outputs().equals(then.outputs())) {
            return "[field], channel";
        }
        boolean named = now.site().equals(then.site()) && now.station().equals(then.station());
        if (!named || now.scanMs() != then.scanMs()) {
            return "[station]";
        }
        if (!Objects.equals(running.link(), next.link())) {
            return "[dispatch]";
        }
        if (!running.web().equals(next.web())) {
            return "[web]";
        }
        if (!Objects.equals(running.voice(), next.voice())) {
            return "[voice], say";
        }
        boolean kept =
                running.journal().equals(next.journal()) && running.history().equals(next.history());
        return kept ? "" : "[journal], [history]";
    }
}
