package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.Map;
import java.util.Set;

/**
 * What rounds and sheets are told of the station in each scan: made for one decision, so nothing is copied.
 *
 * @param boot counts the starts of the agent
 * @param readings of every instrument and contact
 * @param running pumps that run, by their own tag
 * @param onDuty ids of those who are on duty
 * @param roles of every active person
 * @param liveWork ids of those with a certificate for live work that is in force (D1)
 * @param points every alarm point of the station
 * @param raised alarm points whose condition is present, since when
 */
public record RoundsFacts(
        long boot,
        Map<Tag, Reading> readings,
        Set<Tag> running,
        Set<String> onDuty,
        Map<String, Set<Role>> roles,
        Set<String> liveWork,
        Set<AlarmId> points,
        Map<AlarmId, Stamp> raised) {
    /** Whether the person has one of these roles. */
    boolean is(String person, Set<Role> any) {
        return roles.getOrDefault(person, Set.of()).stream().anyMatch(any::contains);
    }
}
