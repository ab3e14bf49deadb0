package io.pumpwatch.rounds;

import io.pumpwatch.station.Role;
import io.pumpwatch.station.Text;
import java.util.List;

/**
 * To whom something goes that nobody has handled: first to the operator, later up.
 *
 * @param leaderMs to the shift leader after this
 * @param chiefMs to the chief
 * @param dispatchMs to dispatch
 * @param offices that supervise the rule: each step names them as addressees (E1, P6)
 */
public record Ladder(long leaderMs, long chiefMs, long dispatchMs, List<Text> offices) {
    public Ladder {
        offices = List.copyOf(offices);
    }

    /** The same steps for a rule that these offices supervise. */
    public Ladder with(List<Text> supervising) {
        return new Ladder(leaderMs, chiefMs, dispatchMs, supervising);
    }

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
