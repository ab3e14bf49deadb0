package io.pumpwatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("setpoint", "deadband", "on_delay", "off_delay", "when");

    @Test
    void findsWhatWasMeant() {
        assertEquals("setpoint", Nearest.to("setpiont", KNOWN));
        assertEquals("deadband", Nearest.to("dead_band", KNOWN));
        assertEquals("on_delay", Nearest.to("ondelay", KNOWN));
        assertEquals("when", Nearest.to("WHEN", KNOWN));
    }

    @Test
    void guessesNothingFarOff() {
        assertNull(Nearest.to("colour", KNOWN));
        assertNull(Nearest.to("", List.of("en", "zh")));
        assertNull(Nearest.to("fr", List.of("en", "zh")));
    }

    @Test
    void countsASwapAsOneEdit() {
        assertEquals(1, Nearest.distance("setpiont", "setpoint"));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
        assertEquals(4, Nearest.distance("", "when"));
    }
}
