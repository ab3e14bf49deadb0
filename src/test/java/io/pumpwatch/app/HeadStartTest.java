package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.scan.StationState;
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
        assertEquals(
                new StationCodec.Rehearsed(StationState.EMPTY, HeadStart.FIRST),
                StationCodec.shared().rehearse(HeadStart.FIRST),
                "whoever needs it meanwhile gets it, and it comes back as it went in");
        head.join(50_000);
        assertFalse(head.isAlive());
        assertTrue(head.isDaemon(), "a start that failed can end");
        assertEquals(StationCodec.shared(), StationCodec.shared());
    }
}
