package io.pumpwatch.dispatch;

import io.pumpwatch.station.Clock;
import io.pumpwatch.station.Now;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The agent's link to dispatch: one thread that owns {@link LinkCore} and sleeps until something is due. */
public final class Link implements AutoCloseable {
    private static final int INBOX_MAX = 16_384;
    /** Messages leave this much of the inbox to acknowledgements, which are bounded by the window. */
    private static final int MESSAGES_MAX = 8_192;

    private static final int TAKE_AT_ONCE = 1_024;
    private static final long SLEEP_MS_MAX = 1_000;
    private static final long CLOSE_MS_MAX = 5_000;

    private final Clock clock;
    private final LinkCore core;
    private final BlockingQueue<Inbound> inbox = new LinkedBlockingQueue<>(INBOX_MAX);
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile LinkView view;

    /** A report that only wakes. */
    private static final Inbound WAKE = new Inbound.Up(-1);

    /**
     * What the link needs of the agent.
     *
     * @param news told by the link's thread; must not block
     */
    public record Ports(Outbox outbox, Station station, IdStore ids, Consumer<LinkNews> news) {}

    /**
     * A link that isn't started.
     *
     * @param random for the jitter; differs between stations
     */
    public Link(LinkConfig config, Ports ports, Transport transport, Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.core = new LinkCore(config, ports, transport, this::post, random, this::wake);
        this.view = core.view(0);
        this.thread = new Thread(this::run, "link");
        this.thread.setDaemon(true);
    }

    /** Begins to connect. */
    public void start() {
        thread.start();
    }

    /** An entry became durable, or a snapshot was published: look at once. Any thread, never blocks. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            inbox.offer(WAKE);
        }
    }

    /** The link as screens show it, at most a second old. */
    public LinkView view() {
        return view;
    }

    /** Tells dispatch "offline", ends the connection and the thread; takes a few seconds at most. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(CLOSE_MS_MAX);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean post(Inbound report) {
        boolean message = report instanceof Inbound.Message;
        if ((message && inbox.size() >= MESSAGES_MAX) || !inbox.offer(report)) {
            dropped.incrementAndGet();
            return false;
        }
        return true;
    }

    private void run() {
        try {
            while (!stopping) {
                Now now = clock.now();
                long next = core.work(now);
                view = core.view(dropped.get());
                take(inbox.poll(Math.max(0, Math.min(next - now.uptimeMs(), SLEEP_MS_MAX)), TimeUnit.MILLISECONDS));
            }
            core.stop(clock.now());
            view = core.view(dropped.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(@Nullable Inbound first) {
        Now now = clock.now();
        Inbound report = first;
        for (int taken = 0; report != null; taken++) {
            if (report.equals(WAKE)) {
                woken.set(false);
            } else {
                core.take(report, now);
            }
            report = taken < TAKE_AT_ONCE ? inbox.poll() : null;
        }
    }
}
