package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.CommandPayload;
import io.pumpwatch.dispatch.payload.ReplyPayload;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Text;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Carries judged commands out and answers them. */
final class LinkCommands {
    private static final int REPLIES_MAX = 1000;
    private static final int JOURNALED_PER_MINUTE = 10;
    private static final Text DONE = CommandWords.of(Refusal.of("done"));

    /** What a command can do to the link; implemented by the link's core and by tests. */
    interface Actions {
        /** False where the journal hasn't come that far. */
        boolean receipt(CommandBody.Receipt receipt, Now now);

        /** False where the journal hasn't come that far or it was asked a moment ago. */
        boolean resend(EntryId from, Now now);

        /** Status, alarm states and readings anew. */
        void state(Now now);
    }

    private final Topics topics;
    private final String seat;
    private final CommandGate gate;
    private final Station station;
    private final Actions actions;
    private final Consumer<LinkNews> news;
    private final Runnable wake;
    private final RefusalLimiter limiter = new RefusalLimiter(JOURNALED_PER_MINUTE);
    private final Queue<ReplyPayload> replies = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private long refused;

    LinkCommands(
            LinkConfig config,
            CommandGate gate,
            Station station,
            Actions actions,
            Consumer<LinkNews> news,
            Runnable wake) {
        this.topics = config.topics();
        this.seat = config.seat();
        this.gate = gate;
        this.station = station;
        this.actions = actions;
        this.news = news;
        this.wake = wake;
    }

    long refused() {
        return refused;
    }

    void message(String topic, byte[] payload, Now now) {
        CommandGate.Verdict verdict = gate.judge(topic, payload, now);
        CommandPayload command = verdict.command();
        if (verdict.refusal() != null) {
            refuse(command, verdict.refusal(), now);
            return;
        }
        if (command == null) {
            throw new IllegalStateException("accepted without a command");
        }
        carryOut(command, verdict.seat(), now);
    }

    private void carryOut(CommandPayload command, String by, Now now) {
        CommandBody body = command.body();
        if (body instanceof CommandBody.Receipt receipt) {
            if (!by.equals(seat)) {
                refuse(command, Refusal.of("receipt.other-seat", "seat", by), now);
            } else if (!actions.receipt(receipt, now)) {
                refuse(
                        command,
                        Refusal.of("receipt.ahead", "upTo", receipt.upTo().toString()),
                        now);
            }
        } else if (body instanceof CommandBody.Resend resend) {
            if (actions.resend(resend.from(), now)) {
                reply(command, true, "done", DONE, now);
            } else {
                refuse(command, Refusal.of("resend.ahead", "from", resend.from().toString()), now);
            }
        } else if (body instanceof CommandBody.State) {
            actions.state(now);
            reply(command, true, "done", DONE, now);
        } else if (body instanceof CommandBody.ToStation asked) {
            station.take(asked, by, answer -> {
                reply(command, answer.done(), answer.code(), answer.words(), now);
                wake.run();
            });
        } else {
            throw new IllegalStateException("no way to carry out " + body.verb());
        }
    }

    private void refuse(@Nullable CommandPayload command, Refusal refusal, Now now) {
        refused++;
        long counted = limiter.admit(now.uptimeMs());
        if (counted >= 0) {
            news.accept(new LinkNews.CommandRefused(refusal, counted));
        }
        // Only who proved to be a seat gets an answer: nobody else learns from us, or makes us talk.
        if (command != null) {
            reply(command, false, refusal.code(), CommandWords.of(refusal), now);
        }
    }

    private void reply(CommandPayload to, boolean done, String code, Text words, Now now) {
        if (waiting.incrementAndGet() > REPLIES_MAX) {
            waiting.decrementAndGet();
            return;
        }
        replies.add(new ReplyPayload(to.id(), to.body().verb(), done, code, words, now.utcMs()));
    }

    /** Sends waiting answers. */
    void pump(Predicate<Message> send) {
        for (ReplyPayload reply = replies.peek(); reply != null; reply = replies.peek()) {
            Message message = new Message(
                    Family.REPLY, "reply " + reply.id(), topics.reply(reply.id()), reply.encode(), 1, false, null);
            if (!send.test(message)) {
                return;
            }
            replies.remove();
            waiting.decrementAndGet();
        }
    }

    /** Whether this topic is a command to this station. */
    boolean isCommand(String topic) {
        String any = topics.command("");
        return topic.startsWith(any);
    }
}
