package io.pumpwatch.scan;

import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.duty.DutyFacts;
import io.pumpwatch.duty.HandoverCommand;
import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.interlocks.Condition;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the duty book is told of the station. Pure. */
final class DutyInputs {
    private DutyInputs() {}

    /** @param command that is judged, or null: a draft of a handover is told much more */
    static DutyFacts facts(
            StationPlan plan,
            StationState state,
            Map<Tag, Reading> readings,
            Set<Tag> running,
            Health health,
            @Nullable DutyCommand command,
            long boot,
            Now now) {
        List<HandoverItem> sheet = command instanceof HandoverCommand.DraftHandover
                ? HandoverSheet.of(plan, state, readings, health, boot, now)
                : List.of();
        boolean flood = state.interlocks().flood() != null;
        return new DutyFacts(
                readings, running, flood, rising(state), boot, HandoverSheet.facts(state, sheet, boot, now));
    }

    /** By the alarm, which has its delay: as the last scan left it. */
    private static boolean rising(StationState state) {
        return state.alarms().points().entrySet().stream()
                .anyMatch(point -> point.getKey().condition().equals(Condition.RISE)
                        && point.getValue().life().abnormal());
    }
}
