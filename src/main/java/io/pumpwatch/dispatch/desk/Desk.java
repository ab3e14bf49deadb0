package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.Backoff;
import io.pumpwatch.dispatch.Inbound;
import io.pumpwatch.dispatch.LinkFault;
import io.pumpwatch.dispatch.LinkState;
import io.pumpwatch.dispatch.LinkState.Cue;
import io.pumpwatch.dispatch.SmallFile;
import io.pumpwatch.dispatch.Transport;
import io.pumpwatch.dispatch.desk.DeskNote.Kind;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.CommandPayload;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.dispatch.sign.Jws;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Clock;
import io.pumpwatch.station.Now;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A dispatch seat: {@link #run} listens until {@link #stop}. Everything but run may be called from any thread. */
public final class Desk {
    private static final int INBOX_MAX = 100_000;
    private static final int TAKE_AT_ONCE = 2_000;
    private static final long SLEEP_MS = 100;

    private final DeskConfig config;
    private final Transport transport;
    private final Clock clock;
    private final Backoff backoff;
    private final RandomGenerator random;
    private final Consumer<DeskNote> notes;
    private final BlockingQueue<Inbound> inbox = new LinkedBlockingQueue<>(INBOX_MAX);
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean overflow = new AtomicBoolean();
    private final DeskMemory memory;
    private final DeskModel model;

    private LinkState state = LinkState.WAITING;
    private String fault = "";
    private long session;
    private long untilMs = Long.MIN_VALUE;
    private long upSinceMs;
    private long token;
    private volatile boolean stopping;
    private volatile DeskView view = DeskView.EMPTY;

    /**
     * A desk that doesn't listen yet.
     *
     * @param notes told by the thread that runs; must not block long
     * @throws IOException naming the memory file that can't be used
     */
    public Desk(DeskConfig config, Transport transport, Clock clock, RandomGenerator random, Consumer<DeskNote> notes)
            throws IOException {
        this.config = config;
        this.transport = transport;
        this.clock = clock;
        this.random = random;
        this.notes = notes;
        this.backoff = new Backoff(config.times().retryBaseMs(), config.times().retryCapMs(), random);
        this.memory = new DeskMemory(new SmallFile(config.memory()));
        try {
            this.model = new DeskModel(memory.load(), config.receipts(), notes);
        } catch (IOException bad) {
            throw new IOException("desk memory " + config.memory() + ": " + bad.getMessage(), bad);
        }
    }

    /** All stations as they are now; at most 0.1 s old. */
    public DeskView view() {
        return view;
    }

    /** Marks an alarm as seen; a reply comes as a note. */
    public void seen(String station, AlarmId alarm, String by) {
        asked.add(() -> {
            DeskModel.Out out = model.see(station, alarm, by);
            if (out == null) {
                note(Kind.REPLY, "seen: no alarm " + station + "/" + alarm + " is shown at this desk", clock.now());
            } else {
                send(out, clock.now());
            }
        });
    }

    /** Asks a station for its whole state anew. */
    public void askState(String station) {
        ask(station, new CommandBody.State());
    }

    /** Asks a station for its entries from this one on. */
    public void askResend(String station, EntryId from) {
        ask(station, new CommandBody.Resend(from));
    }

    /**
     * Approves a visitor of the pump house (D5); a reply comes as a note.
     *
     * @param until last day, in the station's own calendar
     */
    public void approve(String station, String name, LocalDate until, String reason, String by) {
        ask(station, new CommandBody.Approve(name, until, reason, by));
    }

    /** Takes an approval back; a reply comes as a note. */
    public void revoke(String station, String name, String by) {
        ask(station, new CommandBody.Revoke(name, by));
    }

    private void ask(String station, CommandBody body) {
        asked.add(() -> {
            Topics topics = model.topics(station);
            if (topics == null) {
                String detail = body.verb() + ": nothing was heard of the station " + station + ": look at its name";
                note(Kind.REPLY, detail, clock.now());
            } else {
                send(new DeskModel.Out(topics, body), clock.now());
            }
        });
    }

    /** Ends {@link #run} soon. */
    public void stop() {
        stopping = true;
    }

    /**
     * Listens until stopped.
     *
     * @throws IOException where the memory file can't be written: a receipt for what isn't kept would be a lie
     * @throws InterruptedException where the thread is interrupted
     */
    public void run() throws IOException, InterruptedException {
        try {
            while (!stopping) {
                Now now = clock.now();
                supervise(now);
                for (Runnable one = asked.poll(); one != null; one = asked.poll()) {
                    one.run();
                }
                answer(now);
                view = model.view(state, fault);
                take(inbox.poll(SLEEP_MS, TimeUnit.MILLISECONDS));
            }
            answer(clock.now());
            memory.save(model.lasts());
        } finally {
            transport.disconnect();
        }
    }

    private void supervise(Now now) {
        if (overflow.getAndSet(false)) {
            // More came than could be judged: what was dropped comes again after a fresh start.
            inbox.clear();
            lost("too many messages at once", now);
        }
        if (state.connected()) {
            if (now.uptimeMs() - upSinceMs >= config.times().stableMs()) {
                backoff.held();
            }
        } else if (now.uptimeMs() >= untilMs) {
            if (state == LinkState.CONNECTING) {
                refused(LinkFault.of(LinkFault.Kind.NO_ANSWER), now);
                transport.drop();
                return;
            }
            state = state.after(Cue.DUE);
            session++;
            untilMs = now.uptimeMs() + config.times().connectMs();
            transport.connect(session, null, this::post);
        }
    }

    private boolean post(Inbound report) {
        boolean taken = inbox.offer(report);
        if (!taken) {
            overflow.set(true);
        }
        return taken;
    }

    private void take(@Nullable Inbound first) {
        Now now = clock.now();
        Inbound report = first;
        for (int taken = 0; report != null; taken++) {
            if (report.session() == session) {
                judge(report, now);
            }
            report = taken < TAKE_AT_ONCE ? inbox.poll() : null;
        }
    }

    private void judge(Inbound report, Now now) {
        if (report instanceof Inbound.Message message) {
            model.message(message.topic(), message.payload(), message.retained(), now);
        } else if (report instanceof Inbound.Up && state == LinkState.CONNECTING) {
            state = state.after(Cue.UP).after(Cue.READ_BACK);
            upSinceMs = now.uptimeMs();
            fault = "";
            transport.subscribe(Topics.forDesk(config.site(), config.station()));
            model.linkUp(now);
            note(Kind.LINK_UP, config.broker().toString(), now);
        } else if (report instanceof Inbound.Refused refused) {
            refused(refused.fault(), now);
        } else if (report instanceof Inbound.Lost lost) {
            lost(lost.fault().words().en(), now);
        } else if (report instanceof Inbound.Denied denied) {
            fault = new LinkFault(LinkFault.Kind.SUBSCRIPTION_DENIED, denied.filter())
                    .words()
                    .en();
            note(Kind.LINK_DOWN, fault, now);
        }
    }

    private void refused(LinkFault why, Now now) {
        if (state != LinkState.CONNECTING) {
            return;
        }
        boolean standing = why.kind().standing();
        state = state.after(standing ? Cue.DENIED : Cue.FAILED);
        untilMs = now.uptimeMs() + (standing ? config.times().standingRetryMs() : backoff.failed());
        down(why.words().en(), now);
    }

    private void lost(String why, Now now) {
        if (!state.connected()) {
            return;
        }
        state = state.after(Cue.LOST);
        untilMs = now.uptimeMs() + backoff.failed();
        transport.drop();
        down(why, now);
    }

    private void down(String why, Now now) {
        if (!why.equals(fault)) {
            fault = why;
            note(Kind.LINK_DOWN, why, now);
        }
    }

    private void answer(Now now) throws IOException {
        if (!state.connected()) {
            return;
        }
        boolean mute = config.key() == null;
        for (DeskModel.Out out : model.due(now, config.receipts() && !mute)) {
            if (mute) {
                continue;
            }
            if (out.body() instanceof CommandBody.Receipt) {
                // Kept before told: a receipt must stay true when the desk dies now.
                memory.save(model.lasts());
            }
            send(out, now);
        }
    }

    private void send(DeskModel.Out out, Now now) {
        PrivateKey key = config.key();
        if (key == null) {
            note(Kind.REPLY, out.body().verb() + ": this desk has no key and can only watch", now);
            return;
        }
        byte[] unique = new byte[12];
        random.nextBytes(unique);
        String id = HexFormat.of().formatHex(unique);
        CommandPayload command = new CommandPayload(out.station(), id, now.utcMs(), out.body());
        String compact = Jws.sign(command.encode(), config.seat(), key);
        token++;
        transport.publish(
                token, out.station().command(out.body().verb()), compact.getBytes(StandardCharsets.US_ASCII), 1, false);
    }

    private void note(Kind kind, String detail, Now now) {
        notes.accept(new DeskNote(now.utcMs(), kind, "", EntryId.NONE, null, detail));
    }
}
