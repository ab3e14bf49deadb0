package io.pumpwatch.rounds;

import io.pumpwatch.rounds.DefectCommand.AssignDefect;
import io.pumpwatch.rounds.DefectCommand.CloseDefect;
import io.pumpwatch.rounds.DefectCommand.HandleDefect;
import io.pumpwatch.rounds.DefectCommand.ReopenDefect;
import io.pumpwatch.rounds.DefectCommand.ReportDefect;
import io.pumpwatch.rounds.DefectEvent.DefectAssigned;
import io.pumpwatch.rounds.DefectEvent.DefectClosed;
import io.pumpwatch.rounds.DefectEvent.DefectEscalated;
import io.pumpwatch.rounds.DefectEvent.DefectFound;
import io.pumpwatch.rounds.DefectEvent.DefectHandled;
import io.pumpwatch.rounds.DefectEvent.DefectReopened;
import io.pumpwatch.rounds.DefectsState.Defect;
import io.pumpwatch.rounds.DefectsState.Status;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import java.util.Map;
import java.util.TreeMap;

/**
 * Defects: found, assigned, handled, closed by another person. Pure.
 *
 * <pre>
 * FOUND ──assign──► ASSIGNED ──handle──► HANDLED ──close, another person──► CLOSED
 *   └─────────────handle──────────────────►│
 *   ASSIGNED or FOUND ◄──────reopen────────┘
 * </pre>
 */
final class Defects {
    private Defects() {}

    static DefectFound found(RoundsState state, String equipment, String words, String by, String sheet) {
        return new DefectFound(state.defects().ever() + 1, equipment, words, by, sheet);
    }

    static RoundsDecision decide(Work work, DefectCommand command, String by) {
        if (command instanceof ReportDefect e) {
            if (e.equipment().isBlank() || e.words().isBlank()) {
                return RoundsDecision.refuse("defect.words");
            }
            // Sent twice: one defect. The same words after it was closed are another one.
            boolean twice = work.state().defects().open().values().stream()
                    .anyMatch(open -> open.by().equals(by)
                            && open.equipment().equals(e.equipment())
                            && open.words().equals(e.words()));
            return twice
                    ? RoundsDecision.NOTHING
                    : RoundsDecision.of(found(work.state(), e.equipment(), e.words(), by, ""));
        }
        long number = numberOf(command);
        Defect defect = work.state().defects().open().get(number);
        String named = Long.toString(number);
        if (defect == null) {
            boolean gone = work.state().defects().closed().containsKey(number);
            return RoundsDecision.refuse(gone ? "defect.closed" : "defect.unknown", "defect", named);
        }
        if (command instanceof AssignDefect e) {
            return work.facts.roles().containsKey(e.to())
                    ? RoundsDecision.of(new DefectAssigned(number, e.to(), by))
                    : RoundsDecision.refuse("person.unknown", "person", e.to());
        }
        if (wordsOf(command).isBlank()) {
            return RoundsDecision.refuse("defect.how", "defect", named);
        }
        if (command instanceof HandleDefect e) {
            return defect.status() == Status.HANDLED
                    ? RoundsDecision.refuse("defect.handled", "defect", named, "person", defect.handledBy())
                    : RoundsDecision.of(new DefectHandled(number, e.words(), by));
        }
        if (defect.status() != Status.HANDLED) {
            return RoundsDecision.refuse("defect.not-handled", "defect", named);
        }
        if (command instanceof ReopenDefect e) {
            return RoundsDecision.of(new DefectReopened(number, e.words(), by));
        }
        return defect.handledBy().equals(by)
                ? RoundsDecision.refuse("defect.same-person", "defect", named, "person", by)
                : RoundsDecision.of(new DefectClosed(number, wordsOf(command), by));
    }

    private static long numberOf(DefectCommand command) {
        if (command instanceof AssignDefect e) {
            return e.defect();
        }
        if (command instanceof HandleDefect e) {
            return e.defect();
        }
        if (command instanceof CloseDefect e) {
            return e.defect();
        }
        return command instanceof ReopenDefect e ? e.defect() : 0;
    }

    private static String wordsOf(DefectCommand command) {
        if (command instanceof HandleDefect e) {
            return e.words();
        }
        if (command instanceof CloseDefect e) {
            return e.words();
        }
        return command instanceof ReopenDefect e ? e.words() : "";
    }

    static void watch(Work work) {
        boolean overdue = false;
        boolean untaken = false;
        for (Map.Entry<Long, Defect> each : new TreeMap<>(work.state().defects().open()).entrySet()) {
            Role due = work.plan.defects().at(work.since(each.getValue().at()));
            if (Ladder.step(due) > Ladder.step(each.getValue().level())) {
                work.emit(new DefectEscalated(
                        each.getKey(), due, work.plan.defects().offices()));
            }
            untaken |= each.getValue().status() == Status.FOUND;
            overdue |= Ladder.step(due) > 0 || each.getValue().overdue();
        }
        work.checks.put(RoundsPoints.AGENT.alarm(RoundsPoints.DEFECT), Check.of(untaken));
        work.checks.put(RoundsPoints.AGENT.alarm(RoundsPoints.DEFECT_OVERDUE), Check.of(overdue));
    }

    static DefectsState apply(DefectsState state, Stamp at, DefectEvent event) {
        if (event instanceof DefectFound e) {
            return state.with(
                    e.defect(),
                    new Defect(
                            e.equipment(), e.words(), e.by(), at, e.sheet(), Status.FOUND, "", "", "", Role.OPERATOR));
        }
        if (event instanceof DefectAssigned e) {
            Defect was = open(state, e.defect());
            Status next = was.status() == Status.HANDLED ? Status.HANDLED : Status.ASSIGNED;
            return state.with(e.defect(), with(was, next, e.to(), was.handledBy(), was.handled(), was.level()));
        }
        if (event instanceof DefectHandled e) {
            Defect was = open(state, e.defect());
            return state.with(e.defect(), with(was, Status.HANDLED, was.assigned(), e.by(), e.words(), was.level()));
        }
        if (event instanceof DefectReopened e) {
            Defect was = open(state, e.defect());
            Status next = was.assigned().isEmpty() ? Status.FOUND : Status.ASSIGNED;
            return state.with(e.defect(), with(was, next, was.assigned(), "", "", was.level()));
        }
        if (event instanceof DefectEscalated e) {
            Defect was = open(state, e.defect());
            return state.with(
                    e.defect(), with(was, was.status(), was.assigned(), was.handledBy(), was.handled(), e.to()));
        }
        DefectClosed e = (DefectClosed) event;
        Defect was = open(state, e.defect());
        return state.closed(
                e.defect(), with(was, Status.CLOSED, was.assigned(), was.handledBy(), was.handled(), was.level()));
    }

    private static Defect open(DefectsState state, long number) {
        Defect defect = state.open().get(number);
        if (defect == null) {
            throw new IllegalStateException("defect " + number + " isn't open");
        }
        return defect;
    }

    private static Defect with(Defect was, Status status, String to, String by, String how, Role level) {
        return new Defect(was.equipment(), was.words(), was.by(), was.at(), was.sheet(), status, to, by, how, level);
    }
}
