package io.pumpwatch.config;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.duty.Accidents;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.duty.HandoverWatch;
import io.pumpwatch.interlocks.Condition;
import io.pumpwatch.rounds.RoundsPoints;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The points that the agent decides itself are there for everything they stand on, with all their words. */
class LogicPointsTest {
    private static Loaded full() {
        Loaded loaded = StationFile.read(Path.of("config/full.toml")).loaded();
        assertNotNull(loaded);
        return loaded;
    }

    private static Set<String> constants(Class<?> holder) throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field field : holder.getFields()) {
            if (field.getType() == String.class) {
                names.add((String) field.get(null));
            }
        }
        return names;
    }

    @Test
    void everyConditionOfTheCoreHasItsWords() throws IllegalAccessException {
        Set<String> named = constants(Condition.class);
        named.addAll(constants(SelfCheck.class));
        named.addAll(constants(DutyPlan.class));
        named.addAll(constants(RoundsPoints.class));
        named.addAll(constants(HandoverWatch.class));
        named.addAll(constants(Accidents.class));
        assertEquals(named, new TreeSet<>(new LogicPoints(Map.of()).conditions()));
    }

    @Test
    void everyPointSpeaksBothLanguages() {
        for (AlarmPlan point : full().plan().alarms().points().values()) {
            AlarmPlan.Words words = point.words();
            for (Text text : List.of(words.name(), words.cause(), words.consequence(), words.response())) {
                assertFalse(text.en().isBlank(), () -> point.id() + " lacks English");
                assertFalse(text.zh().isBlank(), () -> point.id() + " lacks Chinese");
                assertFalse(text.en().contains("{") || text.zh().contains("{"), () -> point.id() + ": " + text);
            }
        }
    }

    @Test
    void theFullStationHasThePointsOfItsProtection() {
        Set<AlarmId> points = full().plan().alarms().points().keySet();
        for (String id : List.of(
                "PT-101.SWING",
                "PT-101.TRIP",
                "PT-101.NO-PRESSURE",
                "PT-101.CONTACT-DISAGREES",
                "PT-101.BYPASSED",
                "PT-101.OUTSIDE-RULE",
                "PT-101.BAD",
                "PT-201.NO-PRESSURE",
                "LT-102.TRIP",
                "LT-102.BYPASSED",
                "XS-101.TRIP-FAILED",
                "XS-101.UNEXPECTED-STOP",
                "XS-101.AGAINST-INHIBIT",
                "XS-301.UNEXPECTED-STOP",
                "XS-301.NO-ANSWER",
                "XS-301.NOT-READY",
                "LT-301.LOST",
                "LT-301.GAUGE-OVERDUE",
                "LT-301.RISE",
                "LT-301.OVERFLOW-SOON",
                "LT-301.DEVIATION",
                "LSHH-301.DISAGREES",
                "LSHH-301.BAD",
                "XS-101.BAD",
                "UA-900.LINK",
                "UA-900.UNCONFIRMED",
                "UA-900.STORE",
                "UA-900.ROOM",
                "UA-900.HISTORY",
                "UA-900.RECORDS-CUT",
                "UA-900.CLOCK",
                "UA-900.CRASHES",
                "UA-900.ACCIDENT")) {
            assertTrue(points.contains(AlarmId.parse(id)), id);
        }
    }

    @Test
    void noPointOfWhatIsNotThere() {
        Set<AlarmId> points = full().plan().alarms().points().keySet();
        for (String id : List.of(
                "PT-201.SWING",
                "PT-201.TRIP",
                "XS-301.TRIP-FAILED",
                "XS-301.AGAINST-INHIBIT",
                "XS-101.NOT-READY",
                "XS-101.NO-ANSWER",
                "LT-302.DEVIATION",
                "LT-301.BYPASSED")) {
            assertFalse(points.contains(AlarmId.parse(id)), id);
        }
    }

    @Test
    void prioritiesAreThoseOfTheDomain() {
        Map<AlarmId, AlarmPlan> points = full().plan().alarms().points();
        Map.of(
                        "XS-101.TRIP-FAILED", Priority.CRITICAL,
                        "PT-101.TRIP", Priority.CRITICAL,
                        "LT-301.LOST", Priority.CRITICAL,
                        "LSHH-301.HH", Priority.CRITICAL,
                        "UA-900.ACCIDENT", Priority.CRITICAL,
                        "XS-101.UNEXPECTED-STOP", Priority.HIGH,
                        "XS-101.AGAINST-INHIBIT", Priority.HIGH,
                        "PT-101.SWING", Priority.HIGH)
                .forEach((id, priority) -> assertEquals(
                        priority, requireNonNull(points.get(AlarmId.parse(id))).priority(), id));
    }

    @Test
    void theFileChangesAPointAndKeepsTheRestOfIt() {
        String toml = BrokenFile.resource("base.toml")
                + "[alarm.XS-101.UNEXPECTED-STOP]\npriority = \"low\"\noff_delay = \"7 s\"\n"
                + "[alarm.LT-301.GAUGE-OVERDUE]\nenabled = false\n";
        Loaded loaded = StationFile.parse("f", toml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .loaded();
        assertNotNull(loaded);
        Map<AlarmId, AlarmPlan> points = loaded.plan().alarms().points();
        AlarmPlan changed = requireNonNull(points.get(new Tag("XS-101").alarm(Condition.UNEXPECTED_STOP)));
        assertEquals(Priority.LOW, changed.priority());
        assertEquals(7_000, changed.offDelayMs());
        assertEquals(
                "P-101 stopped and nobody has said why", changed.words().name().en());
        assertFalse(points.containsKey(new Tag("LT-301").alarm(Condition.GAUGE_OVERDUE)));
    }
}
