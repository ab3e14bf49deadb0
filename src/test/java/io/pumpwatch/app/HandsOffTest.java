package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldHealth;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After crashes in a row nobody moves a relay; everything else is as ever. */
class HandsOffTest {
    private static final Now NOW = Now.of(1_790_000_000_000L, 1_000);
    private static final Tag PT = new Tag("PT-101");

    private final List<String> done = new ArrayList<>();
    private final Field hands = new HandsOff(new Told());

    @Test
    void relaysStayAsTheyAreAndTheRestGoesThrough() {
        hands.write(List.of(new Output(new Tag("XC-101"), true)), NOW);
        assertTrue(done.isEmpty(), "no relay moves");
        assertEquals(List.of(Sample.of(PT, 1, 1_000, 12)), hands.read(NOW));
        assertEquals("i2c-1: hangs", hands.health().inputs(), "what is wrong with a bus is told");
        assertEquals(List.of(new ChannelSight(PT, "", 1L, 12, "mA", "")), hands.sights());
        hands.onEdge(() -> {});
        hands.close();
        assertEquals(List.of("edge", "close"), done);
    }

    private final class Told implements Field {
        @Override
        public List<Sample> read(Now now) {
            return List.of(Sample.of(PT, 1, now.uptimeMs(), 12));
        }

        @Override
        public void write(List<Output> outputs, Now now) {
            done.add("write");
        }

        @Override
        public void onEdge(Runnable wake) {
            done.add("edge");
        }

        @Override
        public FieldHealth health() {
            return new FieldHealth("i2c-1: hangs", "");
        }

        @Override
        public List<ChannelSight> sights() {
            return List.of(new ChannelSight(PT, "", 1L, 12, "mA", ""));
        }

        @Override
        public void close() {
            done.add("close");
        }
    }
}
