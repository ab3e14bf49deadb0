package io.pumpwatch.field.plant;

import java.util.EnumSet;

/**
 * One pump with its start circuit.
 *
 * <pre>
 *            ┌─ start button ── permit (XC) ── remote ─┐
 * mains ── trip (XT) ── motor protection ── stop button ──┤                                         ├── coil
 *            └─ seal-in: the contactor's own contact ──┘
 * </pre>
 *
 * A permit that drops leaves the seal-in alone; a trip opens both branches.
 */
final class PumpUnit {
    private static final double RUN_UP_S = 0.4;
    private static final double RUN_DOWN_S = 0.6;
    private static final double WARMING_S = 600;
    private static final double AMBIENT_C = 22;
    private static final double WARMER_AT_LOAD_C = 38;

    private final PumpSettings settings;
    private final RelayBoard.Circuit permit;
    private final RelayBoard.Circuit trip;
    private final Timing timing;
    private final EnumSet<PumpFault> faults = EnumSet.noneOf(PumpFault.class);
    private boolean contactor;
    private boolean turning;
    private boolean available;
    private boolean permitted;
    private int movingMs;
    private long startHeldUntilMs = Long.MIN_VALUE;
    private long stopHeldUntilMs = Long.MIN_VALUE;
    private double speed;
    private double load;
    private double shaking;
    private double temperatureC = AMBIENT_C;
    private int startPresses;
    private int startsBlocked;
    private int starts;

    PumpUnit(PumpSettings settings, RelayBoard board, Timing timing) {
        this.settings = settings;
        permit = board.circuit(settings.tag(), OutputSettings.Use.PERMIT);
        trip = board.circuit(settings.tag(), OutputSettings.Use.TRIP);
        this.timing = timing;
    }

    void pressStart(long timeMs) {
        startPresses++;
        startHeldUntilMs = timeMs + timing.buttonMs();
        if (!permit() && !contactor) {
            startsBlocked++;
        }
    }

    void pressStop(long timeMs) {
        stopHeldUntilMs = timeMs + timing.buttonMs();
    }

    void add(PumpFault fault) {
        faults.add(fault);
    }

    void clearFaults() {
        faults.clear();
    }

    void step(long timeMs, boolean mains) {
        available = mains && !faults.contains(PumpFault.LOCAL) && !faults.contains(PumpFault.OVERLOAD);
        permitted = permit();
        boolean healthy = mains && !faults.contains(PumpFault.OVERLOAD) && trip.through() && timeMs >= stopHeldUntilMs;
        boolean startBranch = timeMs < startHeldUntilMs && permitted && available;
        moveContactor(healthy && (startBranch || contactor));
        turning = contactor && mains;
        double seconds = timing.stepMs() / 1000.0;
        speed += ((turning ? 1 : 0) - speed) * Math.min(1, seconds / (turning ? RUN_UP_S : RUN_DOWN_S));
        double target = AMBIENT_C + WARMER_AT_LOAD_C * speed * (0.4 + 0.6 * load);
        temperatureC += (target - temperatureC) * seconds / WARMING_S;
    }

    private boolean permit() {
        return faults.contains(PumpFault.PERMIT_BRIDGED) || permit.through();
    }

    private void moveContactor(boolean coil) {
        boolean wanted = coil;
        if (!contactor && faults.contains(PumpFault.START_FAILS)) {
            wanted = false;
        }
        if (contactor && faults.contains(PumpFault.WELDED)) {
            wanted = true;
        }
        if (wanted == contactor) {
            movingMs = 0;
            return;
        }
        movingMs += timing.stepMs();
        if (movingMs >= (wanted ? timing.pullInMs() : timing.dropOutMs())) {
            contactor = wanted;
            movingMs = 0;
            if (contactor) {
                starts++;
            }
        }
    }

    /** Sets how hard it works: 0 to 1 of full load, and vibration on top of the usual in mm/s. */
    void loaded(double part, double shakingMmPerS) {
        load = part;
        shaking = shakingMmPerS;
    }

    PumpSettings settings() {
        return settings;
    }

    boolean is(PumpKind kind) {
        return settings.kind() == kind;
    }

    boolean has(PumpFault fault) {
        return faults.contains(fault);
    }

    /** Speed over rated speed. */
    double speed() {
        return speed;
    }

    boolean contactorClosed() {
        return contactor;
    }

    boolean available() {
        return available;
    }

    /** Of the motor, A: five times the rated current at standstill, a third of it idle. */
    double currentA() {
        if (!turning) {
            return 0;
        }
        double inrush = 4 * Math.max(0, 0.8 - speed);
        return settings.ratedCurrentA() * (0.35 + 0.65 * load * speed + inrush);
    }

    /** At the bearing, mm/s RMS. */
    double vibrationMmPerS() {
        return 0.1 + speed * (1.3 + 0.5 * load + shaking);
    }

    double temperatureC() {
        return temperatureC;
    }

    PlantTruth.PumpTruth truth() {
        return new PlantTruth.PumpTruth(
                contactor, turning, available, permitted, !trip.through(), startPresses, startsBlocked, starts);
    }
}
