package io.pumpwatch.interlocks;

import io.pumpwatch.interlocks.InterlockCommand.DriveOutput;
import io.pumpwatch.interlocks.InterlockEvent.OutputCheckEnded;
import io.pumpwatch.interlocks.InterlockEvent.OutputCheckStarted;
import io.pumpwatch.interlocks.InterlockEvent.OutputDriven;
import io.pumpwatch.interlocks.InterlockEvent.SwingLatched;
import io.pumpwatch.interlocks.InterlockEvent.Tripped;
import io.pumpwatch.interlocks.InterlockState.OutputCheck;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Function check of an output: a person holds one relay for a while, to see that its contact and wire do what they
 * should. The scan drives it as it drives all others. What allowed it must hold in every scan; the moment it doesn't,
 * at a trip or swing, at its end and at a restart the relay is again what the protection says.
 */
public final class OutputChecks {
    /** Nobody holds a relay for longer, ms. */
    public static final long LONGEST_MS = 600_000;

    private static final long SHORTEST_MS = 1_000;
    private static final long MS_A_SECOND = 1_000;
    private static final String TRIP = "trip";
    private static final Optional<Refusal> FINE = Optional.empty();

    private OutputChecks() {}

    /** What an output is for, as far as a pump is concerned. */
    private record Use(@Nullable PumpPlan pump, boolean permit) {}

    static Optional<Refusal> drive(Work work, DriveOutput command, String by) {
        Tag output = command.output();
        if (work.input.handsOff()) {
            return Optional.of(Refusal.of("output.safe-mode"));
        }
        if (use(work, output) == null) {
            return refuse("output.unknown", "output", output);
        }
        Optional<Refusal> forbidden = forbids(work, output, command.energised());
        if (forbidden.isPresent()) {
            return forbidden;
        }
        OutputCheck held = work.state().checks().get(output);
        if (held == null) {
            if (command.reason().isBlank()) {
                return Optional.of(Refusal.of("reason.missing"));
            }
            if (command.forMs() < SHORTEST_MS || command.forMs() > LONGEST_MS) {
                return Optional.of(Refusal.of("output.time", "max", Long.toString(LONGEST_MS / MS_A_SECOND)));
            }
            work.emit(new OutputCheckStarted(output, by, command.reason(), command.forMs(), command.energised()));
        } else if (held.energised() != command.energised()) {
            work.emit(new OutputDriven(output, command.energised(), by));
        }
        return FINE;
    }

    static Optional<Refusal> end(Work work, Tag output, String by) {
        if (!work.state().checks().containsKey(output)) {
            return refuse("output.no-check", "output", output);
        }
        work.emit(new OutputCheckEnded(output, by, "ended"));
        return FINE;
    }

    /** Ends what mustn't go on; after everything that may trip, before the outputs are decided. */
    static void watch(Work work) {
        if (work.state().checks().isEmpty()) {
            return;
        }
        boolean tripped = work.events.stream().anyMatch(e -> e instanceof Tripped || e instanceof SwingLatched);
        for (var each : List.copyOf(work.state().checks().entrySet())) {
            String why = over(work, each.getKey(), each.getValue(), tripped);
            if (!why.isEmpty()) {
                work.emit(new OutputCheckEnded(each.getKey(), null, why));
            }
        }
    }

    private static String over(Work work, Tag output, OutputCheck check, boolean tripped) {
        if (check.at().boot() != work.boot) {
            return "restart";
        }
        if (tripped) {
            return TRIP;
        }
        if (check.at().elapsedMs(work.boot, work.now) >= check.forMs()) {
            return "time";
        }
        if (use(work, output) == null) {
            return "gone";
        }
        return forbids(work, output, check.energised())
                .map(refusal -> refusal.code().substring("output.".length()))
                .orElse("");
    }

    /** Whether a person holds this pump's permit so that it can't be started. */
    static boolean blocks(Work work, PumpPlan pump) {
        Tag permit = pump.permit();
        OutputCheck check = permit == null ? null : work.state().checks().get(permit);
        return check != null && check.energised() != pump.kind().inhibitable();
    }

