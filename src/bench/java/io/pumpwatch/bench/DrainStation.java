package io.pumpwatch.bench;

import io.pumpwatch.dispatch.IdStore;
import io.pumpwatch.dispatch.Outbox;
import io.pumpwatch.dispatch.Station;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.ReadingPayload;
import io.pumpwatch.journal.Chain;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A station for benchmarks: entries in memory, nothing else. */
final class DrainStation {
    private DrainStation() {}

    /** Entries in memory: what is measured is the link, not the disk. */
    static final class Waiting implements Outbox {
        final List<Entry> entries = new ArrayList<>();
        private volatile EntryId sent = EntryId.NONE;
        private volatile EntryId confirmed = EntryId.NONE;

        Waiting(int count) {
            String hash = Chain.GENESIS;
            for (int seq = 1; seq <= count; seq++) {
                String line =
                        "{\"epoch\":1,\"seq\":" + seq + ",\"boot\":1,\"utc\":\"2026-11-23T08:00:00.000Z\",\"uptime\":"
                                + seq + ",\"clock\":\"ntp\",\"kind\":\"bench\",\"v\":1,\"body\":{\"pad\":\""
                                + "x".repeat(150) + "\"}}";
                hash = Chain.next(hash, line);
                entries.add(new Entry(new EntryId(1, seq), line, hash));
            }
        }

        @Override
        public List<Entry> read(EntryId after, int countMax, int bytesMax) {
            int from = (int) after.seq();
            return entries.subList(from, Math.min(entries.size(), from + countMax));
        }

        @Override
        public EntryId durable() {
            return new EntryId(1, entries.size());
        }

        @Override
        public EntryId sent() {
            return sent;
        }

        @Override
        public EntryId confirmed() {
            return confirmed;
        }

        @Override
        public void sent(EntryId upTo) {
            sent = upTo;
        }

        @Override
        public void confirmed(EntryId upTo) {
            confirmed = upTo;
        }
    }

    record Quiet() implements Station {
        @Override
        public Alarms alarms() {
            return new Alarms(EntryId.NONE, List.of());
        }

        @Override
        public List<ReadingPayload.Value> readings() {
            return List.of();
        }

        @Override
        public long boot() {
            return 1;
        }

        @Override
        public void take(CommandBody.ToStation command, String seat, Consumer<Answer> answer) {}
    }

    record NoIds() implements IdStore {
        @Override
        public Map<String, Long> load() {
            return Map.of();
        }

        @Override
        public void save(Map<String, Long> utcMsById) {}
    }
}
