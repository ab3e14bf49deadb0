package io.pumpwatch.field.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.InputRefused;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of the shape that rigs and loggers write, whole and broken. */
class ReplayFieldTest {
    private static final Tag FT = new Tag("FT-101");
    private static final Tag PT = new Tag("PT-101");
    private static final String FORMAT = "yyyy-MM-dd HH:mm:ss";
    private static final ReplayMapping MAPPING = ReplayMapping.of(
            ';',
            "datetime",
            FORMAT,
            ZoneId.of("Europe/Berlin"),
            List.of(new ReplayColumn(FT, "Flow Rate", "L/min", 0.06, 1), ReplayColumn.plain(PT, "Pressure")));
    private static final String HEADER = "datetime;Pressure;Current;Flow Rate;anomaly\r\n";

    @TempDir
    private Path folder;

    private ReplayField open(ReplayMapping mapping, byte[] bytes) throws IOException, InputRefused {
        return ReplayField.open(Files.write(folder.resolve("rig.csv"), bytes), mapping);
    }

    private ReplayField open(String text) throws IOException, InputRefused {
        return open(MAPPING, text.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(ReplayMapping mapping, byte[] bytes) {
        InputRefused refused = assertThrows(InputRefused.class, () -> open(mapping, bytes));
        assertTrue(refused.in(Lang.ZH).codePoints().anyMatch(c -> c > 0x4E00), refused.in(Lang.ZH));
        return refused.in(Lang.EN);
    }

    private String refused(String text) {
        return refused(MAPPING, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Sample> readAll(ReplayField field) {
        List<Sample> samples = new ArrayList<>();
        for (Optional<Now> tick = field.advance(); tick.isPresent(); tick = field.advance()) {
            samples.addAll(field.read(tick.get()));
        }
        return samples;
    }

    @Test
    void rowsBecomeScaledSamplesAtTheirTime() throws Exception {
        try (ReplayField field = open(HEADER
                + "2020-02-08 18:34:51;-0.27;2.5;120;0.0\r\n"
                + "2020-02-08 18:34:52;0.38;2.5;121;0.0\r\n"
                + "2020-02-08 18:34:54;0.05;2.5;122;1.0\r\n")) {
            Now first = field.peekNext().orElseThrow();
            assertEquals(Instant.parse("2020-02-08T17:34:51Z"), first.utc());
            assertEquals(
                    List.of(
                            Sample.of(FT, 1, 1000, 8.2),
                            Sample.of(PT, 1, 1000, -0.27),
                            Sample.of(FT, 2, 2000, 8.26),
                            Sample.of(PT, 2, 2000, 0.38),
                            Sample.of(FT, 3, 4000, 8.32),
                            Sample.of(PT, 3, 4000, 0.05)),
                    readAll(field));
            assertEquals(new ReplayReport(3, 0, 0, 0, List.of(), 0), field.report());
            assertEquals(Optional.empty(), field.peekNext());
        }
    }

    @Test
    void aGapIsTicksWithoutSamples() throws Exception {
        try (ReplayField field = open(HEADER + "2020-02-08 10:00:00;1;1;1;0\n" + "2020-02-08 10:02:00;1;1;1;0\n")) {
            int ticks = 0;
            int silent = 0;
            for (Optional<Now> tick = field.advance(); tick.isPresent(); tick = field.advance()) {
                assertEquals(1000L + 1000L * ticks, tick.get().uptimeMs());
                ticks++;
                silent += field.read(tick.get()).isEmpty() ? 1 : 0;
            }
            assertEquals(121, ticks);
            assertEquals(119, silent);
        }
    }

    @Test
    void aPacedRunnerSeesWhenTheNextRowIsDue() throws Exception {
        try (ReplayField field = open(HEADER + "2020-02-08 10:00:00;1;1;1;0\n" + "2020-02-08 10:00:05;1;1;1;0\n")) {
            Now tick = field.advance().orElseThrow();
            field.read(tick);
            assertEquals(tick.plusMs(5_000), field.peekNext().orElseThrow());
        }
    }

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
    void missingCellsAreNoSamples() throws Exception {
        try (ReplayField field = open(HEADER
                + "2020-02-08 10:00:00;;1;NaN;0\n"
                + "2020-02-08 10:00:01; - ;1;5;0\n"
                + "2020-02-08 10:00:02;1;1;null;0\n")) {
            assertEquals(2, readAll(field).size());
            assertEquals(4, field.report().missingCells());
            assertEquals(List.of(), field.report().faults());
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
        assertEquals("""
                rig.csv:1: no column datetime (did you mean date time?); columns are: date time, Presure, Flow
                rig.csv:1: no column Flow Rate; columns are: date time, Presure, Flow
                rig.csv:1: no column Pressure (did you mean Presure?); columns are: date time, Presure, Flow""", refused("date time;Presure;Flow\n1;2;3\n"));
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
    void theMappingMayNameAnotherEncodingAndDecimal() throws Exception {
        ReplayMapping mapping = new ReplayMapping(
                Charset.forName("GBK"),
                ';',
                ',',
                "时间",
                FORMAT,
                ZoneId.of("Asia/Shanghai"),
                Set.of("无"),
                List.of(ReplayColumn.plain(PT, "压力")),
                1000,
                60_000);
        String text = "时间;压力\n2020-02-08 10:00:00;31,5\n2020-02-08 10:00:01;无\n2020-02-08 10:00:02;1.5\n";
        try (ReplayField field = open(mapping, text.getBytes(Charset.forName("GBK")))) {
            assertEquals(
                    Instant.parse("2020-02-08T02:00:00Z"),
                    field.peekNext().orElseThrow().utc());
            List<Sample> samples = readAll(field);
            assertEquals(31.5, samples.get(0).value());
            assertEquals(SampleFault.NOT_A_NUMBER, samples.get(1).fault());
            assertEquals(1, field.report().missingCells());
        }
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
    void aByteOrderMarkAndQuotedCellsAreRead() throws Exception {
        try (ReplayField field =
                open("\uFEFF\"datetime\";\"Pressure\";\"Flow Rate\"\n\"2020-02-08 10:00:00\";\"1.5\";\"2\"\n")) {
            assertEquals(2, readAll(field).size());
        }
    }

    @Test
    void theRepeatedHourOfAClockChangeGoesForward() throws Exception {
        try (ReplayField field = open(HEADER
                + "2020-10-25 02:59:59;1;1;1;0\n"
                + "2020-10-25 02:00:00;2;1;1;0\n"
                + "2020-10-25 02:00:01;3;1;1;0\n")) {
            List<Sample> samples = readAll(field);
            assertEquals(0, field.report().refusedRows());
            assertEquals(
                    List.of(1000L, 2000L, 3000L),
                    samples.stream()
                            .filter(sample -> sample.tag().equals(PT))
                            .map(Sample::uptimeMs)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "epoch-s, 1581156000.5, 2020-02-08T10:00:00.500Z",
        "epoch-ms, 1581156000500, 2020-02-08T10:00:00.500Z",
        "yyyy-MM-dd'T'HH:mm:ssXXX, 2020-02-08T11:00:00+01:00, 2020-02-08T10:00:00Z",
        "dd.MM.yyyy HH:mm, 08.02.2020 11:00, 2020-02-08T10:00:00Z",
    })
    void formsOfTime(String format, String cell, String utc) throws Exception {
        ReplayMapping mapping =
                ReplayMapping.of(';', "t", format, ZoneId.of("Europe/Berlin"), List.of(ReplayColumn.plain(PT, "p")));
        try (ReplayField field = open(mapping, ("t;p\n" + cell + ";1\n").getBytes(StandardCharsets.UTF_8))) {
            assertEquals(Instant.parse(utc), field.peekNext().orElseThrow().utc());
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

    @Test
    void everyTickIsWithinTheRecordingSoThatAnUnreadOneStillEndsOnceRead() throws Exception {
        try (ReplayField field = open(HEADER + "2020-02-08 10:00:00;1;1;1;0\n2020-02-08 10:00:01;1;1;1;0\n")) {
            Now one = field.advance().orElseThrow();
            Now two = field.advance().orElseThrow();
            assertEquals(one.plusMs(1000), two);
            assertFalse(field.read(two).isEmpty());
            assertEquals(Optional.empty(), field.advance());
        }
    }
}