    /** What a relay is to be: what a person holds it at, else what the protection says. */
    static boolean held(Work work, Tag output, boolean decided) {
        OutputCheck check = work.state().checks().get(output);
        return check == null ? decided : check.energised();
    }

    private static @Nullable Use use(Work work, Tag output) {
        PumpPlan pump = work.plan.pumpOfRelay(output);
        if (pump != null) {
            return new Use(pump, output.equals(pump.permit()));
        }
        InterlockPlan.Relays relays = work.plan.relays();
        return output.equals(relays.horn()) || output.equals(relays.heartbeat()) ? new Use(null, false) : null;
    }

    /** Why this relay mustn't be held there now. */
    private static Optional<Refusal> forbids(Work work, Tag output, boolean energised) {
        Use use = use(work, output);
        PumpPlan pump = use == null ? null : use.pump();
        if (use != null && pump != null) {
            return use.permit() ? permit(work, pump, output, energised) : trip(work, pump, output, energised);
        }
        return output.equals(work.plan.relays().heartbeat()) ? heartbeat(work, output) : FINE;
    }

    private static Optional<Refusal> permit(Work work, PumpPlan pump, Tag output, boolean energised) {
        if (!stands(work, pump)) {
            return refuse("output.runs", "output", output, "pump", pump.tag());
        }
        boolean permitted = energised == pump.kind().inhibitable();
        if (!permitted) {
            return pump.kind().inhibitable() ? FINE : drainage(work, pump, output);
        }
        // A latch and people at work stand above any check of a relay.
        for (String reason : work.state().pump(pump.tag()).inhibits()) {
            if (Permits.latched(reason) || Permits.locked(reason)) {
                return refuse("output.needed", "output", output, "pump", pump.tag());
            }
        }
        if (!work.state().tripsOf(pump.tag()).isEmpty() || work.input.locked().contains(pump.tag())) {
            return refuse("output.needed", "output", output, "pump", pump.tag());
        }
        return off(work, pump) ? FINE : couldRun(pump, output);
    }

    private static Optional<Refusal> trip(Work work, PumpPlan pump, Tag output, boolean energised) {
        boolean asked = !work.state().tripsOf(pump.tag()).isEmpty() || work.dryRun.contains(pump.tag());
        if (asked && !energised) {
            return refuse("output.needed", "output", output, "pump", pump.tag());
        }
        if (!stands(work, pump)) {
            return refuse("output.runs", "output", output, "pump", pump.tag());
        }
        return energised && !pump.kind().inhibitable() ? drainage(work, pump, output) : FINE;
    }

    /** A drainage pump must always be able to start (D3): it is held back only where it can't start anyway. */
    private static Optional<Refusal> drainage(Work work, PumpPlan pump, Tag output) {
        if (work.state().flood() != null) {
            return refuse("output.flood", "output", output, "pump", pump.tag());
        }
        return off(work, pump) ? FINE : couldRun(pump, output);
    }

    /** The timer that shows a dead agent may hang in the circuits of pumps. */
    private static Optional<Refusal> heartbeat(Work work, Tag output) {
        for (PumpPlan pump : work.plan.pumps()) {
            if (!stands(work, pump)) {
                return refuse("output.runs", "output", output, "pump", pump.tag());
            }
        }
        return FINE;
    }

    /** Stopped, by a contact that can be believed. */
    private static boolean stands(Work work, PumpPlan pump) {
        return work.readings().of(pump.running()).open();
    }

    /** Power off or selector not in remote, by a contact that can be believed: it can't start, permitted or not. */
    private static boolean off(Work work, PumpPlan pump) {
        Tag available = pump.available();
        Reading reading = available == null ? null : work.readings().of(available);
        return reading != null && reading.open();
    }

    private static Optional<Refusal> refuse(String code, Object... namesAndValues) {
        String[] words = new String[namesAndValues.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = namesAndValues[i].toString();
        }
        return Optional.of(Refusal.of(code, words));
    }

    private static Optional<Refusal> couldRun(PumpPlan pump, Tag output) {
        Tag available = pump.available();
        String contact = available == null ? "-" : available.name();
        return refuse("output.could-run", "output", output, "pump", pump.tag(), "contact", contact);
    }
}
