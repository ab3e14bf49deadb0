package io.pumpwatch.field.pi4j;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldContractTest;
import io.pumpwatch.field.SteppedField;
import io.pumpwatch.field.pi4j.Pi4jSettings.Channel;
import io.pumpwatch.field.pi4j.Pi4jSettings.Chip;
import io.pumpwatch.field.pi4j.Pi4jSettings.Contact;
import io.pumpwatch.field.pi4j.Pi4jSettings.Relay;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The contract over a chip and pins as their data sheets have them; the kernel's own are met in the virtual Pi. */
class Pi4jFieldContractTest extends FieldContractTest {
    private static final Tag PT = new Tag("PT-101");
    private static final Tag LT = new Tag("LT-301");
    private static final Tag XS = new Tag("XS-101");
    private static final Tag XC = new Tag("XC-101");

    @Override
    protected Field open() {
        AtomicLong nowNs = new AtomicLong();
        FakeChip chip = new FakeChip(nowNs::get);
        List<Channel> channels =
                List.of(new Channel(PT, 0, 100, Calibration.NONE), new Channel(LT, 1, 100, Calibration.NONE));
        Pi4jSettings settings = new Pi4jSettings(
                List.of(new Chip(1, 0x48, 4.096, 860, 100, channels)),
                List.of(new Contact(XS, 17, true, GpioPort.Pull.UP, 30)),
                List.of(new Relay(XC, 5, true, true, false)),
                1_000);
        Pi4jField field = new Pi4jField(settings, (bus, address) -> chip.open(), new FakePins(), nowNs::get);
        return new SteppedField(field, field.cycles(), nowNs);
    }

    @Override
    protected List<Output> knownOutputs() {
        return List.of(new Output(XC, true));
    }

    @Override
    protected Set<Tag> lookedAtInEachScan() {
        return Set.of(XS);
    }
}
