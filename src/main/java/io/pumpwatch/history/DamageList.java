package io.pumpwatch.history;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tinylog.Logger;

/** Where damage was met, each place once. For any number of threads. */
final class DamageList {
    private static final int PLACES_MAX = 10_000;

    private final Set<String> places = new TreeSet<>();
    private final Set<Path> warned = new HashSet<>();
    private final Map<String, String> unreadable = new TreeMap<>();

    synchronized void at(Path file, long place) {
        if (places.size() < PLACES_MAX && places.add(file + "@" + place) && warned.add(file)) {
            Logger.warn(
                    "{} is damaged at {}: what stood there is a gap; the status counts further places", file, place);
        }
    }

    synchronized void unreadable(Path file, String why) {
        if (unreadable.put(file.toString(), why) == null) {
            Logger.warn("{} is left as it is and not read: {}", file, why);
        }
    }

    synchronized int count() {
        return places.size();
    }

    synchronized List<String> files() {
        return unreadable.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }
}
