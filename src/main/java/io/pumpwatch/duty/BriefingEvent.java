package io.pumpwatch.duty;

import io.pumpwatch.duty.BriefingCommand.Risk;
import java.util.List;

/** What happens to briefings; {@code slot} such as 2026-11-23/day. */
public sealed interface BriefingEvent extends ShiftEvent {
    /** A technician briefed that shift; a second time adds to the first. */
    record BriefingHeld(String slot, String words, List<Risk> risks, String by) implements BriefingEvent {}

    /** Somebody was there. */
    record BriefingSigned(String slot, String person) implements BriefingEvent {}

    /** That shift began without a briefing; {@code here} were on duty. */
    record BriefingMissed(String slot, long beginUtcMs, List<String> here) implements BriefingEvent {}
}
