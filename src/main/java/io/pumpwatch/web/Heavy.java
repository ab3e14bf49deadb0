package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import org.xnio.IoUtils;

/** Answers that take seconds or go to slow readers: two at a time, some waiting, further ones refused. */
final class Heavy implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int WAITING_MAX = 16;
    private static final int IDLE_MS = 30_000;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_MS, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(WAITING_MAX), task -> {
                Thread thread = new Thread(task, "heavy");
                thread.setDaemon(true);
                return thread;
            });

    /** Writes an answer. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    Heavy() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** On the IO thread: has the exchange answered by one of the threads. */
    void run(HttpServerExchange exchange, Lang lang, Work work) {
        exchange.dispatch(
                task -> {
                    try {
                        threads.execute(task);
                    } catch (RejectedExecutionException full) {
                        Replies.problem(exchange, lang, 503, Refusal.of("http.busy"), null, null);
                    }
                },
                () -> answer(exchange, lang, work));
    }

    private static void answer(HttpServerExchange exchange, Lang lang, Work work) {
        try {
            work.run();
        } catch (Exception fault) {
            if (exchange.isResponseStarted()) {
                // The reader has gone, or must not take half a file for a whole one.
                Logger.debug("an answer ended early: {}", fault.getMessage());
                IoUtils.safeClose(exchange.getConnection());
            } else {
                Logger.error(fault, "{} failed", exchange.getRequestPath());
                Replies.problem(exchange, lang, 500, Refusal.of("http.failed"), null, null);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
