package io.pumpwatch.dispatch.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.pumpwatch.dispatch.TestStation;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each payload fits its schema and its reader; each mutation of it fits neither. */
class SchemaTest {
    private static final EntryId ID = new EntryId(3, 42);
    private static final AlarmId HH = AlarmId.parse("PT-101.HH");

    private interface Decode {
        byte[] again(byte[] payload) throws PayloadException;
    }

    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Sample(String schema, String name, byte[] payload, Decode decode) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Sample command(CommandBody body) {
        byte[] payload = new CommandPayload(new Topics("mine-1", "ps-3"), "a_Z-9", 1_795_420_800_123L, body).encode();
        return new Sample(
                "command",
                body.verb(),
                payload,
                bytes -> CommandPayload.decode(bytes).encode());
    }

    private static Sample event(String name, EventPayload event) {
        return new Sample(
                "event",
                name,
                event.encode(),
                bytes -> EventPayload.decode(bytes).encode());
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample(
                        "status",
                        "status",
                        new StatusPayload(true, 3, 7, "0.1.0", ClockTrust.RTC, 1_795_420_800_000L, ID, ID, EntryId.NONE)
                                .encode(),
                        bytes -> StatusPayload.decode(bytes).encode()),
                new Sample(
                        "alarm",
                        "alarm",
                        TestStation.alarm("PT-101.HH", State.RTN_UNACKED, ID).encode(),
                        bytes -> AlarmPayload.decode(bytes).encode()),
                event(
                        "line",
                        new EventPayload.Line("{\"epoch\":3,\"seq\":42,\"body\":\"压力 \\\" \u0001\"}", "a".repeat(64))),
                event("gap", new EventPayload.Gap(3, 5, 90, "trimmed")),
                event("stub", new EventPayload.Stub(ID, "0".repeat(64), 1234, "dropped the link 3 times")),
                new Sample(
                        "reading",
                        "reading",
                        new ReadingPayload(
                                        1,
                                        7,
                                        List.of(
                                                new ReadingPayload.Value(
                                                        new Tag("PT-101"),
                                                        31.25,
                                                        "MPa",
                                                        Quality.GOOD,
                                                        QualityCause.NONE),
                                                new ReadingPayload.Value(
                                                        new Tag("LT-301"),
                                                        Double.NaN,
                                                        "m",
                                                        Quality.BAD,
                                                        QualityCause.DRILL)))
                                .encode(),
                        bytes -> ReadingPayload.decode(bytes).encode()),
                command(new CommandBody.Seen(HH, ID, "值班员")),
                command(new CommandBody.Approve("张三", LocalDate.of(2026, 12, 31), "pump maker", "李伟")),
                command(new CommandBody.Revoke("张三", "李伟")),
                command(new CommandBody.Receipt(ID, List.of(new CommandBody.AlarmReceipt(HH, ID)), 5L, null)),
                command(new CommandBody.Resend(ID)),
                command(new CommandBody.State()),
                new Sample(
                        "reply",
                        "reply",
                        new ReplyPayload("x", "seen", false, "command.age", new Text("too old", "过期"), 1).encode(),
                        bytes -> ReplyPayload.decode(bytes).encode()));
    }

    private static JsonSchema schema(String name) throws IOException {
        try (InputStream in =
                Topics.class.getResourceAsStream("/io/pumpwatch/dispatch/schema/" + name + ".schema.json")) {
            String text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsItsSchemaAndComesBackAsTheSameBytes(Sample sample) throws Exception {
        String text = new String(sample.payload(), StandardCharsets.UTF_8);
        assertEquals(java.util.Set.of(), schema(sample.schema()).validate(text, InputFormat.JSON), text);
        assertArrayEquals(sample.payload(), sample.decode().again(sample.payload()), text);
    }

    /** An unknown member, a member less, a text for a number and the other way round, at every place. */
    private static List<String> mutations(String text) {
        List<String> all = new ArrayList<>();
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            if (!inText(text, at)) {
                String comma = text.charAt(at + 1) == '}' ? "" : ",";
                all.add(text.substring(0, at + 1) + "\"unknown\":1" + comma + text.substring(at + 1));
            }
        }
        java.util.regex.Matcher member = java.util.regex.Pattern.compile(
                        "\"(\\w+)\":(-?\\d[\\d.E]*|true|false|\"(?:[^\"\\\\]|\\\\.)*\")")
                .matcher(text);
        while (member.find()) {
            if (inText(text, member.start())) {
                continue;
            }
            String wrong = member.group(2).startsWith("\"") ? "17" : "\"17\"";
            all.add(text.substring(0, member.start(2)) + wrong + text.substring(member.end(2)));
            all.add(text.substring(0, member.start(1)) + "other" + text.substring(member.end(1)));
        }
        return all;
    }

    private static boolean inText(String text, int at) {
        boolean in = false;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                in = !in;
            }
        }
        return in;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyMutationIsRefusedByTheSchemaAndByTheReader(Sample sample) throws Exception {
        List<String> mutations = mutations(new String(sample.payload(), StandardCharsets.UTF_8));
        assertTrue(mutations.size() >= 2, "mutations: " + mutations);
        JsonSchema schema = schema(sample.schema());
        for (String mutation : mutations) {
            assertFalse(schema.validate(mutation, InputFormat.JSON).isEmpty(), "schema takes " + mutation);
            PayloadException refused = assertThrows(
                    PayloadException.class,
                    () -> sample.decode().again(mutation.getBytes(StandardCharsets.UTF_8)),
                    mutation);
            assertTrue(String.valueOf(refused.getMessage()).matches("(?s)\\w+.*: .+"), refused.getMessage());
        }
    }

    @Test
    void noiseIsRefusedInWords() {
        for (String noise :
                List.of("", "{", "[]", "null", "{\"a\":1}{", "{\"a\":1,\"a\":2}", "\u0000", "{}".repeat(9))) {
            assertThrows(
                    PayloadException.class, () -> StatusPayload.decode(noise.getBytes(StandardCharsets.UTF_8)), noise);
        }
        assertThrows(PayloadException.class, () -> StatusPayload.decode(new byte[1_000_000]));
        String deep = "{\"body\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertThrows(PayloadException.class, () -> CommandPayload.decode(deep.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesThatWouldBreakATopicAreRefused() {
        for (String bad : List.of("", "a/b", "+", "#", "a+", "a b", ".a", "a\u0000", "a".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> new Topics(bad, "ps-3"), bad);
            assertThrows(IllegalArgumentException.class, () -> new Topics("mine-1", bad), bad);
        }
        assertEquals("pumpwatch/v1/一矿/泵站-3/alarm/PT-101/HH", new Topics("一矿", "泵站-3").alarm(HH));
        assertEquals(HH, new Topics("m", "s").alarmOf("pumpwatch/v1/m/s/alarm/PT-101/HH"));
    }
}
