package io.pumpwatch.rounds;

import io.pumpwatch.rounds.CommissionCommand.CommissionInstrument;
import io.pumpwatch.rounds.CommissionEvent.InstrumentCommissioned;
import io.pumpwatch.rounds.RoundsPlan.Instrument;
import io.pumpwatch.rounds.RoundsState.Commissioned;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Commissioning sheets of instruments: the loop at five currents, the alarm from end to end. Pure. */
final class Commissioning {
    /** Currents of a loop check, mA. */
    static final List<Double> CURRENTS = List.of(4.0, 8.0, 12.0, 16.0, 20.0);

    private static final long NEXT_MAX_MS = 5 * 366 * Timetable.DAY_MS;

    private Commissioning() {}

    static RoundsDecision decide(Work work, CommissionInstrument command, String by) {
        String tag = command.instrument().name();
        Instrument instrument = work.plan.instruments().get(command.instrument());
        if (instrument == null) {
            return RoundsDecision.refuse("commission.instrument", "instrument", tag);
        }
        if (command.found().size() != CURRENTS.size() || command.left().size() != CURRENTS.size()) {
            return RoundsDecision.refuse("commission.five", "instrument", tag);
        }
        if (!command.proven().tag().equals(command.instrument())
                || !work.facts.points().contains(command.proven())) {
            return RoundsDecision.refuse(
                    "commission.alarm", "point", command.proven().toString(), "instrument", tag);
        }
        if (command.nextMs() < Timetable.DAY_MS || command.nextMs() > NEXT_MAX_MS || !work.timely()) {
            return RoundsDecision.refuse(work.timely() ? "commission.next" : "commission.clock", "instrument", tag);
        }
        List<Double> expected = new ArrayList<>();
        double span = instrument.high() - instrument.low();
        double worst = 0;
        for (int i = 0; i < CURRENTS.size(); i++) {
            double wanted = instrument.low() + span * (CURRENTS.get(i) - 4) / 16;
            expected.add(wanted);
            worst = Math.max(worst, Math.abs(command.left().get(i) - wanted) / span * 100);
        }
        if (worst > work.plan.leftPercent()) {
            return RoundsDecision.refuse(
                    "commission.left",
                    "instrument",
                    tag,
                    "error",
                    String.format(Locale.ROOT, "%.2f", worst),
                    "max",
                    String.format(Locale.ROOT, "%s", work.plan.leftPercent()));
        }
        return RoundsDecision.of(new InstrumentCommissioned(
                command.instrument(),
                instrument.unit(),
                List.copyOf(expected),
                command.found(),
                command.left(),
                worst,
                command.proven(),
                work.now.utcMs() + command.nextMs(),
                command.words(),
                by));
    }

    static void watch(Work work) {
        boolean due = false;
        for (Commissioned each : work.state().commissioned().values()) {
            due |= work.now.utcMs() > each.dueMs();
        }
        work.checks.put(RoundsPoints.AGENT.alarm(RoundsPoints.CHECK_DUE), work.timely() ? Check.of(due) : Check.HELD);
    }

    static SortedMap<Tag, Commissioned> apply(
            SortedMap<Tag, Commissioned> state, Stamp at, InstrumentCommissioned event) {
        SortedMap<Tag, Commissioned> next = new TreeMap<>(state);
        next.put(
                event.instrument(),
                new Commissioned(event.errorPercent(), event.proven(), event.dueMs(), event.by(), at));
        return next;
    }
}
