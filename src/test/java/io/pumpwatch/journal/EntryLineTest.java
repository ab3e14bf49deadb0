package io.pumpwatch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryLineTest {
    private static final String LINE = "{\"epoch\":1,\"seq\":42,\"boot\":3,\"utc\":\"2026-11-23T15:36:00.123Z\","
            + "\"uptime\":123456,\"clock\":\"ntp\",\"kind\":\"alarm.moved\",\"v\":1,\"body\":{\"n\":1}}";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Test
    void writesTheFixedOrder() {
        Stamp stamp = new Stamp(3, Samples.NOVEMBER, 123456, ClockTrust.NTP);
        EntryLine line = EntryLine.of(new EntryId(1, 42), new Draft("alarm.moved", 1, "{\"n\":1}", stamp));
        assertEquals(LINE, line.text());
        assertEquals(line, EntryLine.parse(LINE));
        assertEquals("alarm.moved", EntryLine.kindOf(LINE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"epoch\":1  | \"epoch\":01   | not in the form",
                "\"epoch\":1  | \"epoch\":0    | not in the form",
                "\"epoch\":1  | \"epoch\":-1   | not in the form",
                "\"seq\":42   | \"seq\":4x     | boot",
                "\"seq\":42   | \"seq\":99999999999999999999 | whole number",
                "\"boot\"     | \"bot\"        | \"boot\": is expected",
                "15:36        | 25:36          | a time such as",
                "15:36:00.123 | 24:00:00.000   | not in the form",
                "15:36:00     | 23:59:60       | not in the form",
                "11-23T       | 02-30T         | a time such as",
                "11-23T       | 02-29T         | a time such as",
                "2026-11      | +026-11        | a time such as",
                "\"boot\":3   | \"boot\":03    | not in the form",
                "\"boot\":3   | \"boot\":٣     | not in the form",
                "\"v\":1      | \"v\":01       | not in the form",
                "ntp          | gps            | unset, rtc or ntp",
                "\"v\":1      | \"v\":0        | not in the form",
                "\"v\":1      | \"v\":4294967297 | not in the form",
                "{\"n\":1}    | {\"n\":}      | no JSON",
                "{\"n\":1}    | {\"n\":1,\"n\":2} | Duplicate",
                "{\"n\":1}    | {\"n\":1}{}    | something follows",
                "{\"n\":1}    | [1]            | object",
                "{\"n\":1}}   | {\"n\":1}      | object",
            })
    void refusesWhatItWouldNotWrite(String part, String instead, String says) {
        JournalException refused =
                assertThrows(JournalException.class, () -> EntryLine.parse(LINE.replace(part, instead)));
        assertEquals(Trouble.BAD_LINE, refused.trouble());
        assertTrue(String.valueOf(refused.getMessage()).contains(says), refused.getMessage());
        assertTrue(refused.words(Lang.ZH).startsWith("不是日志行"));
    }

    @Test
    void everyTimeThatIsWrittenReadsAsItself() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            long utcMs = random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L);
            long uptimeMs = random.nextBoolean() ? random.nextLong() : random.nextInt(20);
            Stamp stamp = new Stamp(random.nextLong(), utcMs, uptimeMs, ClockTrust.RTC);
            EntryLine line = EntryLine.of(new EntryId(1, 42), new Draft("alarm.moved", 1, "{\"n\":1}", stamp));
            assertEquals(line, EntryLine.head(line.text()));
            // The library's own way, slower, to the same text.
            assertTrue(
                    line.text().contains("\"utc\":\"" + UTC.format(Instant.ofEpochMilli(utcMs)) + "\""), line.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Alarm",
                "1alarm",
                "-alarm",
                "alarm.",
                ".alarm",
                "alarm..moved",
                "alarm.2",
                "alarm_moved",
                "älarm"
            })
    void aDraftOfNoKindIsRefused(String kind) {
        Stamp at = Samples.stamp(1);
        assertThrows(IllegalArgumentException.class, () -> new Draft(kind, 1, "{}", at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "alarm", "alarm.moved", "reading.excursion-began2", "a-.b-"})
    void aDraftOfAKindIsTaken(String kind) {
        assertEquals(kind, new Draft(kind, 1, "{}", Samples.stamp(1)).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"a\":\"\n\"}", "{\"a\":\"\t\"}"})
    void aDraftWithoutOneLineOfObjectIsRefused(String body) {
        Stamp at = Samples.stamp(1);
        assertThrows(IllegalArgumentException.class, () -> new Draft("alarm.moved", 1, body, at));
    }

    @Test
    void everyPrefixAndEveryFlippedByteIsRefusedOrReadsAsItself() {
        Random random = new Random(7);
        for (int i = 0; i < LINE.length(); i++) {
            String prefix = LINE.substring(0, i);
            assertThrows(JournalException.class, () -> EntryLine.parse(prefix));
            StringBuilder flipped = new StringBuilder(LINE);
            flipped.setCharAt(i, (char) (LINE.charAt(i) ^ (1 << random.nextInt(7))));
            try {
                assertEquals(
                        flipped.toString(), EntryLine.parse(flipped.toString()).text());
            } catch (JournalException refused) {
                assertEquals(Trouble.BAD_LINE, refused.trouble());
            }
        }
    }

    @Test
    void aDraftThatWouldNotFitIsRefused() {
        String text = "x".repeat(Draft.BODY_BYTES_MAX - 8);
        Draft longest = new Draft("note", 1, "{\"t\":\"" + text + "\"}", Samples.stamp(1));
        EntryId farthest = new EntryId(Long.MAX_VALUE, Long.MAX_VALUE);
        assertTrue(EntryLine.of(farthest, longest).text().length() <= Entry.LINE_BYTES_MAX);
        JournalException refused = assertThrows(
                JournalException.class, () -> new Draft("note", 1, "{\"t\":\"" + text + "x\"}", Samples.stamp(1)));
        assertEquals(Trouble.TOO_LONG, refused.trouble());
        assertThrows(IllegalArgumentException.class, () -> new Draft("note", 1, "{\"t\":\n1}", Samples.stamp(1)));
        assertThrows(IllegalArgumentException.class, () -> new Draft("No te", 1, "{}", Samples.stamp(1)));
    }
}
