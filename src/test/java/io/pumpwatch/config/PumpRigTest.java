package io.pumpwatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.pumpwatch.alarms.AlarmEvent;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.Scan;
import io.pumpwatch.scan.ScanInput;
import io.pumpwatch.scan.ScanMemory;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationEvent;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rig's limits, delays and filters on rows like those of its recordings. */
class PumpRigTest {
    private static final double STEP_BAR = 0.328;

    /** What one row holds. */
    private interface Rows {
        Map<String, Double> at(int second);
    }

    private static Map<String, Double> normal(int second) {
        Random dice = new Random(second);
        double pressure = 0.055 + STEP_BAR * Math.max(-3, Math.min(4, Math.round(dice.nextGaussian())));
        return Map.of(
                "FT-101",
                122.0 + 2 * dice.nextGaussian(),
                "VT-101",
                0.205 + 0.003 * dice.nextGaussian(),
                "VT-102",
                0.275,
                "PT-101",
                pressure,
                "IT-101",
                2.4 + 0.3 * dice.nextGaussian(),
                "TT-101",
                90.5,
                "TT-102",
                27.0,
                "ET-101",
                228.0);
    }

    /** Raised alarms over so many seconds, with a row each second but every seventh and five in a hundred. */
    private static List<String> raised(Rows rows, int seconds) {
        Loaded loaded = StationFile.read(Path.of("config/pump-rig.toml")).loaded();
        assertNotNull(loaded);
        StationPlan plan = loaded.plan();
        StationState state = StationState.EMPTY;
        ScanMemory memory = ScanMemory.EMPTY;
        List<String> raised = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            List<Sample> samples = new ArrayList<>();
            long uptimeMs = second * 1_000L;
            boolean gap = second % 7 == 6 || second % 100 < 4;
            if (!gap) {
                int number = second + 1;
                rows.at(second).forEach((tag, value) -> samples.add(Sample.of(new Tag(tag), number, uptimeMs, value)));
            }
            ScanInput input = new ScanInput(samples, List.of(), Health.WELL);
            ScanResult result =
                    Scan.decide(plan, state, memory, input, 1, Now.of(1_600_000_000_000L + uptimeMs, uptimeMs));
            state = result.state();
            memory = result.memory();
            for (StationEvent event : result.events()) {
                if (event instanceof StationEvent.Alarm alarm
                        && alarm.event() instanceof AlarmEvent.Moved moved
                        && moved.to() == Life.UNACKED) {
                    raised.add(moved.id() + "@" + second);
                }
            }
        }
        return raised;
    }

    private static Rows with(String tag, int from, int to, double value) {
        return second -> {
            Map<String, Double> row = new HashMap<>(normal(second));
            if (second >= from && second < to) {
                row.put(tag, value);
            }
            return row;
        };
    }

    @Test
    void normalRunRaisesNothing() {
        // Two hours from 12:26, past the end of a noon round: a rig without pumps has none.
        assertEquals(List.of(), raised(PumpRigTest::normal, 7_200));
    }

    @Test
    void lowFlowIsRaisedOnceThoughItComesBackForAMoment() {
        Rows rows = second -> {
            double flow = second < 600 || second > 900 ? 122 : second >= 607 && second < 615 ? 115 : 40;
            Map<String, Double> row = new HashMap<>(normal(second));
            row.put("FT-101", flow);
            return row;
        };
        assertEquals(1, raised(rows, 1_100).size());
        assertEquals("FT-101.L", raised(rows, 1_100).get(0).replaceAll("@.*", ""));
    }

    @Test
    void highVibrationIsRaisedOnce() {
        assertEquals(
                List.of("VT-101.H"),
                raised(with("VT-101", 600, 900, 0.5), 1_100).stream()
                        .map(point -> point.replaceAll("@.*", ""))
                        .toList());
    }

    @Test
    void pressureThatReallyRisesIsSaid() {
        assertEquals(
                List.of("PT-101.H"),
                raised(with("PT-101", 600, 900, 2.5), 1_100).stream()
                        .map(point -> point.replaceAll("@.*", ""))
                        .toList());
    }
}
