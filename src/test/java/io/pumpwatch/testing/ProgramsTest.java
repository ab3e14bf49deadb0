package io.pumpwatch.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ProgramsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aProgramThatIsThereIsFound() throws IOException {
        Path program = Files.createFile(folder.resolve("rain-maker"));
        assertTrue(program.toFile().setExecutable(true));
        assertEquals(program, Programs.require("rain-maker", "apt-get install rain", true, List.of(folder)));
    }

    @Test
    void aMissingOneSkipsTheTestAndSaysWhatToInstall() {
        TestAbortedException skipped = assertThrows(
                TestAbortedException.class,
                () -> Programs.require("rain-maker", "apt-get install rain", false, List.of(folder)));
        assertEquals("rain-maker isn't installed, it comes with: apt-get install rain", skipped.getMessage());
    }

    @Test
    void aMissingOneFailsWhereAllAreRequired() {
        assertThrows(
                AssertionError.class,
                () -> Programs.require("rain-maker", "apt-get install rain", true, List.of(folder)));
    }
}
