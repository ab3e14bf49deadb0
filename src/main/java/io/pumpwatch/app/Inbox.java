package io.pumpwatch.app;

import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The bounded inbox of the scan: everything else only posts here. */
public final class Inbox {
    /** Commands that may wait for a scan. */
    static final int CAPACITY = 256;

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong ids = new AtomicLong();
    private volatile Runnable wake = () -> {};

    record Waiting(Command.Posted posted, CompletableFuture<Reply> reply) {}

    /** Who is told that something came. */
    void onPost(Runnable wake) {
        this.wake = wake;
    }

    /** Posts a command with the person whose PIN was proven; the reply comes once it is durable. Never blocks. */
    public CompletableFuture<Reply> post(Command command, @Nullable String by) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Waiting waiting = new Waiting(new Command.Posted(ids.incrementAndGet(), command, by), reply);
        if (!queue.offer(waiting)) {
            reply.complete(Reply.refused(Refusal.of("inbox.full")));
            return reply;
        }
        wake.run();
        return reply;
    }

    /** Takes all that waits. */
    List<Waiting> drain() {
        List<Waiting> taken = new ArrayList<>();
        queue.drainTo(taken);
        return taken;
    }
}
