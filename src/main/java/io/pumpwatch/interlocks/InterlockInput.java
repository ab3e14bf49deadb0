package io.pumpwatch.interlocks;

import io.pumpwatch.conditioning.Conditioned;
import java.util.List;

/**
 * One scan's input to the interlocks.
 *
 * @param conditioned real readings, never injected ones
 * @param onDuty names for the record, of those signed on
 * @param asked what people ask, in order
 */
public record InterlockInput(Conditioned conditioned, List<String> onDuty, List<Asked> asked) {
    /** A command of a person who is proven and allowed. */
    public record Asked(InterlockCommand command, String by) {}
}
