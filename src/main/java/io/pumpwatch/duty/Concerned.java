package io.pumpwatch.duty;

import io.pumpwatch.duty.MusterState.Muster;
import io.pumpwatch.duty.ShiftState.Gap;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom an alarm of the duty book is about: its words are the station file's, the names come from the state. */
public final class Concerned {
    private Concerned() {}

    /**
     * The words with the names behind them; the words alone where the alarm is about nobody.
     *
     * @param liveLocks those whose lock is on an open job of live work
     */
    public static Text named(Text words, DutyPlan plan, DutyState state, Set<String> liveLocks, Now now, AlarmId id) {
        List<String> names = names(plan, state, liveLocks, now, id);
        if (names.isEmpty()) {
            return words;
        }
        String en = words.en().isEmpty() ? "" : words.en() + ": " + String.join(", ", names);
        String zh = words.zh().isEmpty() ? "" : words.zh() + "：" + String.join("、", names);
        return new Text(en, zh);
    }

    /** Names, or nobody. */
    static List<String> names(DutyPlan plan, DutyState state, Set<String> liveLocks, Now now, AlarmId id) {
        ShiftState shift = state.shift();
        if (id.condition().equals(DutyPlan.OUTSIDER)) {
            return state.premises().door().inside().values().stream()
                    .filter(visit -> Doors.alone(state, visit))
                    .map(visit -> state.name(visit.name()))
                    .toList();
        }
        if (!id.tag().equals(DutyPlan.DUTY)) {
            return List.of();
        }
        return switch (id.condition()) {
            case DutyPlan.CREW -> {
                Gap gap = shift.gap();
                yield gap == null ? List.of() : named(state, gap.missing());
            }
            case DutyPlan.PRESENCE ->
                shift.posts().entrySet().stream()
                        .filter(post -> post.getValue().silent())
                        .map(Map.Entry::getKey)
                        .map(state::name)
                        .toList();
            case DutyPlan.PAPERS -> ending(plan, state, now);
            case DutyPlan.LIVE_WORK -> named(state, Papers.lapsed(plan, state, liveLocks, now));
            case DutyPlan.MUSTER -> {
                Muster open = state.premises().muster().open();
                yield open == null ? List.of() : named(state, open.told());
            }
            default -> List.of();
        };
    }

    private static List<String> ending(DutyPlan plan, DutyState state, Now now) {
        if (now.trust() == ClockTrust.UNSET) {
            return List.of();
        }
        LocalDate today = plan.timetable().date(now.utcMs());
        return Papers.ending(state, today, plan.crew().warnDays()).stream()
                .map(held -> state.name(held.person()))
                .distinct()
                .toList();
    }

    private static List<String> named(DutyState state, List<String> ids) {
        return ids.stream().map(state::name).toList();
    }
}
