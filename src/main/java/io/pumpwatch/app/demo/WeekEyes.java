package io.pumpwatch.app.demo;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.alarms.AlarmsState;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.duty.MusterCommand;
import io.pumpwatch.duty.MusterState.Muster;
import io.pumpwatch.duty.ShiftCommand.AnswerPresence;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.interlocks.InterlockState;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.rounds.WorkCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people do when they see it on the screen, looking once a minute. Pure. */
final class WeekEyes {
    private static final long MINUTE_MS = 60_000;
    private static final long PRESENCE_MS = 50 * MINUTE_MS;
    private static final long PATIENCE_MS = 5 * MINUTE_MS;

    private final StationView view;
    private final StationState state;
    private final List<Act> acts = new ArrayList<>();

    /** Somebody does something now. */
    record Act(String by, Command command) {}

    private WeekEyes(StationView view) {
        this.view = view;
        this.state = view.state();
    }

    /**
     * What everybody does about what this view shows.
     *
     * @param asleep who doesn't answer just now
     * @param stays who doesn't come to a muster
     */
    static List<Act> look(StationView view, Set<String> asleep, Set<String> stays) {
        WeekEyes eyes = new WeekEyes(view);
        eyes.presence(asleep);
        eyes.muster(stays);
        eyes.first(Role.SHIFT_LEADER).ifPresent(eyes::lead);
        eyes.first(Role.OPERATOR).ifPresent(eyes::operate);
        return eyes.acts;
    }

    /**
     * Who changes over says so before the old pump is stopped. Both run for a minute only, so this is looked at more
     * often than the rest.
     */
    static List<Act> changeover(StationView view) {
        WeekEyes eyes = new WeekEyes(view);
        eyes.first(Role.OPERATOR).ifPresent(eyes::announce);
        return eyes.acts;
    }

    private void announce(String by) {
        for (PumpPlan.Kind kind : List.of(PumpPlan.Kind.EMULSION, PumpPlan.Kind.SPRAY)) {
            List<Map.Entry<Tag, Stamp>> running = new ArrayList<>();
            for (PumpPlan pump : view.plan().interlocks().pumps()) {
                InterlockState.PumpState now = state.interlocks().pump(pump.tag());
                Stamp since = now.since();
                if (pump.kind() == kind && now.running() && since != null) {
                    running.add(Map.entry(pump.tag(), since));
                }
            }
            running.sort(Comparator.comparing(each -> each.getValue().utcMs()));
            for (int i = 0; i < running.size() - 1; i++) {
                Tag pump = running.get(i).getKey();
                InterlockState.Announced said = state.interlocks().pump(pump).announced();
                if (said == null || old(said.at(), PATIENCE_MS)) {
                    add(
                            by,
                            new InterlockCommand.AnnounceStop(
                                    pump, "change over to " + running.get(i + 1).getKey()));
                }
            }
        }
    }

    private Optional<String> first(Role role) {
        return state.duty().onDuty().keySet().stream()
                .filter(id -> {
                    var person = state.duty().person(id);
                    return person != null && person.is(role);
                })
                .findFirst();
    }

    private void add(String by, Command command) {
        acts.add(new Act(by, command));
    }

    private void add(String by, DutyCommand command) {
        add(by, new Command.Duty(command));
    }

    private void add(String by, InterlockCommand command) {
        add(by, new Command.Interlock(command));
    }

    private boolean old(Stamp since, long ms) {
        return since.elapsedMs(view.boot(), view.now()) >= ms;
    }

    private void presence(Set<String> asleep) {
        state.duty().shift().posts().forEach((person, post) -> {
            if (!asleep.contains(person) && old(post.answered(), PRESENCE_MS)) {
                add(person, new AnswerPresence());
            }
        });
    }

    /** Those called come one after the other, from ten minutes on. */
    private void muster(Set<String> stays) {
        Muster open = state.duty().premises().muster().open();
        if (open == null) {
            return;
        }
        List<String> called = new ArrayList<>(open.called());
        for (String person : open.missing()) {
            if (!stays.contains(person) && old(open.at(), (10L + called.indexOf(person)) * MINUTE_MS)) {
                add(person, new MusterCommand.ArriveAtMuster());
            }
        }
    }

    private void operate(String by) {
        AlarmsState alarms = state.alarms();
        boolean asks = alarms.annunciated().stream()
                .anyMatch(id -> alarms.life(id).asks()
                        && old(alarms.of(id, Stamp.of(view.boot(), view.now())).since(), MINUTE_MS));
        if (asks) {
            add(by, new Command.Alarm(new AlarmCommand.Acknowledge(List.of())));
        }
        state.interlocks().pumps().forEach((tag, pump) -> {
            Stamp since = pump.since();
            if (pump.unexplained() && since != null && old(since, 2 * MINUTE_MS)) {
                add(by, new InterlockCommand.ExplainStop(tag, "stopped by hand, not announced"));
            }
        });
        state.rounds().openWork().forEach((number, item) -> {
            if (old(item.at(), PATIENCE_MS)) {
                add(by, new Command.Rounds(new WorkCommand.HandleWork(number, "lost nozzle found and replaced")));
            }
        });
    }

    private void lead(String by) {
        InterlockState interlocks = state.interlocks();
        for (Map.Entry<Tag, InterlockState.HeaderState> each :
                interlocks.headers().entrySet()) {
            InterlockState.SwingLatch swing = each.getValue().swing();
            if (swing == null || !old(swing.at(), PATIENCE_MS)) {
                continue;
            }
            if (swing.cause() == null) {
                add(
                        WeekPeople.FITTER,
                        new InterlockCommand.RecordCause(each.getKey(), "unloading valve fluttered: dirt, cleaned"));
            } else {
                add(by, new InterlockCommand.Release(each.getKey()));
            }
        }
        interlocks.trips().forEach((point, trip) -> {
            if (old(trip.at(), PATIENCE_MS)) {
                add(by, new InterlockCommand.ResetTrip(point, "unloading valve stuck: freed and tried"));
            }
        });
        state.alarms().points().forEach((id, alarm) -> {
            if (alarm.life() == Life.LATCHED_ACKED && old(alarm.since(), PATIENCE_MS)) {
                add(by, new Command.Alarm(new AlarmCommand.Reset(id)));
            }
        });
    }
}
