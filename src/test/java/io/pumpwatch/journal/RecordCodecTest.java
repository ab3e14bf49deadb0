package io.pumpwatch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCodecTest {
    sealed interface Swing permits Calm, Latched {}

    record Calm() implements Swing {}

    record Latched(Instant since, double spreadMpa) implements Swing {}

    record Limit(AlarmId point, double setpoint, Priority priority) {}

    record Moved(
            Tag tag,
            Limit limit,
            @Nullable String person,
            List<Limit> others,
            Set<Priority> priorities,
            Map<AlarmId, Integer> counts,
            Map<Priority, List<String>> names,
            Swing swing,
            @Nullable Double last,
            boolean drill,
            long seq) {}

    record Other(int count) {}

    private final RecordCodec codec = RecordCodec.builder()
            .kind("alarm.moved", 3, Moved.class)
            .upcast("alarm.moved", 2, body -> {
                Map<String, @Nullable Object> next = new LinkedHashMap<>(body);
                next.put("drill", next.remove("test"));
                return next;
            })
            .kind("other", 1, Other.class)
            .build();

    private static Moved moved() {
        Tag tag = new Tag("LT-301");
        Limit limit = new Limit(tag.alarm("HH"), 4.5, Priority.CRITICAL);
        return new Moved(
                tag,
                limit,
                null,
                List.of(limit),
                Set.of(Priority.LOW, Priority.HIGH),
                Map.of(tag.alarm("LL"), 2, tag.alarm("HH"), 1),
                Map.of(Priority.LOW, List.of("泵\"\\\n\u0001", "\ud83d\ude00 \ud83d"), Priority.HIGH, List.of()),
                new Latched(Instant.ofEpochMilli(5), Double.NaN),
                Double.NEGATIVE_INFINITY,
                true,
                Long.MAX_VALUE);
    }

    @Test
    void writesOneLineWithKeysInOrderAndReadsTheSame() {
        String json = codec.write(moved());
        assertEquals(
                "{\"tag\":\"LT-301\",\"limit\":{\"point\":\"LT-301.HH\",\"setpoint\":4.5,\"priority\":\"CRITICAL\"},"
                        + "\"others\":[{\"point\":\"LT-301.HH\",\"setpoint\":4.5,\"priority\":\"CRITICAL\"}],"
                        + "\"priorities\":[\"HIGH\",\"LOW\"],\"counts\":{\"LT-301.HH\":1,\"LT-301.LL\":2},"
                        + "\"names\":{\"HIGH\":[],\"LOW\":[\"泵\\\"\\\\\\u000a\\u0001\",\"\ud83d\ude00 \\ud83d\"]},"
                        + "\"swing\":{\"@\":\"Latched\",\"since\":\"1970-01-01T00:00:00.005Z\",\"spreadMpa\":null},"
                        + "\"last\":\"-Infinity\",\"drill\":true,\"seq\":9223372036854775807}",
                json);
        assertEquals(moved(), codec.read(Moved.class, json));
        EntryLine line = EntryLine.of(new EntryId(1, 1), codec.draft(moved(), Samples.stamp(1)));
        assertEquals(moved(), codec.read(EntryLine.parse(line.text())));
    }

    @Test
    void doublesAreShortestOnEveryJdk() {
        // Double.toString of JDK 17 gives 2.0E-3 and 1.9999999999999998E23 here.
        assertEquals(
                "{\"point\":\"LT-301.HH\",\"setpoint\":2.0E23,\"priority\":\"LOW\"}",
                codec.write(new Limit(AlarmId.parse("LT-301.HH"), Double.parseDouble("2e23"), Priority.LOW)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"setpoint\":4.5 | \"setpoint\":\"4.5\" | limit.setpoint | a number is needed",
                "\"setpoint\":4.5, | ''                  | limit.setpoint | it is missing",
                "\"drill\":true    | \"drill\":1         | drill          | true or false",
                "\"drill\":true    | \"drill\":true,\"extra\":1 | extra   | no such property",
                "CRITICAL          | DIRE                | limit.priority | not a Priority: DIRE",
                "\"tag\":\"LT-301\" | \"tag\":\"nonsense\" | tag          | not a Tag",
                "[\"HIGH\",\"LOW\"] | [\"LOW\",\"LOW\"]  | priorities     | twice",
                "\"LT-301.LL\":2   | \"LT-301.LL\":2.5   | counts.LT-301.LL | whole number",
                "\"LT-301.LL\":2   | \"LT-301.LL\":3000000000 | counts.LT-301.LL | whole number",
                "\"Latched\"       | \"Swinging\"        | swing.@        | Calm, Latched",
                "\"seq\":9223372036854775807 | \"seq\":9223372036854775808 | (whole) | range",
            })
    void saysWhichFieldIsWrong(String part, String instead, String field, String says) {
        String json = codec.write(moved()).replaceFirst(java.util.regex.Pattern.quote(part), instead);
        JournalException refused = assertThrows(JournalException.class, () -> codec.read(Moved.class, json));
        assertEquals(Trouble.BAD_BODY, refused.trouble());
        assertEquals(field, refused.args().get("field"), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains(says), refused.getMessage());
    }

    @Test
    void olderVersionsAreBroughtUpAndUnknownOnesRefused() {
        String old = codec.write(moved()).replace("\"drill\"", "\"test\"");
        assertEquals(moved(), codec.read(entry("alarm.moved", 2, old)));
        for (EntryLine unknown :
                List.of(entry("alarm.moved", 1, old), entry("alarm.moved", 4, old), entry("pump.started", 1, "{}"))) {
            JournalException refused = assertThrows(JournalException.class, () -> codec.read(unknown));
            assertEquals(Trouble.UNKNOWN_KIND, refused.trouble());
        }
    }

    private static EntryLine entry(String kind, int version, String body) {
        return EntryLine.of(new EntryId(1, 1), new Draft(kind, version, body, Samples.stamp(1)));
    }

    record Unfit(Object anything) {}

    @Test
    void aTypeThatCannotBeKeptIsFoundWhenTheProgramStarts() {
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordCodec.builder().kind("x", 1, Unfit.class).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordCodec.builder()
                        .kind("x", 1, Other.class)
                        .kind("y", 1, Other.class)
                        .build());
    }
}
