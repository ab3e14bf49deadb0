package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.PayloadException;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import org.jspecify.annotations.Nullable;

/** What proves that each topic family arrives: dispatch's receipts, or the own messages coming back. */
final class Proofs {
    private final Topics topics;
    private final ProofWatch watch;
    private final LinkFaults faults;
    private final AlarmWatch alarms;

    Proofs(LinkConfig config, LinkFaults faults, AlarmWatch alarms) {
        this.topics = config.topics();
        this.watch = new ProofWatch(config.times().proofMs());
        this.faults = faults;
        this.alarms = alarms;
    }

    void sent(Family family, long uptimeMs) {
        watch.sent(family, uptimeMs);
    }

    void disconnected() {
        watch.clear();
    }

    /** Faults of the families whose time is over. */
    void judge(long uptimeMs) {
        for (Family family : Family.values()) {
            if (watch.overdue(family, uptimeMs)) {
                faults.unproven(family);
            }
        }
    }

    /**
     * A receipt that was believed.
     *
     * @param moved whether it moved the confirmed cursor
     * @param all whether everything that went out is confirmed now
     */
    void receipt(CommandBody.Receipt receipt, boolean moved, boolean all, long uptimeMs) {
        alarms.confirmed(receipt.upTo(), uptimeMs);
        for (CommandBody.AlarmReceipt alarm : receipt.alarms()) {
            alarms.confirmed(alarm.alarm(), alarm.entry(), uptimeMs);
        }
        if (!receipt.alarms().isEmpty()) {
            proven(Family.ALARM, true, uptimeMs);
        }
        if (moved || all) {
            proven(Family.EVENT, all, uptimeMs);
        }
        if (receipt.statusUtcMs() != null) {
            proven(Family.STATUS, true, uptimeMs);
        }
        if (receipt.readingUtcMs() != null) {
            proven(Family.READING, true, uptimeMs);
        }
    }

    /**
     * An own message that came back, where receipts aren't required.
     */
    void echo(String topic, byte[] payload, long uptimeMs) {
        AlarmId alarm = topics.alarmOf(topic);
        if (alarm != null) {
            EntryId entry = entryOf(payload);
            if (entry != null) {
                alarms.confirmed(alarm, entry, uptimeMs);
            }
            proven(Family.ALARM, true, uptimeMs);
        } else if (topic.equals(topics.event())) {
            proven(Family.EVENT, true, uptimeMs);
        } else if (topic.equals(topics.status())) {
            proven(Family.STATUS, true, uptimeMs);
        } else if (topic.equals(topics.reading())) {
            proven(Family.READING, true, uptimeMs);
        }
    }

    private static @Nullable EntryId entryOf(byte[] payload) {
        try {
            return payload.length == 0 ? null : AlarmPayload.decode(payload).entry();
        } catch (PayloadException notOurs) {
            return null;
        }
    }

    private void proven(Family family, boolean all, long uptimeMs) {
        if (all) {
            watch.proven(family);
        } else {
            watch.partly(family, uptimeMs);
        }
        faults.proven(family);
    }
}
