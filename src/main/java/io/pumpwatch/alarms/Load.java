package io.pumpwatch.alarms;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the alarms ask of the operator, after EEMUA 191: entries to unacknowledged, shelved, suppressed and drilled ones
 * left out. Bounded: only the last {@link #RECENT} raises are kept one by one.
 *
 * @param recent the last raises, oldest first
 * @param counts raises by point since {@code from}
 * @param priorities raises by priority since {@code from}
 * @param from since when is counted; null before the first
 * @param flood since when more come than anybody can follow; null while not
 * @param floodMs time in floods that are over
 */
public record Load(
        List<Raise> recent,
        SortedMap<AlarmId, Integer> counts,
        SortedMap<Priority, Integer> priorities,
        @Nullable Stamp from,
        @Nullable Stamp flood,
        long floodMs) {
    /** Nothing yet. */
    public static final Load EMPTY = new Load(List.of(), new TreeMap<>(), new TreeMap<>(), null, null, 0);

    static final int RECENT = 64;
    static final long RATE_WINDOW_MS = 600_000;
    static final int FLOOD_ABOVE = 10;
    static final int FLOOD_BELOW = 5;
    static final long CHATTER_WINDOW_MS = 60_000;
    static final int CHATTER_RAISES = 3;
    static final long STALE_MS = 86_400_000;
    static final int TOP = 10;

    /** One raise. */
    public record Raise(AlarmId id, Stamp at) {}

    public Load {
        recent = List.copyOf(recent);
    }

    /** One more raise. */
    Load raised(AlarmId id, Priority priority, Stamp at) {
        List<Raise> longer = new ArrayList<>(recent);
        longer.add(new Raise(id, at));
        SortedMap<AlarmId, Integer> byPoint = new TreeMap<>(counts);
        byPoint.merge(id, 1, Integer::sum);
        SortedMap<Priority, Integer> byPriority = new TreeMap<>(priorities);
        byPriority.merge(priority, 1, Integer::sum);
        return new Load(
                longer.subList(Math.max(0, longer.size() - RECENT), longer.size()),
                byPoint,
                byPriority,
                from == null ? at : from,
                flood,
                floodMs);
    }

    Load floodBegan(Stamp at) {
        return new Load(recent, counts, priorities, from, at, floodMs);
    }

    Load floodEnded(Stamp at) {
        Stamp began = flood;
        long lasted = began == null
                ? 0
                : Math.max(0, began.elapsedMs(at.boot(), new Now(at.utcMs(), at.uptimeMs(), at.trust())));
        return new Load(recent, counts, priorities, from, null, floodMs + lasted);
    }

    /** Raises in the last 10 minutes; at most {@link #RECENT} are told apart. */
    public int inTenMinutes(long boot, Now now) {
        int many = 0;
        for (Raise raise : recent) {
            many += within(raise.at(), RATE_WINDOW_MS, boot, now) ? 1 : 0;
        }
        return many;
    }

    /** Points that were raised three times or more in the last minute. */
    public List<AlarmId> chattering(long boot, Now now) {
        SortedMap<AlarmId, Integer> times = new TreeMap<>();
        recent.stream()
                .filter(raise -> within(raise.at(), CHATTER_WINDOW_MS, boot, now))
                .forEach(raise -> times.merge(raise.id(), 1, Integer::sum));
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() >= CHATTER_RAISES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean within(Stamp at, long windowMs, long boot, Now now) {
        long elapsedMs = at.elapsedMs(boot, now);
        return elapsedMs >= 0 && elapsedMs < windowMs;
    }

    /** The points raised most often, most frequent first, at most ten. */
    public List<AlarmId> topTen() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<AlarmId, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Points that have been annunciated for more than a day. */
    public static List<AlarmId> stale(AlarmsState state, long boot, Now now) {
        return state.points().entrySet().stream()
                .filter(entry -> entry.getValue().annunciated())
                .filter(entry -> {
                    Stamp raised = entry.getValue().raised();
                    return raised != null && raised.elapsedMs(boot, now) > STALE_MS;
                })
                .map(Map.Entry::getKey)
                .toList();
    }
}
