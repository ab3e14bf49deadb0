package io.pumpwatch.field.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.InputRefused;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings that are broken: what is refused whole, what costs a row or a cell, and in which words. */
class ReplayFaultsTest extends RecordingTests {
    @Test
    void textInANumberIsABadSampleWithItsLine() throws Exception {
        try (ReplayField field = open(HEADER
                + "2020-02-08 10:00:00;1;1;n.a.;0\n"
                + "2020-02-08 10:00:01;0x1p3;1;5;0\n"
                + "2020-02-08 10:00:02;1;1;1d;0\n")) {
            List<Sample> samples = readAll(field);
            assertEquals(6, samples.size());
            assertEquals(
                    3,
                    samples.stream()
                            .filter(sample -> sample.fault() == SampleFault.NOT_A_NUMBER)
                            .count());
            assertEquals(3, field.report().badCells());
            assertEquals(
                    "rig.csv:2: column Flow Rate, FT-101: \"n.a.\" isn't a number (L/min)",
                    field.report().faults().get(0).in(Lang.EN));
        }
    }

    @Test
    void aRowThatGoesBackIsRefusedAndTheRestGoesOn() throws Exception {
        try (ReplayField field = open(HEADER
                + "2020-02-08 10:00:10;1;1;1;0\n"
                + "2020-02-08 10:00:09;2;1;1;0\n"
                + "2020-02-08 10:00:10;3;1;1;0\n"
                + "2020-02-08 10:00:11;4;1;1;0\n")) {
            assertEquals(6, readAll(field).size());
            assertEquals(1, field.report().refusedRows());
            assertEquals(
                    "rig.csv:3: row refused: time \"2020-02-08 10:00:09\" goes back by 1.0 s",
                    field.report().faults().get(0).in(Lang.EN));
        }
    }

