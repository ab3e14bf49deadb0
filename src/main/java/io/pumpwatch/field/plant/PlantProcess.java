package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Everything in the plant that isn't an instrument: pumps, relays, header, tank, spray, sump, weather, door. */
final class PlantProcess {
    private static final double WET_MM_PER_H = 0.2;

    private final double stepS;
    private final List<PumpUnit> pumps = new ArrayList<>();
    private final Map<Tag, PumpUnit> byTag = new LinkedHashMap<>();
    private final RelayBoard board;
    private final Upsets upsets = new Upsets();
    private final HeaderProcess header;
    private final TankProcess tank;
    private final SprayProcess spray;
    private final SumpProcess sump;
    private boolean doorOpen;

    PlantProcess(PlantSettings settings, long seed) {
        stepS = settings.timing().stepMs() / 1000.0;
        board = new RelayBoard(settings.outputs(), settings.timing().keepAliveMs());
        for (PumpSettings pump : settings.pumps()) {
            PumpUnit unit = new PumpUnit(pump, board, settings.timing());
            pumps.add(unit);
            byTag.put(pump.tag(), unit);
        }

        header = new HeaderProcess(settings.header(), of(PumpKind.EMULSION), Dice.of(seed, "header"));
        tank = new TankProcess(settings.tank());
        spray = new SprayProcess(settings.spray(), of(PumpKind.SPRAY), Dice.of(seed, "spray"));
        sump = new SumpProcess(settings.sump(), of(PumpKind.DRAINAGE));
    }

    private List<PumpUnit> of(PumpKind kind) {
        return pumps.stream().filter(pump -> pump.is(kind)).toList();
    }

    void step(long timeMs) {
        board.step(timeMs, !upsets.lasts(Upset.CONTROL_POWER_LOSS));
        boolean mains = !upsets.lasts(Upset.POWER_LOSS);
        for (PumpUnit pump : pumps) {
            pump.step(timeMs, mains);
        }
        header.step(timeMs / 1000.0, stepS, upsets, tank.percent());
        tank.step(stepS, upsets, header.demandLps(), header.lostLps());
        spray.step(stepS, upsets);
        sump.step(stepS, upsets);
    }

    void apply(Act act, long timeMs) {
        if (act instanceof Act.Button button) {
            press(button, timeMs);
        } else if (act instanceof Act.Pump trouble) {
            PumpFault fault = trouble.fault();
            if (fault == null) {
                pump(trouble.pump()).clearFaults();
            } else {
                pump(trouble.pump()).add(fault);
            }
        } else if (act instanceof Act.Begin begin) {
            upsets.begin(begin.upset(), begin.amount());
        } else if (act instanceof Act.End end) {
            upsets.end(end.upset());
        } else if (act instanceof Act.Door door) {
            doorOpen = door.open();
        } else if (act instanceof Act.SetTank set) {
            tank.set(set.percent());
        } else if (act instanceof Act.SetSump set) {
            sump.set(set.levelM());
        } else {
            throw new IllegalStateException("not an act of the process: " + act.words());
        }
    }

    private void press(Act.Button button, long timeMs) {
        if (button.start()) {
            pump(button.pump()).pressStart(timeMs);
        } else {
            pump(button.pump()).pressStop(timeMs);
        }
    }

    void clearAll() {
        upsets.endAll();
        pumps.forEach(PumpUnit::clearFaults);
    }

    PumpUnit pump(Tag tag) {
        PumpUnit pump = byTag.get(tag);
        if (pump == null) {
            throw new IllegalArgumentException("the plant has no pump " + tag);
        }
        return pump;
    }

    RelayBoard board() {
        return board;
    }

    /** What a channel looks at, in the plant's unit; 1 or 0 for a contact, turned over where it is wired so. */
    DoubleSupplier source(ChannelSettings channel) {
        DoubleSupplier source =
                channel.pump() == null ? ofStation(channel) : ofPump(channel.measure(), pump(channel.pump()));
        return channel.form() == SignalForm.CONTACT && channel.inverted() ? () -> 1 - source.getAsDouble() : source;
    }

    private DoubleSupplier ofStation(ChannelSettings channel) {
        return switch (channel.measure()) {
            case HEADER_PRESSURE -> header::gaugeMpa;
            case EMULSION_FLOW -> () -> header.pumpedLps() * 3.6;
            case SPRAY_PRESSURE -> spray::pressureMpa;
            case SPRAY_FLOW -> spray::flowM3h;
            case TANK_LEVEL -> tank::percent;
            case SUMP_LEVEL -> sump::levelM;
            case HIGH_HIGH_FLOAT -> () -> sump.floatUp() ? 0 : 1;
            case DRAINAGE_FLOW -> sump::drainageM3h;
            case RAIN_RATE -> () -> upsets.amount(Upset.RAIN);
            case RAIN_CONTACT -> () -> raining() ? 1 : 0;
            case DOOR -> () -> doorOpen ? 0 : 1;
            default -> () -> (channel.low() + (channel.high() - channel.low()) / 3) / channel.unitsPerBase();
        };
    }

    private static DoubleSupplier ofPump(Measure measure, PumpUnit pump) {
        return switch (measure) {
            case RUNNING -> () -> pump.contactorClosed() ? 1 : 0;
            case AVAILABLE -> () -> pump.available() ? 1 : 0;
            case CURRENT -> pump::currentA;
            case VIBRATION -> pump::vibrationMmPerS;
            case TEMPERATURE -> pump::temperatureC;
            default -> throw new IllegalArgumentException(measure + " isn't of a pump");
        };
    }

    private boolean raining() {
        return upsets.amount(Upset.RAIN) > WET_MM_PER_H;
    }

    PlantTruth truth(long timeMs) {
        Map<Tag, PlantTruth.PumpTruth> pumpTruth = new LinkedHashMap<>();
        byTag.forEach((tag, pump) -> pumpTruth.put(tag, pump.truth()));
        return new PlantTruth(
                timeMs,
                header.pressureMpa(),
                header.gaugeMpa(),
                spray.pressureMpa(),
                tank.percent(),
                sump.levelM(),
                sump.inflowM3s(),
                sump.drainageM3h(),
                sump.overflowM3(),
                raining(),
                doorOpen,
                board.agent(),
                board.energised(),
                board.closed(),
                pumpTruth,
                upsets.all());
    }
}
