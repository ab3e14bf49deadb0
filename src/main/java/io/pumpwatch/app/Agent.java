package io.pumpwatch.app;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.field.Field;
import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.journal.SeqRange;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.Scan;
import io.pumpwatch.scan.ScanInput;
import io.pumpwatch.scan.ScanMemory;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationEvent;
import io.pumpwatch.scan.StationFold;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/**
 * Owns the station's state and does its scans. {@link #scan} belongs to one thread (the loop, or a test); the view and
 * the inbox are for all. A scan waits for no disk and no network: it queues what must be kept and goes on.
 */
public final class Agent {
    /** After this long the disk counts as stalled: what a record needs is refused, what safety needs goes on. */
    static final long STALLED_MS = 2_000;

    private final long boot;
    private final Field field;
    private final Keeper keeper;
    private final StationCodec codec;
    private final Inbox inbox;
    private final LongFunction<Health> health;
    private final List<BiConsumer<StationView, List<Sample>>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
    private StationPlan plan;
    private StationState state;
    private ScanMemory memory = ScanMemory.EMPTY;
    private long scans;
    private volatile StationView view;

    private record Pending(EntryId until, CompletableFuture<Reply> reply) {}

    /**
     * An agent before its first scan.
     *
     * @param health what the shells report, asked once a scan with its uptime
     */
    public Agent(
            StationPlan plan,
            StationState state,
            long boot,
            Field field,
            Keeper keeper,
            StationCodec codec,
            Inbox inbox,
            LongFunction<Health> health,
            Now start) {
        this.plan = plan;
        this.state = state;
        this.boot = boot;
        this.field = field;
        this.keeper = keeper;
        this.codec = codec;
        this.inbox = inbox;
        this.health = health;
        this.view = new StationView(plan, state, ScanResult.Live.EMPTY, start, boot, keeper.durable(), 0);
        keeper.onDurable(this::answerUpTo);
    }

    /** Tells a listener of each scan from now on, on the scan's thread: it only hands over. Any thread. */
    public void onScan(BiConsumer<StationView, List<Sample>> listener) {
        listeners.add(listener);
    }

    /** What the last scan published. */
    public StationView view() {
        return view;
    }

    /** One scan. */
    public void scan(Now now) {
        List<Sample> samples = field.read(now);
        Map<Long, CompletableFuture<Reply>> replies = new HashMap<>();
        long stalledMs = keeper.stalledForMs(now.uptimeMs());
        List<Command.Posted> commands = take(replies, stalledMs);
        Health healthNow = health.apply(now.uptimeMs());
        ScanResult result = Scan.decide(plan, state, memory, new ScanInput(samples, commands, healthNow), boot, now);
        field.write(result.outputs(), now);
        keep(result, Stamp.of(boot, now));
        plan = result.plan();
        memory = result.memory();
        scans++;
        EntryId offered = lastOffered;
        view = new StationView(plan, state, result.live(), now, boot, offered, scans);
        answer(result, replies, offered, stalledMs);
        for (BiConsumer<StationView, List<Sample>> listener : listeners) {
            listener.accept(view, samples);
        }
        if (keeper.snapshotDue()) {
            snapshot(now);
        }
    }

    /** Has the present state written as a snapshot. */
    public void snapshot(Now now) {
        StationState frozen = state;
        keeper.snapshot(Stamp.of(boot, now), () -> codec.write(frozen));
    }

    /** Keeps an event that no scan decided: start and stop. The owner's thread only. */
    public void record(StationEvent event, Now now) {
        Stamp at = Stamp.of(boot, now);
        StationState before = state;
        SeqRange range = keeper.offer(at, List.of(codec.draft(event, at)), () -> codec.write(before));
        state = StationFold.apply(state, range.first(), at, event);
        lastOffered = range.lastId();
    }

    private EntryId lastOffered = EntryId.NONE;
    private boolean lastWaits = true;

    private void keep(ScanResult result, Stamp at) {
        StationState before = state;
        List<Draft> drafts = new ArrayList<>(result.events().size());
        for (StationEvent event : result.events()) {
            drafts.add(codec.draft(event, at));
        }
        SeqRange range = keeper.offer(at, drafts, () -> codec.write(before));
        // The journal gives the numbers; folding with them is what a restart will do too.
        for (int i = 0; i < result.events().size(); i++) {
            state = StationFold.apply(
                    state, range.first() + i, at, result.events().get(i));
        }
        lastOffered = range.lastId();
        lastWaits = range.waiting();
    }

    private List<Command.Posted> take(Map<Long, CompletableFuture<Reply>> replies, long stalledMs) {
        List<Command.Posted> commands = new ArrayList<>();
        for (Inbox.Waiting waiting : inbox.drain()) {
            if (stalledMs >= STALLED_MS && !safety(waiting.posted().command())) {
                waiting.reply().complete(Reply.refused(Refusal.of("store.stalled")));
            } else {
                commands.add(waiting.posted());
                replies.put(waiting.posted().id(), waiting.reply());
            }
        }
        return commands;
    }

    /** What goes on while nothing can be kept. */
    private static boolean safety(Command command) {
        if (command instanceof Command.Alarm e) {
            return e.command() instanceof AlarmCommand.Acknowledge || e.command() instanceof AlarmCommand.Silence;
        }
        return command instanceof Command.Duty e && e.command() instanceof AccidentCommand.ReportAccident;
    }

    private void answer(ScanResult result, Map<Long, CompletableFuture<Reply>> replies, EntryId until, long stalledMs) {
        for (ScanResult.Answer answer : result.answers()) {
            CompletableFuture<Reply> reply = replies.get(answer.id());
            if (reply == null) {
                continue;
            }
            if (!lastWaits && answer.refusal().isEmpty()) {
                // There was no room: what it did will be part of a declared gap, never an entry of its own.
                reply.completeAsync(() -> new Reply(Optional.empty(), false));
            } else if (answer.refusal().isPresent()) {
                reply.completeAsync(() -> new Reply(answer.refusal(), true));
            } else {
                pending.add(new Pending(until, reply));
            }
        }
        answerUpTo(keeper.durable());
        if (stalledMs >= STALLED_MS) {
            Pending waiting = pending.poll();
            while (waiting != null) {
                CompletableFuture<Reply> reply = waiting.reply();
                reply.completeAsync(() -> new Reply(Optional.empty(), false));
                waiting = pending.poll();
            }
        }
    }

    /** On the keeper's or the scan's thread: whoever waits is told on another one. */
    private void answerUpTo(EntryId durable) {
        Pending first = pending.peek();
        while (first != null && first.until().compareTo(durable) <= 0) {
            if (pending.remove(first)) {
                first.reply().completeAsync(() -> new Reply(Optional.empty(), true));
            }
            first = pending.peek();
        }
    }
}
