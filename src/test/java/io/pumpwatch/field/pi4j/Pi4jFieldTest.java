package io.pumpwatch.field.pi4j;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.pi4j.Pi4jSettings.Channel;
import io.pumpwatch.field.pi4j.Pi4jSettings.Chip;
import io.pumpwatch.field.pi4j.Pi4jSettings.Contact;
import io.pumpwatch.field.pi4j.Pi4jSettings.Relay;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The field as the scan sees it: contacts, relays, and buses that hang. */
class Pi4jFieldTest {
    private static final Tag XS = new Tag("XS-101");
    private static final Tag XC = new Tag("XC-101");
    private static final Tag PT = new Tag("PT-101");
    private static final long MS = 1_000_000;

    private final AtomicLong nowNs = new AtomicLong();
    private final FakePins pins = new FakePins();
    private final FakeChip chip = new FakeChip(nowNs::get);
    private final CountDownLatch unhang = new CountDownLatch(1);
    private volatile boolean hang;
    private Pi4jField field = open();

    private Pi4jField open() {
        Pi4jSettings settings = new Pi4jSettings(
                List.of(new Chip(1, 0x48, 4.096, 860, 10, List.of(new Channel(PT, 0, 100, Calibration.NONE)))),
                List.of(new Contact(XS, 17, true, GpioPort.Pull.UP, 30)),
                List.of(new Relay(XC, 5, true, true, false)),
                1_000);
        Pi4jField opened = new Pi4jField(settings, (bus, address) -> hanging(), pins, nowNs::get);
        opened.start();
        return opened;
    }

