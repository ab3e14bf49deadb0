package io.pumpwatch.app;

import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.history.Bucket;
import io.pumpwatch.history.Channel;
import io.pumpwatch.history.Evidence;
import io.pumpwatch.history.History;
import io.pumpwatch.history.HistorySettings;
import io.pumpwatch.history.HistoryStatus;
import io.pumpwatch.interlocks.InterlockState.HeaderState;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hands each scan's readings to the history; what matters later is written at once. */
final class Trends implements AutoCloseable {
    private final History history;
    private String plan;
    private int urgent;

    Trends(Path folder, HistorySettings settings, StationPlan first, boolean lockStep) {
        List<Channel> channels = channels(first);
        this.history =
                lockStep ? History.lockStep(folder, settings, channels) : History.start(folder, settings, channels);
        this.plan = first.sha256();
    }

    private static List<Channel> channels(StationPlan plan) {
        return plan.instruments().stream().map(Trends::channel).toList();
    }

    private static Channel channel(InstrumentPlan instrument) {
        return instrument.signal() == Signal.CONTACT
                ? Channel.contact(instrument.tag())
                : Channel.analogue(
                        instrument.tag(),
                        instrument.span().low(),
                        instrument.span().high());
    }

    /** On the scan's thread: only hands over. */
    void accept(StationView view) {
        if (!view.plan().sha256().equals(plan)) {
            plan = view.plan().sha256();
            history.use(channels(view.plan()));
        }
        history.post(
                view.now(),
                view.boot(),
                List.copyOf(view.live().conditioned().current().values()));
        int now = urgent(view.state());
        if (now > urgent) {
            history.flushNow(view.now());
        }
        urgent = now;
    }

    /** On the scan's thread: writes all that waits; completed when it is on the disk. */
    CompletableFuture<Void> flush(Now now) {
        return history.flushAndTell(now);
    }

    /** Copies what was recorded between two wall times. Blocks. */
    List<Evidence> freeze(long fromMs, long toMs, Path folder) {
        return history.copyWindow(fromMs, toMs, folder);
    }

    /** What a channel did between two wall times. */
    List<Bucket> query(Tag tag, long fromMs, long toMs, int points) {
        return history.query(tag, fromMs, toMs, points);
    }

    /** What the disk says now; empty when it works. */
    String fault() {
        return history.fault();
    }

    /** How the history fares. */
    HistoryStatus status() {
        return history.status();
    }

    /** Trips, swings, an accident, and critical alarms: one more of them is worth a flush. */
    private static int urgent(StationState state) {
        int many = state.interlocks().trips().size() + (state.duty().accident() == null ? 0 : 1);
        for (AlarmState point : state.alarms().points().values()) {
            many += point.life().abnormal() && point.priority() == Priority.CRITICAL ? 1 : 0;
        }
        for (HeaderState header : state.interlocks().headers().values()) {
            many += header.swing() != null ? 1 : 0;
        }
        return many;
    }

    @Override
    public void close() {
        history.close();
    }

    /** What the station file asks of the history. */
    static HistorySettings settings(io.pumpwatch.config.HistorySettings asked) {
        return HistorySettings.STANDARD
                .withDays(asked.retentionDays())
                .withRingMinutes((int) (asked.ringMs() / 60_000))
                .withLossWindowMs(asked.lossMs());
    }
}
