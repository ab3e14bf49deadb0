package io.pumpwatch.rounds;

import io.pumpwatch.station.Role;

/**
 * To whom something goes that nobody has handled: first to the operator, later up.
 *
 * @param leaderMs to the shift leader after this
 * @param chiefMs to the chief
 * @param dispatchMs to dispatch
 */
public record Ladder(long leaderMs, long chiefMs, long dispatchMs) {
    /** Who answers for it after so long. */
    Role at(long elapsedMs) {
        if (elapsedMs >= dispatchMs) {
            return Role.DISPATCH;
        }
        if (elapsedMs >= chiefMs) {
            return Role.CHIEF;
        }
        return elapsedMs >= leaderMs ? Role.SHIFT_LEADER : Role.OPERATOR;
    }

    /** How far up: 0 operator, 1 shift leader, 2 chief, 3 dispatch. */
    static int step(Role role) {
        return switch (role) {
            case DISPATCH -> 3;
            case CHIEF -> 2;
            case SHIFT_LEADER -> 1;
            default -> 0;
        };
    }
}