    @Test
    void aTimeFarAheadIsRefusedSoThatTheRestIsntLost() throws Exception {
        try (ReplayField field = open(HEADER
                + "2020-02-08 10:00:10;1;1;1;0\n"
                + "2099-02-08 10:00:11;2;1;1;0\n"
                + "2020-02-08 10:00:12;4;1;1;0\n")) {
            assertEquals(4, readAll(field).size());
            assertEquals(1, field.report().refusedRows());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-02-08 10:00:01;1;1;1       | 4 columns where the header has 5
            2020-02-08 10:00:01;1;1;1;0;0   | 6 columns where the header has 5
            2020-02-08 10:00;1;1;1;0        | isn't a time of the form yyyy-MM-dd HH:mm:ss
            yesterday;1;1;1;0               | isn't a time of the form yyyy-MM-dd HH:mm:ss
            2020-02-30 99:00:00;1;1;1;0     | isn't a time
            2020-02-08 10:00:01;"1;1;1;0    | a quote doesn't end
            """)
    void aRowThatCantBeReadIsRefusedWithItsLine(String row, String words) throws Exception {
        try (ReplayField field =
                open(HEADER + "2020-02-08 10:00:00;1;1;1;0\n" + row + "\n" + "2020-02-08 10:00:03;1;1;1;0\n")) {
            assertEquals(4, readAll(field).size());
            assertEquals(1, field.report().refusedRows());
            String message = field.report().faults().get(0).in(Lang.EN);
            assertTrue(message.startsWith("rig.csv:3: row refused: ") && message.contains(words), message);
        }
    }

    @Test
    void faultsAreKeptUpToABound() throws Exception {
        StringBuilder text = new StringBuilder(HEADER + "2020-02-08 10:00:00;1;1;1;0\n");
        text.append("x;1;1;1;0\n".repeat(250));
        try (ReplayField field = open(text.toString())) {
            readAll(field);
            assertEquals(250, field.report().refusedRows());
            assertEquals(100, field.report().faults().size());
            assertEquals(150, field.report().faultsOmitted());
        }
    }

    @Test
    void missingColumnsAreNamedAllAtOnceWithTheNearest() {
        String there = "; columns are: date time, Presure, Flow";
        String message = refused("date time;Presure;Flow\n1;2;3\n");
        assertEquals(
                List.of(
                        "rig.csv:1: no column datetime (did you mean date time?)" + there,
                        "rig.csv:1: no column Flow Rate" + there,
                        "rig.csv:1: no column Pressure (did you mean Presure?)" + there),
                message.lines().toList());
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        assertTrue(
                refused("datetime;Pressure;Pressure;Flow Rate\n").contains("column Pressure is there more than once"));
    }

    @Test
    void aWrongSeparatorShowsAsMissingColumns() {
        String message = refused("datetime,Pressure,Flow Rate\n2020-02-08 10:00:00,1,1\n");
        assertTrue(message.contains("no column datetime"), message);
    }

    @Test
    void filesWithNothingInThem() {
        assertEquals("rig.csv: is empty", refused(""));
        assertEquals("rig.csv: is empty", refused("\r\n\n"));
        assertEquals("rig.csv: has no row that can be used", refused(HEADER));
        String message = refused(HEADER + "x;1;1;1;0\n".repeat(50));
        assertTrue(message.startsWith("rig.csv: has no row that can be used\nrig.csv:2: row refused"), message);
        assertEquals(6, message.lines().count());
    }

    @Test
    void aFileThatIsntThere() {
        InputRefused refused =
                assertThrows(InputRefused.class, () -> ReplayField.open(folder.resolve("gone.csv"), MAPPING));
        assertTrue(refused.in(Lang.EN).startsWith("gone.csv: no such file"), refused.in(Lang.EN));
        assertThrows(InputRefused.class, () -> ReplayField.open(folder, MAPPING));
    }

    @Test
    void anotherEncodingIsNamed() {
        String message = refused(MAPPING, (HEADER + "2020;1;1;1;0\n").getBytes(StandardCharsets.UTF_16LE));
        assertTrue(message.startsWith("rig.csv:1: isn't text in UTF-8"), message);
        String chinese = "datetime;压力;Flow Rate\n2020-02-08 10:00:00;1;1\n";
        assertTrue(refused(MAPPING, chinese.getBytes(Charset.forName("GBK"))).contains("isn't text in UTF-8"));
    }

    @Test
    void tenMegabytesOfNoiseAreRefusedInFewWords() {
        byte[] noise = new byte[10 << 20];
        new Random(1).nextBytes(noise);
        String message = refused(MAPPING, noise);
        assertTrue(message.length() < 300 && message.startsWith("rig.csv:1: "), message);
        assertTrue(refused("x".repeat(10 << 20)).contains("isn't a header row: too long"));
    }

    @Test
    void noiseInTheMiddleCostsItsLinesOnly() throws Exception {
        byte[] noise = new byte[1 << 20];
        new Random(2).nextBytes(noise);
        byte[] head = (HEADER + "2020-02-08 10:00:00;1;1;1;0\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\n2020-02-08 10:00:05;1;1;1;0\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + noise.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(noise, 0, all, head.length, noise.length);
        System.arraycopy(tail, 0, all, head.length + noise.length, tail.length);
        try (ReplayField field = open(MAPPING, all)) {
            List<Sample> samples = readAll(field);
            assertEquals(4, samples.size());
            assertTrue(field.report().refusedRows() > 1000);
            assertTrue(field.report().faults().stream()
                    .allMatch(fault -> fault.in(Lang.EN).length() < 300));
        }
    }

    @Test
    void mappingsThatCantWorkAreRefused() {
        List<ReplayColumn> columns = List.of(ReplayColumn.plain(PT, "p"));
        ZoneId zone = ZoneId.of("UTC");
        assertThrows(IllegalArgumentException.class, () -> ReplayMapping.of(';', "t", "no pattern", zone, columns));
        assertThrows(IllegalArgumentException.class, () -> ReplayMapping.of('.', "t", FORMAT, zone, columns));
        assertThrows(IllegalArgumentException.class, () -> ReplayMapping.of(';', "t", FORMAT, zone, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ReplayColumn(PT, "p", "", 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ReplayColumn(PT, "p", "", Double.NaN, 0));
    }
}
