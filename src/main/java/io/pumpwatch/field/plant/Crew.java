package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated crew at the buttons. It keeps one emulsion and one spray pump running, changes over every few hours, and
 * drains between two levels; after a press that did nothing it waits before it tries the next pump.
 */
final class Crew {
    static final long LOOKS_EVERY_MS = 1000;

    private static final long PATIENCE_MS = 45_000;
    private static final long OVERLAP_MS = 60_000;
    private static final double DRAIN_FROM_PART = 0.6;
    private static final double ALL_FROM_PART = 0.75;
    private static final double DRAIN_TO_PART = 0.3;

    private final PlantSettings settings;
    private final Dice dice;
    private final Map<PumpKind, Turn> turns = new HashMap<>();
    private boolean draining;

    /** Whose turn it is among the pumps of one kind. */
    private static final class Turn {
        private final List<Tag> pumps = new ArrayList<>();
        private int next;
        private long quietUntilMs;
        private long changeAtMs;
    }

    Crew(PlantSettings settings, Dice dice) {
        this.settings = settings;
        this.dice = dice;
        for (PumpKind kind : PumpKind.values()) {
            Turn turn = new Turn();
            turn.quietUntilMs = (long) dice.between(5_000, 30_000);
            turns.put(kind, turn);
        }
        settings.pumps().forEach(pump -> turn(pump.kind()).pumps.add(pump.tag()));
    }

    /** What the crew does after a look at the plant, once a second of plant time. */
    List<Act> look(PlantTruth truth) {
        List<Act> acts = new ArrayList<>();
        keepOneRunning(PumpKind.EMULSION, truth, acts);
        keepOneRunning(PumpKind.SPRAY, truth, acts);
        drain(truth, acts);
        return acts;
    }

    private Turn turn(PumpKind kind) {
        return turns.computeIfAbsent(kind, unused -> new Turn());
    }

    private static List<Tag> running(List<Tag> pumps, PlantTruth truth) {
        List<Tag> running = new ArrayList<>();
        for (Tag tag : pumps) {
            if (truth.pump(tag).contactorClosed()) {
                running.add(tag);
            }
        }
        return running;
    }

    private void keepOneRunning(PumpKind kind, PlantTruth truth, List<Act> acts) {
        Turn turn = turn(kind);
        List<Tag> pumps = turn.pumps;
        if (pumps.isEmpty() || truth.timeMs() < turn.quietUntilMs) {
            return;
        }
        List<Tag> running = running(pumps, truth);
        if (running.isEmpty()) {
            press(pumps, turn, truth, acts);
            turn.changeAtMs = truth.timeMs() + (long) dice.between(3 * 3_600_000.0, 6 * 3_600_000.0);
        } else if (running.size() > 1) {
            Tag last = pumps.get(Math.floorMod(turn.next - 1, pumps.size()));
            running.stream().filter(tag -> !tag.equals(last)).forEach(tag -> acts.add(new Act.Button(tag, false)));
            turn.quietUntilMs = truth.timeMs() + PATIENCE_MS;
        } else if (pumps.size() > 1 && truth.timeMs() >= turn.changeAtMs) {
            press(pumps, turn, truth, acts);
            turn.quietUntilMs = truth.timeMs() + OVERLAP_MS;
            turn.changeAtMs = truth.timeMs() + (long) dice.between(3 * 3_600_000.0, 6 * 3_600_000.0);
        }
    }

    private void press(List<Tag> pumps, Turn turn, PlantTruth truth, List<Act> acts) {
        for (int tried = 0; tried < pumps.size(); tried++) {
            Tag tag = pumps.get(turn.next);
            turn.next = (turn.next + 1) % pumps.size();
            if (!truth.pump(tag).contactorClosed()) {
                acts.add(new Act.Button(tag, true));
                break;
            }
        }
        turn.quietUntilMs = truth.timeMs() + PATIENCE_MS;
    }

    private void drain(PlantTruth truth, List<Act> acts) {
        Turn turn = turn(PumpKind.DRAINAGE);
        List<Tag> pumps = turn.pumps;
        double part = truth.sumpM() / settings.sump().floatM();
        if (part > DRAIN_FROM_PART) {
            draining = true;
        } else if (part < DRAIN_TO_PART) {
            draining = false;
        }
        List<Tag> running = running(pumps, truth);
        if (!draining) {
            running.forEach(tag -> acts.add(new Act.Button(tag, false)));
            return;
        }
        boolean more = running.isEmpty() || (part > ALL_FROM_PART && running.size() < pumps.size());
        if (more && !pumps.isEmpty() && truth.timeMs() >= turn.quietUntilMs) {
            press(pumps, turn, truth, acts);
            turn.quietUntilMs = truth.timeMs() + PATIENCE_MS / 3;
        }
    }
}
