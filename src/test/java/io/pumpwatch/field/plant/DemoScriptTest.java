package io.pumpwatch.field.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.Field;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's script does in the plant what it promises, whatever the seed, beside a bare stand-in for the agent. */
class DemoScriptTest {
    private static final double TRIP_MA = 4 + 35 / 60.0 * 16;

    private final Map<Tag, Double> inputs = new HashMap<>();
    private Now now = Plants.START;
    private boolean tripped;

    private static Plant plant(long seed) throws Exception {
        PlantSettings settings = Plants.full()
                .header(HeaderSettings.usual().startingAt(28))
                .sump(SumpSettings.usual().startingAt(4.2))
                .build();
        try (InputStream stream =
                Objects.requireNonNull(DemoScriptTest.class.getResourceAsStream("/io/pumpwatch/app/demo/demo.plant"))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Plant(settings, seed, PlantScript.parse("demo.plant", text, settings));
        }
    }

    /** Scans at 10 Hz; permits but while the swing stands, trips above 35 MPa. Gives the range of PT-101 in MPa. */
    private double[] scanTo(Plant plant, Field field, int second) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        while (plant.timeMs() < second * 1000L) {
            now = now.plusMs(100);
            for (Sample sample : field.read(now)) {
                inputs.put(sample.tag(), sample.value());
                if (sample.tag().equals(Plants.PT101)) {
                    double mpa = (sample.value() - 4) / 16 * 60;
                    range[0] = Math.min(range[0], mpa);
                    range[1] = Math.max(range[1], mpa);
                    tripped |= sample.value() > TRIP_MA && sample.value() < 21;
                }
            }
            boolean permit = !tripped && (plant.timeMs() < 14_000 || plant.timeMs() > 20_000);
            field.write(outputs(permit), now);
        }
        return range;
    }

    private List<Output> outputs(boolean permit) {
        return List.of(
                new Output(Plants.XC101, permit),
                new Output(new Tag("XC-102"), permit),
                new Output(new Tag("XC-201"), permit),
                new Output(Plants.XT101, tripped),
                new Output(new Tag("XT-102"), tripped));
    }

    private double input(Tag tag) {
        return inputs.getOrDefault(tag, Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyScenePlays(long seed) throws Exception {
        Plant plant = plant(seed);
        Field field = plant.connect();
        field.read(now);
        scanTo(plant, field, 9);
        assertTrue(
                plant.truth().headerMpa() > 30.5,
                "at pressure: " + plant.truth().headerMpa());
        double[] normal = scanTo(plant, field, 11);
        assertTrue(normal[1] - normal[0] < 4 && normal[0] > 30, "calm before the flutter");
        double[] flutter = scanTo(plant, field, 15);
        assertTrue(flutter[1] - flutter[0] > 4.5, "swing " + (flutter[1] - flutter[0]));
        scanTo(plant, field, 18);
        assertEquals(1, plant.truth().pump(Plants.P102).startsBlocked());
        assertFalse(plant.truth().pump(Plants.P102).turning());
        scanTo(plant, field, 24);
        assertTrue(plant.truth().pump(Plants.P102).turning());
        scanTo(plant, field, 29);
        assertTrue(input(Plants.PT201) > 4 + 6.2 / 10 * 16, "PT-201 at " + input(Plants.PT201) + " mA");
        assertFalse(tripped, "no trip before its scene");
        scanTo(plant, field, 40);
        assertTrue(tripped);
        assertFalse(plant.truth().pump(Plants.P101).contactorClosed());
        assertTrue(plant.truth().pump(Plants.P102).contactorClosed());
        scanTo(plant, field, 44);
        assertFalse(plant.truth().pump(Plants.P102).contactorClosed());
        assertTrue(input(Plants.PT101) < 3.6);
        assertEquals(1, input(Plants.LSHH301), "the float doesn't lift before the level is lost");
        scanTo(plant, field, 58);
        assertTrue(input(Plants.LT301) < 3.6);
        assertEquals(0, input(Plants.LSHH301), "float at " + plant.truth().sumpM());
        assertTrue(plant.truth().pump(Plants.P301).turning());
    }
}
