package io.pumpwatch.app;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.history.Bucket;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.InterlockState.TripLatch;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.scan.AgentEvent;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.records.Line;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * Keeps the curves of 30 s before and after each trip as entries, for its report. A trip whose curves an earlier start
 * of the agent didn't get to keep is made up for from the history.
 */
final class TripCurves {
    private static final long HALF_MS = 30_000;
    /** A little later than needed, so that the last second is written. */
    private static final long AFTER_MS = HALF_MS + 3_000;

    private static final int STEP_MS = 500;
    private static final int POINTS = (int) (2 * HALF_MS / STEP_MS);
    private static final long FLUSH_MS = 60_000;
    /** What the history didn't give within a day it never will. */
    private static final long MADE_UP_MS = 24 * 3_600_000;

    private static final String TRIPPED = "interlock.tripped";
    private static final String CURVE = "agent.trip-curve";

    private final Trends trends;
    private final Inbox inbox;
    private final Consumer<Runnable> work;
    private final Set<Trip> waiting = new LinkedHashSet<>();
    private final Set<AlarmId> known = new HashSet<>();
    private final Journal journal;
    /** Trips of earlier starts without curves; filled by the thread that reads the journal. */
    private final Queue<Trip> missed = new ConcurrentLinkedQueue<>();

    private boolean asked;

    /** A trip whose curves aren't kept yet. */
    private record Trip(AlarmId point, Stamp at) {}

    private TripCurves(Journal journal, Trends trends, Inbox inbox, Consumer<Runnable> work) {
        this.journal = journal;
        this.trends = trends;
        this.inbox = inbox;
        this.work = work;
    }

    /** A listener for each scan; {@code work} does what takes long, on another thread. */
    static BiConsumer<StationView, List<Sample>> watcher(
            Journal journal, Trends trends, Inbox inbox, Consumer<Runnable> work) {
        TripCurves made = new TripCurves(journal, trends, inbox, work);
        return (view, samples) -> made.watch(view);
    }

    /** On the scan's thread: looks for new trips, and for those that are 30 s old. */
    private void watch(StationView view) {
        if (!asked) {
            asked = true;
            work.accept(() -> missed.addAll(withoutCurves(journal, view.boot(), view.now())));
        }
        Map<AlarmId, TripLatch> trips = view.state().interlocks().trips();
        known.retainAll(trips.keySet());
        for (Map.Entry<AlarmId, TripLatch> trip : trips.entrySet()) {
            Stamp at = trip.getValue().at();
            if (known.add(trip.getKey()) && at.boot() == view.boot()) {
                waiting.add(new Trip(trip.getKey(), at));
            }
        }
        for (Trip trip = missed.poll(); trip != null; trip = missed.poll()) {
            waiting.add(trip);
        }
        if (!waiting.isEmpty()) {
            keepDue(view);
        }
    }

    private void keepDue(StationView view) {
        waiting.removeIf(trip -> {
            long elapsedMs = trip.at().elapsedMs(view.boot(), view.now());
            boolean due = elapsedMs < 0 || elapsedMs >= AFTER_MS;
            if (due) {
                CompletableFuture<Void> flushed = trends.flush(view.now());
                StationPlan plan = view.plan();
                work.accept(() -> keep(flushed, plan, trip.point(), trip.at()));
            }
            return due;
        });
    }

    /** Trips of the last day before this start for which there is no curve. */
    private static Set<Trip> withoutCurves(Journal journal, long boot, Now now) {
        Map<String, Trip> trips = new LinkedHashMap<>();
        journal.replay(journal.before(), Set.of(TRIPPED, CURVE), entry -> {
            Line line = Line.of(entry);
            String point = line.text("point");
            if (line.kind().equals(CURVE)) {
                trips.remove(point + " " + line.whole("tripUtcMs"));
                return;
            }
            Stamp at = line.at();
            if (at.boot() != boot && at.elapsedMs(boot, now) <= MADE_UP_MS) {
                trips.put(point + " " + at.utcMs(), new Trip(AlarmId.parse(point), at));
            }
        });
        return new LinkedHashSet<>(trips.values());
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
