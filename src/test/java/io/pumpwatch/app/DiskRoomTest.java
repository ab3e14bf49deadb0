package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskRoomTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "314572799, true", "314572800, false", "9223372036854775807, false"})
    void roomIsShortBelow300Megabytes(long freeBytes, boolean low) {
        assertEquals(low, DiskRoom.isLow(freeBytes));
    }

    @Test
    void theDiskOfTheFolderIsAsked() {
        DiskRoom room = new DiskRoom(folder);
        room.look();
        assertTrue(room.freeBytes() > 0);
        assertEquals(DiskRoom.isLow(room.freeBytes()), room.low());
    }

    @Test
    void aDiskThatDoesNotAnswerIsNotCalledFull() {
        DiskRoom room = new DiskRoom(folder.resolve("gone"));
        room.look();
        assertEquals(-1, room.freeBytes());
        assertFalse(room.low());
    }
}
