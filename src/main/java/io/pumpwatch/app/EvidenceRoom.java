package io.pumpwatch.app;

import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.duty.AccidentEvent.EvidenceFile;
import io.pumpwatch.duty.AccidentState.Unfrozen;
import io.pumpwatch.history.Evidence;
import io.pumpwatch.history.HistoryException;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.view.StationView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * Freezes the readings around an accident (E7): the 30 minutes before it at once, those after it when they are over.
 * Each part is a folder of its own in {@code evidence/} that nothing else ever opens for writing; its files' SHA-256
 * become an entry.
 */
final class EvidenceRoom {
    /** So long before and after. */
    static final long WINDOW_MS = 30 * 60_000L;

    private static final long FLUSH_MS = 60_000;
    private static final int TRIES = 1_000;

    private final Path data;
    private final Trends trends;
    private final Inbox inbox;
    private final Consumer<Runnable> work;
    /** Parts that are being copied; on the scan's thread only, but for what a failure takes out. */
    private final Set<String> underWay = Collections.synchronizedSet(new HashSet<>());

    private EvidenceRoom(Path data, Trends trends, Inbox inbox, Consumer<Runnable> work) {
        this.data = data;
        this.trends = trends;
        this.inbox = inbox;
        this.work = work;
    }

    /** A listener for each scan; {@code work} does what takes long, on another thread. */
    static BiConsumer<StationView, List<Sample>> watcher(
            Path data, Trends trends, Inbox inbox, Consumer<Runnable> work) {
        EvidenceRoom made = new EvidenceRoom(data, trends, inbox, work);
        return (view, samples) -> made.watch(view);
    }

    /** On the scan's thread: looks whether a part is due, nothing more. */
    private void watch(StationView view) {
        for (Map.Entry<Long, Unfrozen> each :
                view.state().duty().accidents().unfrozen().entrySet()) {
            Unfrozen unfrozen = each.getValue();
            long elapsedMs = unfrozen.at().elapsedMs(view.boot(), view.now());
            if (!unfrozen.before()) {
                begin(each.getKey(), "before", unfrozen, view.now());
            } else if (elapsedMs < 0 || elapsedMs >= WINDOW_MS) {
                begin(each.getKey(), "after", unfrozen, view.now());
            }
        }
    }

    private void begin(long number, String part, Unfrozen unfrozen, Now now) {
        String name = "accident-" + number + "/" + part;
        if (underWay.add(name)) {
            long atMs = unfrozen.at().utcMs();
            boolean before = part.equals("before");
            long fromMs = before ? atMs - WINDOW_MS : atMs;
            CompletableFuture<Void> flushed = trends.flush(now);
            work.accept(() -> freeze(flushed, number, part, name, fromMs));
        }
    }

    private void freeze(CompletableFuture<Void> flushed, long number, String part, String name, long fromMs) {
        try {
            flushed.orTimeout(FLUSH_MS, TimeUnit.MILLISECONDS).join();
            Path folder = free(data.resolve("evidence").resolve(name));
            List<EvidenceFile> files = new ArrayList<>();
            for (Evidence each : trends.freeze(fromMs, fromMs + WINDOW_MS, folder)) {
                boolean locked = each.file().toFile().setReadOnly();
                Logger.debug("{} read-only: {}", each.file(), locked);
                files.add(new EvidenceFile(folder.relativize(each.file()).toString(), each.sha256(), each.bytes()));
            }
            String within = data.relativize(folder).toString();
            var unused = inbox.post(
                            new Command.Duty(new AccidentCommand.KeepEvidence(number, part, within, files)), null)
                    .thenAccept(reply -> {
                        if (reply.refusal().isPresent()) {
                            underWay.remove(name);
                        }
                    });
        } catch (HistoryException | CompletionException fault) {
            Logger.error("evidence of accident {} can't be frozen: {}", number, fault.getMessage());
            underWay.remove(name);
        }
    }

    /** A folder that isn't there yet: an earlier try that was cut short stays as it is. */
    private static Path free(Path wanted) {
        Path folder = wanted;
        for (int i = 2; Files.exists(folder) && i < TRIES; i++) {
            folder = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return folder;
    }
}
