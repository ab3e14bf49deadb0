package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.alarms.AlarmInput;
import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.duty.Duty;
import io.pumpwatch.duty.DutyEvent;
import io.pumpwatch.duty.Papers;
import io.pumpwatch.rounds.JobEvent.JobClosed;
import io.pumpwatch.rounds.RoundsEvent;
import io.pumpwatch.rounds.RoundsFacts;
import io.pumpwatch.rounds.SheetEvent.SheetDone;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.rounds.SheetState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rounds and jobs need of the other features, and what those need of them. */
final class RoundsInputs {
    private RoundsInputs() {}

    static RoundsFacts facts(
            StationPlan plan, StationState state, Map<Tag, Reading> readings, Set<Tag> running, long boot, Now now) {
        Map<String, Set<Role>> roles = new HashMap<>();
        for (Person person : state.duty().people().values()) {
            if (person.active()) {
                roles.put(person.id(), person.roles());
            }
        }
        Set<String> certified = new HashSet<>();
        for (String person : roles.keySet()) {
            if (Papers.allows(plan.duty(), state.duty(), Papers.LIVE, person, now)) {
                certified.add(person);
            }
        }
        Set<String> onDuty = state.duty().onDuty().keySet();
        return new RoundsFacts(
                boot,
                readings,
                running,
                onDuty,
                roles,
                certified,
                plan.alarms().points().keySet(),
                raised(plan, state));
    }

    /** Without people: what time and the plant bring asks for none of them. */
    static RoundsFacts watched(
            StationPlan plan, StationState state, Map<Tag, Reading> readings, Set<Tag> running, long boot) {
        return new RoundsFacts(boot, readings, running, Set.of(), Map.of(), Set.of(), Set.of(), raised(plan, state));
    }

    private static Map<AlarmId, Stamp> raised(StationPlan plan, StationState state) {
        Map<AlarmId, Stamp> raised = new HashMap<>();
        for (AlarmId point : plan.rounds().workPoints()) {
            AlarmState alarm = state.alarms().points().get(point);
            boolean present = alarm != null && (alarm.life() == Life.UNACKED || alarm.life() == Life.ACKED);
            Stamp since = alarm == null ? null : alarm.raised();
            if (present && since != null) {
                raised.put(point, since);
            }
        }
        return raised;
    }

    /** What inspectors are told of this: a round that was faster than its shortest walk (D6). */
    static List<DutyEvent> forInspectors(StationPlan plan, StationState state, List<RoundsEvent> events) {
        List<DutyEvent> told = new ArrayList<>();
        for (RoundsEvent event : events) {
            SheetPlan sheet = event instanceof SheetDone done && done.fast()
                    ? plan.rounds().sheet(done.sheet())
                    : null;
            if (sheet != null && event instanceof SheetDone done) {
                List<SheetState.Past> past = state.rounds().sheet(sheet.id()).past();
                List<String> signed = past.get(past.size() - 1).signed();
                Map<String, String> args = Map.of(
                        "sheet",
                        sheet.name().in(plan.lang()),
                        "key",
                        done.key(),
                        "lasted",
                        duration(done.lastedMs()),
                        "shortest",
                        duration(sheet.shortestMs()),
                        "signed",
                        String.join(
                                ", ", signed.stream().map(state.duty()::name).toList()));
                String words = Words.of(plan.lang()).say("remark.fast-round", args);
                told.add(Duty.forInspectors(plan.duty(), state.duty(), sheet.rule(), words));
            }
        }
        return told;
    }

    private static String duration(long ms) {
        return ms / 60_000 + " min " + ms / 1_000 % 60 + " s";
    }

    /** When a job is closed its instruments come back into service. */
    static List<AlarmInput.Asked> comeBack(StationState state, List<RoundsEvent> events, @Nullable String by) {
        List<AlarmInput.Asked> asked = new ArrayList<>();
        for (RoundsEvent event : events) {
            if (event instanceof JobClosed closed) {
                state.alarms().points().forEach((point, alarm) -> {
                    if (alarm.service() != null && closed.instruments().contains(point.tag())) {
                        asked.add(new AlarmInput.Asked(new AlarmCommand.PutBack(point), by));
                    }
                });
            }
        }
        return asked;
    }
}
