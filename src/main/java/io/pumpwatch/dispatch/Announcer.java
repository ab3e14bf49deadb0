package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.payload.ReadingPayload;
import io.pumpwatch.dispatch.payload.StatusPayload;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.Now;

/** What goes out by the clock: status and readings. */
final class Announcer {
    private final LinkConfig config;
    private final Station station;
    private final EventFlow events;
    private final Outbox outbox;
    private final Proofs proofs;
    private final InFlight inFlight;
    private long statusDueMs;
    private long readingDueMs;

    Announcer(LinkConfig config, Link.Ports ports, EventFlow events, Proofs proofs, InFlight inFlight) {
        this.config = config;
        this.station = ports.station();
        this.outbox = ports.outbox();
        this.events = events;
        this.proofs = proofs;
        this.inFlight = inFlight;
    }

    /** Uptime at which the next of them is due. */
    long dueMs() {
        return Math.min(statusDueMs, readingDueMs);
    }

    /** A new connection: the status goes at once, the readings as soon as the link is live. */
    void up(Now now) {
        publishStatus(now);
        readingDueMs = now.uptimeMs();
    }

    /** Both go with the next {@link #pump}. */
    void again(Now now) {
        statusDueMs = now.uptimeMs();
        readingDueMs = now.uptimeMs();
    }

    /** Sends what is due. */
    void pump(Now now) {
        if (now.uptimeMs() >= statusDueMs) {
            publishStatus(now);
        }
        if (now.uptimeMs() >= readingDueMs) {
            publishReadings(now);
        }
    }

    private void publishStatus(Now now) {
        byte[] payload = status(true, now);
        String topic = config.topics().status();
        if (inFlight.send(new Message(Family.STATUS, "status", topic, payload, 1, true, null), false)) {
            proofs.sent(Family.STATUS, now.uptimeMs());
        }
        statusDueMs = now.uptimeMs() + config.times().statusMs();
    }

    private void publishReadings(Now now) {
        byte[] payload = new ReadingPayload(now.utcMs(), station.boot(), station.readings()).encode();
        String topic = config.topics().reading();
        if (inFlight.send(new Message(Family.READING, "reading", topic, payload, 0, true, null), false)) {
            proofs.sent(Family.READING, now.uptimeMs());
        }
        readingDueMs = now.uptimeMs() + config.times().readingMs();
    }

    byte[] status(boolean online, Now now) {
        EntryId durable = outbox.durable();
        return new StatusPayload(
                        online,
                        durable.epoch(),
                        station.boot(),
                        config.version(),
                        now.trust(),
                        now.utcMs(),
                        durable,
                        events.sent(),
                        events.confirmed())
                .encode();
    }
}
