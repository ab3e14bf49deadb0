package io.pumpwatch.app;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.history.Bucket;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.InterlockState.TripLatch;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.AgentEvent;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tinylog.Logger;

/** Keeps the curves of 30 s before and after each trip as entries, for its report. */
final class TripCurves {
    private static final long HALF_MS = 30_000;
    /** A little later than needed, so that the last second is written. */
    private static final long AFTER_MS = HALF_MS + 3_000;

    private static final int STEP_MS = 500;
    private static final int POINTS = (int) (2 * HALF_MS / STEP_MS);
    private static final long FLUSH_MS = 60_000;

    private final Trends trends;
    private final Inbox inbox;
    private final Consumer<Runnable> work;
    private final Map<AlarmId, Stamp> waiting = new HashMap<>();
    private final Set<AlarmId> known = new HashSet<>();

    private TripCurves(Trends trends, Inbox inbox, Consumer<Runnable> work) {
        this.trends = trends;
        this.inbox = inbox;
        this.work = work;
    }

    /** A listener for each scan; {@code work} does what takes long, on another thread. */
    static BiConsumer<StationView, List<Sample>> watcher(Trends trends, Inbox inbox, Consumer<Runnable> work) {
        TripCurves made = new TripCurves(trends, inbox, work);
        return (view, samples) -> made.watch(view);
    }

    /** On the scan's thread: looks for new trips, and for those that are 30 s old. */
    private void watch(StationView view) {
        Map<AlarmId, TripLatch> trips = view.state().interlocks().trips();
        known.retainAll(trips.keySet());
        trips.forEach((point, latch) -> {
            if (known.add(point) && latch.at().boot() == view.boot()) {
                waiting.put(point, latch.at());
            }
        });
        waiting.entrySet().removeIf(each -> {
            boolean due = each.getValue().elapsedMs(view.boot(), view.now()) >= AFTER_MS;
            if (due) {
                CompletableFuture<Void> flushed = trends.flush(view.now());
                StationPlan plan = view.plan();
                work.accept(() -> keep(flushed, plan, each.getKey(), each.getValue()));
            }
            return due;
        });
    }

    private void keep(CompletableFuture<Void> flushed, StationPlan plan, AlarmId point, Stamp at) {
        try {
            flushed.orTimeout(FLUSH_MS, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException fault) {
            Logger.warn("curves of trip {} come from what is written: {}", point, fault.getMessage());
        }
        for (Tag tag : around(plan, point.tag())) {
            InstrumentPlan instrument = plan.instrument(tag);
            if (instrument == null) {
                continue;
            }
            String values = values(trends.query(tag, at.utcMs() - HALF_MS, at.utcMs() + HALF_MS, POINTS), at.utcMs());
            var unused = inbox.post(
                    new Command.Note(
                            new AgentEvent.TripCurve(point, at.utcMs(), tag, instrument.unit(), STEP_MS, values)),
                    null);
        }
    }

    /** The instrument that tripped, and the contacts and currents of the pumps that it stops. */
    private static Set<Tag> around(StationPlan plan, Tag tripped) {
        Set<Tag> tags = new TreeSet<>();
        Set<Tag> pumps = new TreeSet<>();
        for (InterlockPlan.Header header : plan.interlocks().headers()) {
            if (header.pressure().equals(tripped)) {
                pumps.addAll(header.pumps());
            }
        }
        for (InterlockPlan.Tank tank : plan.interlocks().tanks()) {
            if (tank.level().equals(tripped)) {
                pumps.addAll(tank.pumps());
            }
        }
        for (Tag tag : pumps) {
            PumpPlan pump = plan.interlocks().pump(tag);
            if (pump != null) {
                tags.add(pump.running());
                if (pump.current() != null) {
                    tags.add(pump.current());
                }
            }
        }
        plan.interlocks().headers().stream()
                .filter(header -> header.pumps().stream().anyMatch(pumps::contains))
                .forEach(header -> tags.add(header.pressure()));
        tags.add(tripped);
        return tags;
    }

    /** One value for each step: the last one that was read until its end. */
    private static String values(List<Bucket> buckets, long tripMs) {
        String[] texts = new String[POINTS];
        for (Bucket bucket : buckets) {
            if (bucket.count() == 0) {
                continue;
            }
            long fromStep = Math.max(0, (bucket.fromMs() - tripMs + HALF_MS) / STEP_MS);
            long toStep = Math.min(POINTS - 1, (bucket.toMs() - 1 - tripMs + HALF_MS) / STEP_MS);
            for (long i = fromStep; i <= toStep; i++) {
                texts[(int) i] = String.format(Locale.ROOT, "%.3g", bucket.last());
            }
        }
        for (int i = 0; i < POINTS; i++) {
            texts[i] = texts[i] == null ? "-" : texts[i];
        }
        return String.join(" ", texts);
    }
}
