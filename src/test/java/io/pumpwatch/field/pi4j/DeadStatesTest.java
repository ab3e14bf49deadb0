package io.pumpwatch.field.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.field.pi4j.Pi4jSettings.Relay;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service sets when the agent has died. */
class DeadStatesTest {
    @TempDir
    Path folder;

    @Test
    void eachPinGetsTheLevelOfItsDeadState() throws IOException {
        Relay permit = new Relay(new Tag("XC-101"), 17, true, false, false);
        Relay horn = new Relay(new Tag("YA-501"), 27, false, true, false);
        Path file = folder.resolve("outputs");
        Files.writeString(file, "left by an earlier start");
        Hardware.writeDeadStates(new Pi4jSettings(List.of(), List.of(), List.of(permit, horn), 1_000), file);
        assertEquals("17 1\n27 1\n", Files.readString(file));
    }
}
