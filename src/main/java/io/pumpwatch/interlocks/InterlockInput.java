package io.pumpwatch.interlocks;

import io.pumpwatch.conditioning.Conditioned;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Set;

/**
 * One scan's input to the interlocks.
 *
 * @param conditioned real readings, never injected ones
 * @param onDuty names for the record, of those signed on
 * @param locked pumps under an open maintenance job: their permit is off
 * @param handsOff outputs aren't driven at all: nobody may think that a function check moves one
 * @param asked what people ask, in order
 */
public record InterlockInput(
        Conditioned conditioned, List<String> onDuty, Set<Tag> locked, boolean handsOff, List<Asked> asked) {
    /** A command of a person who is proven and allowed. */
    public record Asked(InterlockCommand command, String by) {}
}
