package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.payload.EventPayload;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The ordered stream: a position in the journal, the two cursors behind it, and what is on its way between them. */
final class EventFlow {
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 512 * 1024;
    private static final long RESEND_EVERY_MS = 100;

    private final String topic;
    private final boolean receipts;
    private final Outbox outbox;
    private final PoisonWatch poison;
    private final Consumer<LinkNews> news;
    private final SendWindow unconfirmed = new SendWindow();
    private final Deque<Entry> batch = new ArrayDeque<>();
    private final Deque<EntryId> waiting = new ArrayDeque<>();
    private final Set<EntryId> ackedEarly = new HashSet<>();
    private EntryId position = EntryId.NONE;
    private EntryId gapTo = EntryId.NONE;
    private EntryId sent;
    private EntryId confirmed;
    private long resendAllowedMs = Long.MIN_VALUE;

    EventFlow(LinkConfig config, Outbox outbox, PoisonWatch poison, Consumer<LinkNews> news) {
        this.topic = config.topics().event();
        this.receipts = config.receipts() == Receipts.REQUIRED;
        this.outbox = outbox;
        this.poison = poison;
        this.news = news;
        this.sent = outbox.sent();
        this.confirmed = outbox.confirmed();
    }

    EntryId sent() {
        return sent;
    }

    EntryId confirmed() {
        return confirmed;
    }

    /** Whether dispatch has confirmed all that went out. */
    boolean allConfirmed() {
        return confirmed.compareTo(position) >= 0;
    }

    /** A new connection: what the old one didn't prove goes again. */
    void up() {
        position = receipts ? confirmed : sent;
        unconfirmed.again();
        gapTo = EntryId.NONE;
        batch.clear();
        waiting.clear();
        ackedEarly.clear();
    }

    /**
     * Sends what may go, in order.
     *
     * @param send hands a message over; false for "no room now"
     * @return whether at least one went
     */
    boolean pump(Predicate<Message> send) {
        boolean any = false;
        while (room()) {
            if (batch.isEmpty()) {
                batch.addAll(outbox.read(position, BATCH, BATCH_BYTES));
            }
            Entry next = batch.peek();
            if (next == null) {
                break;
            }
            EntryId missing = firstMissing(next.id());
            boolean gap = missing.seq() < next.id().seq();
            if (!send.test(gap ? gap(missing, next.id()) : message(next))) {
                break;
            }
            any = true;
            if (gap) {
                position = new EntryId(next.id().epoch(), next.id().seq() - 1);
                gapTo = position;
                news.accept(new LinkNews.GapDeclared(missing, position));
            } else {
                batch.remove();
                position = next.id();
            }
            waiting.add(position);
        }
        return any;
    }

    /** The broker has it. */
    void acked(EntryId id) {
        ackedEarly.add(id);
        EntryId before = sent;
        while (!waiting.isEmpty() && ackedEarly.remove(waiting.peek())) {
            EntryId head = waiting.remove();
            sent = head.compareTo(sent) > 0 ? head : sent;
        }
        if (!sent.equals(before)) {
            outbox.sent(sent);
            if (!receipts) {
                confirm(sent);
            }
        }
    }

    /**
     * Dispatch has all up to this.
     *
     * @return false where the journal hasn't come that far: nothing is moved
     */
    boolean receipt(EntryId upTo) {
        if (upTo.compareTo(outbox.durable()) > 0) {
            return false;
        }
        if (upTo.compareTo(confirmed) > 0) {
            unconfirmed.grow();
            confirm(upTo);
        }
        if (upTo.compareTo(position) > 0) {
            position = upTo;
            batch.clear();
        }
        return true;
    }

    /**
     * Goes back.
     *
     * @return false where the journal hasn't come that far, or it was asked a moment ago
     */
    boolean resend(EntryId from, long uptimeMs) {
        if (from.compareTo(outbox.durable()) > 0 || uptimeMs < resendAllowedMs) {
            return false;
        }
        resendAllowedMs = uptimeMs + RESEND_EVERY_MS;
        EntryId before = new EntryId(from.epoch(), from.seq() - 1);
        if (before.compareTo(position) < 0) {
            unconfirmed.shrink();
            position = before;
            gapTo = EntryId.NONE;
            batch.clear();
        }
        return true;
    }

    private void confirm(EntryId upTo) {
        confirmed = upTo;
        outbox.confirmed(upTo);
    }

    private boolean room() {
        if (!receipts) {
            return true;
        }
        EntryId floor = confirmed.compareTo(gapTo) > 0 ? confirmed : gapTo;
        long out = position.epoch() == floor.epoch() ? position.seq() - floor.seq() : position.seq();
        return out < unconfirmed.entries();
    }

    /** What should come next; equal to {@code next} where nothing is missing. */
    private EntryId firstMissing(EntryId next) {
        return position.epoch() == next.epoch()
                ? new EntryId(next.epoch(), position.seq() + 1)
                : new EntryId(next.epoch(), 1);
    }

    private Message gap(EntryId from, EntryId next) {
        byte[] payload = new EventPayload.Gap(from.epoch(), from.seq(), next.seq() - 1, "trimmed").encode();
        EntryId last = new EntryId(next.epoch(), next.seq() - 1);
        return new Message(Family.EVENT, "gap " + last, topic, payload, 1, false, last);
    }

    private Message message(Entry entry) {
        String key = "event " + entry.id();
        EventPayload payload = poison.isCulprit(key)
                ? new EventPayload.Stub(
                        entry.id(),
                        entry.hash(),
                        entry.line().getBytes(StandardCharsets.UTF_8).length,
                        "dropped the link " + PoisonWatch.STRIKES_MAX + " times")
                : new EventPayload.Line(entry.line(), entry.hash());
        return new Message(Family.EVENT, key, topic, payload.encode(), 1, false, entry.id());
    }
}
