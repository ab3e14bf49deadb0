package io.pumpwatch.rounds;

import io.pumpwatch.rounds.WorkCommand.HandleWork;
import io.pumpwatch.rounds.WorkEvent.WorkEscalated;
import io.pumpwatch.rounds.WorkEvent.WorkHandled;
import io.pumpwatch.rounds.WorkEvent.WorkOpened;
import io.pumpwatch.rounds.WorkState.Item;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import java.util.Map;
import java.util.TreeMap;

/** Work that an alarm asks for: operator, then shift leader, chief and dispatch, until somebody handles it. Pure. */
final class WorkItems {
    private WorkItems() {}

    static RoundsDecision decide(Work work, HandleWork command, String by) {
        Item item = work.state().work().open().get(command.item());
        if (item == null) {
            return RoundsDecision.refuse("work-item.unknown", "item", Long.toString(command.item()));
        }
        return command.words().isBlank()
                ? RoundsDecision.refuse("work-item.how", "item", Long.toString(command.item()))
                : RoundsDecision.of(new WorkHandled(command.item(), item.point(), command.words(), by));
    }

    static void watch(Work work) {
        for (AlarmId point : work.plan.workPoints()) {
            Stamp raised = work.facts.raised().get(point);
            if (raised == null) {
                continue;
            }
            WorkState state = work.state().work();
            boolean open =
                    state.open().values().stream().anyMatch(item -> item.point().equals(point));
            if (!open && !raised.equals(state.raised().get(point))) {
                work.emit(new WorkOpened(state.ever() + 1, point, raised));
            }
        }
        int highest = 0;
        for (Map.Entry<Long, Item> each : new TreeMap<>(work.state().work().open()).entrySet()) {
            Item item = each.getValue();
            Role due = work.plan.work().at(work.since(item.at()));
            if (Ladder.step(due) > Ladder.step(item.level())) {
                work.emit(new WorkEscalated(
                        each.getKey(), item.point(), due, work.plan.work().offices()));
            }
            highest = Math.max(highest, Math.max(Ladder.step(due), Ladder.step(item.level())));
        }
        check(work, RoundsPoints.WORK_LEADER, highest >= 1);
        check(work, RoundsPoints.WORK_CHIEF, highest >= 2);
        check(work, RoundsPoints.WORK_DISPATCH, highest >= 3);
    }

    private static void check(Work work, String condition, boolean present) {
        work.checks.put(RoundsPoints.AGENT.alarm(condition), Check.of(present));
    }

    static WorkState apply(WorkState state, Stamp at, WorkEvent event) {
        if (event instanceof WorkOpened e) {
            return state.with(e.item(), new Item(e.point(), at, Role.OPERATOR)).raised(e.point(), e.raised());
        }
        if (event instanceof WorkEscalated e) {
            Item was = state.open().get(e.item());
            if (was == null) {
                throw new IllegalStateException("work item " + e.item() + " isn't open");
            }
            return state.with(e.item(), new Item(was.point(), was.at(), e.to()));
        }
        return state.without(((WorkHandled) event).item());
    }
}
