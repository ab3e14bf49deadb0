package io.pumpwatch.field.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of the shape that rigs and loggers write. */
class ReplayFieldTest extends RecordingTests {
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
