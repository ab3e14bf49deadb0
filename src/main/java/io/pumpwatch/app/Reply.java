package io.pumpwatch.app;

import io.pumpwatch.station.Refusal;
import java.util.Optional;

/**
 * Answer to a command.
 *
 * @param refusal why not, or empty
 * @param kept whether what it did is on the disk; false while the disk stalls
 */
public record Reply(Optional<Refusal> refusal, boolean kept) {
    /** Not done. */
    public static Reply refused(Refusal refusal) {
        return new Reply(Optional.of(refusal), true);
    }
}
