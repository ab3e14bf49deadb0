package io.pumpwatch.rounds;

import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.Map;
import java.util.Set;

/**
 * What rounds and sheets are told of the station in each scan.
 *
 * @param readings of every instrument and contact
 * @param running pumps that run, by their own tag
 * @param onDuty ids of those who are on duty
 */
public record RoundsFacts(Map<Tag, Reading> readings, Set<Tag> running, Set<String> onDuty) {
    public RoundsFacts {
        readings = Map.copyOf(readings);
        running = Set.copyOf(running);
        onDuty = Set.copyOf(onDuty);
    }
}
