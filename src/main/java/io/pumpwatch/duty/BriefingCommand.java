package io.pumpwatch.duty;

import java.util.List;

/** What is asked about the pre-shift briefing (E8, E9). */
public sealed interface BriefingCommand extends ShiftCommand {
    /** A risk and what is done against it. */
    record Risk(String risk, String measure) {}

    /** The technician briefs the coming shift, or the present one, and signs. */
    record HoldBriefing(String words, List<Risk> risks) implements BriefingCommand {}

    /** Somebody was there: own PIN. */
    record SignBriefing() implements BriefingCommand {}
}
