package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guessing a PIN gets slower and slower; who must acknowledge never waits for what others have guessed. */
class PinGateTest {
    private final Map<String, String> kept = new HashMap<>();
    private Now now = Now.of(0, 0);
    private final PinGate gate = new PinGate(kept::get, kept::put, () -> now);

    private static String code(Optional<Refusal> refusal) {
        return refusal.map(Refusal::code).orElse("-");
    }

    @Test
    void theDelayGrowsFromTheThirdWrongPinOn() {
        gate.set("op-1", "1234");
        assertEquals("pin.wrong", code(gate.prove("op-1", "0000")));
        assertEquals("pin.wrong", code(gate.prove("op-1", "0001")));
        assertEquals("pin.wrong", code(gate.prove("op-1", "0002")));
        assertEquals("pin.wait", code(gate.prove("op-1", "1234")), "even the right one waits");
        now = now.plusMs(2_000);
        assertEquals("pin.wrong", code(gate.prove("op-1", "0003")));
        now = now.plusMs(2_000);
        assertEquals("pin.wait", code(gate.prove("op-1", "1234")), "twice as long now");
        now = now.plusMs(2_000);
        assertEquals("-", code(gate.prove("op-1", "1234")));
        assertEquals("pin.wrong", code(gate.prove("op-1", "0000")), "and counts from the start again");
    }

    @Test
    void acknowledgingNeverWaits() {
        gate.set("op-1", "1234");
        for (int i = 0; i < 6; i++) {
            now = now.plusMs(600_000);
            gate.prove("op-1", "0000");
        }
        assertEquals("pin.wait", code(gate.prove("op-1", "1234")));
        assertEquals("pin.wrong", code(gate.proveAtOnce("op-1", "0000")), "a wrong PIN stays a wrong PIN");
        assertEquals("-", code(gate.proveAtOnce("op-1", "1234")));
    }
}
