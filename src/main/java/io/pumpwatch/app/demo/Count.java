package io.pumpwatch.app.demo;

import io.pumpwatch.alarms.AlarmEvent.Moved;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.app.StationCodec;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.scan.StationEvent;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what entries tell of alarms. */
final class Count {
    private final StationCodec codec = StationCodec.shared();
    private final SortedMap<String, Integer> raised = new TreeMap<>();
    private long transitions;
    private long entries;
    private String lastHash = "";

    void add(Entry entry) {
        entries++;
        lastHash = entry.hash();
        Optional<StationEvent> event = codec.event(entry);
        if (event.isPresent()
                && event.get() instanceof StationEvent.Alarm alarm
                && alarm.event() instanceof Moved moved) {
            transitions++;
            if (moved.to() == Life.UNACKED) {
                raised.merge(moved.id().toString(), 1, Integer::sum);
            }
        }
    }

    SortedMap<String, Integer> raised() {
        return new TreeMap<>(raised);
    }

    long transitions() {
        return transitions;
    }

    long entries() {
        return entries;
    }

    String lastHash() {
        return lastHash;
    }
}
