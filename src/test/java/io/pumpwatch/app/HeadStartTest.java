package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread that loads beside the reading of the station file. */
class HeadStartTest {
    /** Two threads that load each other's classes could wait for each other for ever; the agent would never come up. */
    @Test
    @Timeout(60)
    void endsAndHoldsUpNobody() throws InterruptedException {
        Thread head = HeadStart.begin();
        Loaded loaded = StationFile.read(Path.of("config/full.toml")).loaded();
        Loaded again = StationFile.read(Path.of("config/full.toml")).loaded();
        assertEquals(
                Objects.requireNonNull(again).plan(),
                Objects.requireNonNull(loaded).plan(),
                "read ahead or not");
        assertTrue(StationCodec.shared().rehearse(), "whoever needs it meanwhile gets it");
        head.join(50_000);
        assertFalse(head.isAlive());
        assertTrue(head.isDaemon(), "a start that failed can end");
        assertEquals(StationCodec.shared(), StationCodec.shared());
    }
}