    private I2cPort hanging() {
        I2cPort inner = chip.open();
        return new I2cPort() {
            @Override
            public void write(byte... bytes) throws BusFault {
                if (hang) {
                    try {
                        unhang.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                inner.write(bytes);
            }

            @Override
            public int readWord() throws BusFault {
                return inner.readWord();
            }

            @Override
            public void close() {
                inner.close();
            }
        };
    }

    @AfterEach
    void close() {
        unhang.countDown();
        field.close();
    }

    private List<Sample> at(long ms) {
        nowNs.set(ms * MS);
        return field.read(Now.of(0, ms));
    }

    private double contact(long ms) {
        return at(ms).stream()
                .filter(sample -> sample.tag().equals(XS))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void aContactIsBelievedOnceItHasLasted() {
        assertEquals(0, contact(0), "pulled up: open");
        pins.levels.put(17, false);
        assertEquals(0, contact(10));
        assertEquals(0, contact(30));
        assertEquals(1, contact(40), "30 ms after it was first seen");
        pins.levels.put(17, true);
        assertEquals(1, contact(50));
        pins.levels.put(17, false);
        assertEquals(1, contact(60), "it only bounced");
        assertEquals(1, contact(200));
    }

    @Test
    void aPinThatSomebodyElseHoldsIsAFaultAndComesBack() {
        pins.held.add(17);
        Sample failed = at(0).get(0);
        assertEquals(SampleFault.BUS_ERROR, failed.fault());
        assertEquals("gpio/17 XS-101: held by another process", field.health().inputs());
        pins.held.clear();
        at(50);
        assertFalse(field.health().inputs().isEmpty(), "not before its time");
        at(150);
        assertEquals("", field.health().inputs());
    }

    @Test
    void aRelayHasItsStartingStateFromTheFirstMomentAndItsDeadStateAtTheEnd() {
        // Active low, starting de-energised, dead energised.
        assertEquals(List.of("5=1"), pins.writes);
        field.write(List.of(new Output(XC, true)), Now.of(0, 10));
        field.write(List.of(new Output(XC, true)), Now.of(0, 20));
        field.write(List.of(), Now.of(0, 30));
        assertEquals(List.of("5=1", "5=0"), pins.writes, "written once");
        field.write(List.of(new Output(XC, false)), Now.of(0, 40));
        field.close();
        assertEquals(List.of("5=1", "5=0", "5=1", "5=0", "closed"), pins.writes);
        assertTrue(pins.released.contains(5));
    }

    @Test
    void aRelayThatDoesNotFollowIsAFault() {
        field.write(List.of(new Output(XC, false)), Now.of(0, 10));
        pins.stuckLow.add(5);
        pins.levels.put(5, false);
        field.write(List.of(), Now.of(0, 20));
        assertEquals("", field.health().outputs(), "once may be a spark");
        field.write(List.of(), Now.of(0, 30));
        assertEquals("gpio/5 XC-101: doesn't follow", field.health().outputs());
        pins.stuckLow.clear();
        field.write(List.of(), Now.of(0, 40));
        field.write(List.of(), Now.of(0, 50));
        assertEquals("", field.health().outputs());
    }

    @Test
    void aRelayThatIsHeldGetsWhatIsWantedWhenItIsFree() {
        pins.held.add(5);
        field.write(List.of(new Output(XC, true)), Now.of(0, 10));
        assertEquals("gpio/5 XC-101: held by another process", field.health().outputs());
        pins.held.clear();
        field.write(List.of(), Now.of(0, 200));
        assertEquals("", field.health().outputs());
        assertEquals("5=0", pins.writes.get(pins.writes.size() - 1));
    }

    @Test
    void aBusThatHangsFailsItsChannelsAndHoldsUpNobody() {
        await().until(() -> !adc(nowNs.addAndGet(2 * MS) / MS).isEmpty());
        hang = true;
        await().until(() -> {
            List<Sample> samples = adc(nowNs.addAndGet(100 * MS) / MS);
            return samples.stream().anyMatch(sample -> sample.fault() == SampleFault.BUS_ERROR);
        });
        assertEquals("i2c-1: hangs", field.health().inputs());
        hang = false;
        unhang.countDown();
        await().until(() -> {
            List<Sample> samples = adc(nowNs.addAndGet(5 * MS) / MS);
            return samples.stream().anyMatch(sample -> sample.fault() == SampleFault.NONE);
        });
        assertEquals("", field.health().inputs());
    }

    /** For commissioning: what each channel shows beside its samples. */
    @Test
    void sightsTellCountsReadBackAndFaults() {
        await().until(() -> !adc(nowNs.addAndGet(2 * MS) / MS).isEmpty());
        ChannelSight read = sight(PT);
        assertEquals("", read.fault());
        assertEquals(read.measured(), Ads1115.milliamps(Math.toIntExact(counts(read)), 4.096, 100), 1e-9);
        field.write(List.of(new Output(XC, true)), Now.of(0, 10));
        assertEquals(1, sight(XC).measured(), "read back");
        pins.stuckLow.add(5);
        pins.levels.put(5, false);
        field.write(List.of(new Output(XC, false)), Now.of(0, 20));
        assertEquals(1, sight(XC).measured(), "active low, and stuck there");
        pins.held.add(17);
        field.read(Now.of(0, 30));
        hang = true;
        await().until(() -> {
            nowNs.addAndGet(100 * MS);
            return sight(PT).fault().equals("hangs");
        });
        assertEquals(null, sight(PT).counts());
    }

    private static long counts(ChannelSight sight) {
        return Objects.requireNonNull(sight.counts());
    }

    private ChannelSight sight(Tag tag) {
        return field.sights().stream()
                .filter(each -> each.tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private List<Sample> adc(long ms) {
        return at(ms).stream().filter(sample -> sample.tag().equals(PT)).toList();
    }

    @Test
    void numbersOfReadsGrow() {
        long[] last = {0};
        await().until(() -> {
            for (Sample sample : adc(nowNs.addAndGet(5 * MS) / MS)) {
                assertTrue(sample.number() == last[0] + 1);
                last[0] = sample.number();
            }
            return last[0] > 5;
        });
    }
}
