package io.pumpwatch.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("setpoint", "deadband", "on_delay", "off_delay", "when");

    @Test
    void findsWhatWasMeant() {
        assertEquals("setpoint", Nearest.of("setpiont", KNOWN));
        assertEquals("deadband", Nearest.of("dead_band", KNOWN));
        assertEquals("on_delay", Nearest.of("ondelay", KNOWN));
        assertEquals("when", Nearest.of("WHEN", KNOWN));
    }

    @Test
    void guessesNothingFarOff() {
        assertNull(Nearest.of("colour", KNOWN));
        assertNull(Nearest.of("", List.of("en", "zh")));
        assertNull(Nearest.of("fr", List.of("en", "zh")));
    }

    @Test
    void countsASwapAsOneEdit() {
        assertEquals(1, Nearest.distance("setpiont", "setpoint"));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
        assertEquals(4, Nearest.distance("", "when"));
    }
}
