package io.pumpwatch.dispatch;

import io.pumpwatch.journal.Chain;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A journal in memory: everything appended is durable unless the disk is stalled. */
public final class MemoryOutbox implements Outbox {
    private final TreeMap<EntryId, Entry> entries = new TreeMap<>();
    private String lastHash = Chain.GENESIS;
    private EntryId last = EntryId.NONE;
    private EntryId durable = EntryId.NONE;
    private EntryId sent = EntryId.NONE;
    private EntryId confirmed = EntryId.NONE;
    private boolean stalled;

    /** Appends an entry to the present epoch. */
    public synchronized EntryId append(String body) {
        EntryId id = new EntryId(Math.max(1, last.epoch()), last.seq() + 1);
        return put(id, body);
    }

    /** Begins a new epoch. */
    public synchronized EntryId newEpoch(String body) {
        EntryId id = new EntryId(last.epoch() + 1, 1);
        lastHash = Chain.GENESIS;
        return put(id, body);
    }

    private EntryId put(EntryId id, String body) {
        String line = "{\"epoch\":" + id.epoch() + ",\"seq\":" + id.seq()
                + ",\"boot\":1,\"utc\":\"2026-11-23T08:00:00.000Z\",\"uptime\":1,\"clock\":\"ntp\",\"kind\":\"test\","
                + "\"version\":1,\"body\":{\"text\":\"" + body + "\"}}";
        lastHash = Chain.next(lastHash, line);
        entries.put(id, new Entry(id, line, lastHash));
        last = id;
        if (!stalled) {
            durable = id;
        }
        return id;
    }

    /** Makes the disk stall, or go on. */
    public synchronized void stalled(boolean isStalled) {
        stalled = isStalled;
        if (!stalled) {
            durable = last;
        }
    }

    /** Drops entries up to this one, as retention does. */
    public synchronized void trim(EntryId upTo) {
        entries.headMap(upTo, true).clear();
    }

    /** All entries, stalled ones too. */
    public synchronized Map<EntryId, Entry> all() {
        return new TreeMap<>(entries);
    }

    @Override
    public synchronized List<Entry> read(EntryId after, int countMax, int bytesMax) {
        List<Entry> some = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : entries.tailMap(after, false).values()) {
            boolean full = some.size() >= countMax
                    || (!some.isEmpty() && bytes + entry.line().length() > bytesMax);
            if (full || entry.id().compareTo(durable) > 0) {
                break;
            }
            bytes += entry.line().length();
            some.add(entry);
        }
        return some;
    }

    @Override
    public synchronized EntryId durable() {
        return durable;
    }

    @Override
    public synchronized EntryId sent() {
        return sent;
    }

    @Override
    public synchronized EntryId confirmed() {
        return confirmed;
    }

    @Override
    public synchronized void sent(EntryId upTo) {
        sent = upTo;
    }

    @Override
    public synchronized void confirmed(EntryId upTo) {
        confirmed = upTo;
    }

    /** Last entry appended. */
    public synchronized EntryId last() {
        return last;
    }
}
