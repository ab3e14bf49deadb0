package io.pumpwatch.rounds;

import io.pumpwatch.station.Role;
import io.pumpwatch.station.Text;
import java.util.List;
import java.util.Set;

/**
 * A kind of maintenance job (E2, E4, E5).
 *
 * @param id such as {@code emulsion-overhaul}: 1 to 32 of {@code a-z 0-9 -}
 * @param pumps kinds of pump that it is done on; empty where it is done on none
 * @param roles who may work on it; a role carries its team
 * @param live parts under voltage: only with a certificate that is in force (D1)
 * @param tools that it takes, each counted out and back
 * @param steps in their order
 */
public record JobPlan(
        String id, Text name, Set<String> pumps, Set<Role> roles, boolean live, List<Text> tools, List<Step> steps) {
    public JobPlan {
        pumps = Set.copyOf(pumps);
        roles = Set.copyOf(roles);
        tools = List.copyOf(tools);
        steps = List.copyOf(steps);
    }

    /** A step of the process standard. */
    public record Step(String id, Text text, Kind kind) {}

    /** What a step is for. */
    public enum Kind {
        POWER_OFF,
        PROVEN_DEAD,
        TAGGED,
        /** Needs the pressure proven away. */
        RELIEVED,
        /** Needs it again at that moment. */
        OPEN_LINE,
        WORK;

        /** Part of the lock-out: work begins only after it. */
        public boolean lockOut() {
            return this != OPEN_LINE && this != WORK;
        }

        /** Whether the pressure must be proven away. */
        public boolean needsRelief() {
            return this == RELIEVED || this == OPEN_LINE;
        }
    }
}
