package io.pumpwatch.station;

import java.util.Set;

/**
 * A person known to the station.
 *
 * @param id short name that records cite, 1 to 32 of {@code a-z 0-9 -}
 * @param name as written on the records
 * @param roles what they may act as
 * @param active false after they left; the name stays on old records
 */
public record Person(String id, String name, Set<Role> roles, boolean active) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** Whether an active person has this role. */
    public boolean is(Role role) {
        return active && roles.contains(role);
    }

    /** Whether an active person is a fitter of either team. */
    public boolean isFitter() {
        return is(Role.STATION_FITTER) || is(Role.MINING_FITTER);
    }
}
