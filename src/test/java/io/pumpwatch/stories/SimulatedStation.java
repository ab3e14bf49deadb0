package io.pumpwatch.stories;

import io.pumpwatch.app.PlantBuilder;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.field.Field;
import io.pumpwatch.field.plant.Plant;
import io.pumpwatch.field.plant.PlantSettings;
import io.pumpwatch.field.plant.TimedAct;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.station.ClockTrust;
import java.util.List;
import java.util.function.Function;

/** The pure scan on a simulated plant: samples in, relays out, restarts with the plant going on meanwhile. */
final class SimulatedStation {
    private final StoryStation station;
    private final Plant plant;
    private Field field;

    /** @param script what happens to the plant, given its settings */
    SimulatedStation(Loaded loaded, long seed, boolean crew, Function<PlantSettings, List<TimedAct>> script) {
        station = new StoryStation(loaded.plan());
        PlantSettings settings = PlantBuilder.build(loaded, crew);
        plant = new Plant(settings, seed, script.apply(settings));
        field = plant.connect();
    }

    ScanResult scan() {
        ScanResult result = station.scan(field.read(station.now()));
        field.write(result.outputs(), station.now());
        station.pass(StoryPlayer.SCAN_MS);
        return result;
    }

    void restart(long downMs, ClockTrust trust) {
        station.restart(downMs, trust);
        field.close();
        plant.runTo(plant.timeMs() + downMs);
        field = plant.connect();
    }

    void post(String text) {
        StoryCommands command = StoryCommands.parse(text);
        station.post(command.command(), command.by());
    }

    StoryStation station() {
        return station;
    }

    Plant plant() {
        return plant;
    }
}
