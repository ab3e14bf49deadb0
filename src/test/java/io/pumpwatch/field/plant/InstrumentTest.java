package io.pumpwatch.field.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a channel hands over, whole and with each fault. */
class InstrumentTest {
    private static final ChannelSettings LOOP = ChannelSettings.loop(Plants.PT101, Measure.HEADER_PRESSURE, 0, 60);

    private double truth;

    private Instrument instrument(ChannelSettings settings, long seed) {
        return new Instrument(settings, () -> truth, new Dice(seed));
    }

    private List<Sample> reads(Instrument instrument, double newTruth, int count) {
        truth = newTruth;
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Sample sample = instrument.read(i * 100L, i * 100L);
            if (sample != null) {
                samples.add(sample);
            }
        }
        return samples;
    }

    @Test
    void aLoopSends4To20MaWithALittleNoiseInStepsOfTheConverter() {
        List<Sample> samples = reads(instrument(LOOP, 1), 30, 500);
        double mean = samples.stream().mapToDouble(Sample::value).average().orElseThrow();
        assertEquals(12, mean, 0.01);
        for (Sample sample : samples) {
            assertEquals(12, sample.value(), 0.03);
            assertEquals(0, Math.IEEEremainder(sample.value(), 0.00125), 1e-9);
        }
        assertTrue(samples.stream().map(Sample::value).distinct().count() > 5, "it isn't frozen");
    }

    @ParameterizedTest
    @CsvSource({"-10, 3.8", "0, 4", "60, 20", "100, 20.5"})
    void aTransmitterSaturatesAfterNamur(double mpa, double ma) {
        reads(instrument(LOOP, 2), mpa, 100).forEach(sample -> assertEquals(ma, sample.value(), 0.03));
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN_WIRE, 0, 3.5",
        "SHORT, 21.1, 24.5",
        "SATURATED, 20.5, 21",
        "JUMP, 16.5, 17.1",
    })
    void aFaultyLoopStaysInsideTheFaultsBand(SignalFault fault, double low, double high) {
        for (long seed = 0; seed < 200; seed++) {
            Instrument instrument = instrument(LOOP, seed);
            instrument.set(fault, 0);
            for (Sample sample : reads(instrument, 30, 20)) {
                assertTrue(sample.value() >= low && sample.value() <= high, fault + ": " + sample);
                assertEquals(SampleFault.NONE, sample.fault());
            }
        }
    }

    @Test
    void frozenRepeatsExactlyAndThawsWhenMended() {
        Instrument instrument = instrument(LOOP, 3);
        reads(instrument, 30, 1);
        instrument.set(SignalFault.FROZEN, 0);
        HashSet<Double> values = new HashSet<>();
        reads(instrument, 40, 100).forEach(sample -> values.add(sample.value()));
        assertEquals(1, values.size());
        instrument.set(null, 0);
        assertEquals(4 + 40 / 60.0 * 16, reads(instrument, 40, 1).get(0).value(), 0.05);
    }

    @Test
    void noiseIsRough() {
        Instrument instrument = instrument(LOOP, 4);
        instrument.set(SignalFault.NOISE, 0);
        double widest = reads(instrument, 30, 100).stream()
                .mapToDouble(sample -> Math.abs(sample.value() - 12))
                .max()
                .orElseThrow();
        assertTrue(widest > 1, "widest " + widest);
    }

    @Test
    void driftGrows() {
        Instrument instrument = instrument(LOOP, 5);
        instrument.set(SignalFault.DRIFT, 0);
        truth = 20;
        Sample soon = instrument.read(1_000, 1_000);
        Sample late = instrument.read(60_000, 60_000);
        assertNotNull(soon);
        assertNotNull(late);
        assertTrue(late.value() - soon.value() > 1.5, soon + " " + late);
    }

    @Test
    void aBusErrorIsAFailedSampleWithItsNumberAndSilenceIsNone() {
        Instrument instrument = instrument(LOOP, 6);
        instrument.set(SignalFault.BUS_ERROR, 0);
        List<Sample> failed = reads(instrument, 30, 3);
        assertEquals(List.of(1L, 2L, 3L), failed.stream().map(Sample::number).toList());
        failed.forEach(sample -> assertEquals(SampleFault.BUS_ERROR, sample.fault()));
        instrument.set(SignalFault.SILENT, 0);
        assertNull(instrument.read(400, 400));
        instrument.set(null, 0);
        assertEquals(4, reads(instrument, 30, 1).get(0).number());
    }

    @Test
    void unitsComeScaledAndABrokenWireIsNoNumber() {
        ChannelSettings bar =
                new ChannelSettings(Plants.PT101, Measure.HEADER_PRESSURE, null, SignalForm.UNITS, 0, 600, 10, false);
        Instrument instrument = instrument(bar, 7);
        reads(instrument, 30, 50).forEach(sample -> assertEquals(300, sample.value(), 1));
        instrument.set(SignalFault.BROKEN_WIRE, 0);
        assertEquals(SampleFault.NOT_A_NUMBER, reads(instrument, 30, 1).get(0).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "1, BROKEN_WIRE, 0",
        "0, BROKEN_WIRE, 0",
        "1, SHORT, 1",
        "0, SHORT, 1",
        "1, JUMP, 0",
        "0, JUMP, 1",
    })
    void aContactWithAFault(double truth, SignalFault fault, double read) {
        Instrument instrument = instrument(ChannelSettings.contact(Plants.LSHH301, Measure.HIGH_HIGH_FLOAT), 8);
        reads(instrument, truth, 1).forEach(sample -> assertEquals(truth, sample.value()));
        instrument.set(fault, 0);
        reads(instrument, truth, 5).forEach(sample -> assertEquals(read, sample.value()));
    }

    @Test
    void aStuckFloatStaysWhereItWas() {
        Instrument instrument = instrument(ChannelSettings.contact(Plants.LSHH301, Measure.HIGH_HIGH_FLOAT), 9);
        reads(instrument, 1, 1);
        instrument.set(SignalFault.FROZEN, 0);
        assertEquals(1, reads(instrument, 0, 5).get(4).value());
    }

    @Test
    void aNoisyContactBounces() {
        Instrument instrument = instrument(ChannelSettings.contact(Plants.XS101, Measure.RUNNING, Plants.P101), 10);
        instrument.set(SignalFault.NOISE, 0);
        assertEquals(
                2,
                reads(instrument, 1, 50).stream().map(Sample::value).distinct().count());
    }
}
