package io.pumpwatch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets, the station's key, and folders that can't be used. */
class PrivateFilesTest {
    @TempDir
    Path folder = Path.of("");

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x11;
        Files.write(file, bytes);
    }

    @Test
    void secretsArePrivateAndDurable() throws IOException {
        Secrets secrets = Secrets.open(folder);
        secrets.put("op-1", "a");
        secrets.put("chief-1", "b\n");
        secrets.remove("op-1");
        Path file = folder.resolve("secrets");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(Optional.of("b\n"), Secrets.open(folder).get("chief-1"));
        assertEquals(Optional.empty(), Secrets.open(folder).get("op-1"));
        flip(file, 25);
        assertEquals(
                Trouble.DAMAGED,
                assertThrows(JournalException.class, () -> Secrets.open(folder)).trouble());
        Files.writeString(file, "pumpwatch-secrets 2\n{}\n\n");
        assertEquals(
                Trouble.OTHER_VERSION,
                assertThrows(JournalException.class, () -> Secrets.open(folder)).trouble());
    }

    @Test
    void theHeadIsSigned() throws IOException {
        StationKey key = StationKey.openOrCreate(folder);
        Path file = folder.resolve("station-key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        EntryId head = new EntryId(1, 42);
        String signature = StationKey.openOrCreate(folder).sign(head, Chain.GENESIS);
        assertTrue(StationKey.verify(key.publicKey(), head, Chain.GENESIS, signature));
        assertFalse(StationKey.verify(key.publicKey(), head.next(), Chain.GENESIS, signature));
        assertFalse(StationKey.verify(key.publicKey(), head, Chain.next(Chain.GENESIS, "x"), signature));
        assertFalse(StationKey.verify("nonsense", head, Chain.GENESIS, "also"));
        Files.writeString(file, "no key\n");
        assertEquals(
                Trouble.BAD_KEY,
                assertThrows(JournalException.class, () -> StationKey.openOrCreate(folder))
                        .trouble());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = folder.resolve("plain");
        Files.writeString(file, "x");
        JournalException refused =
                assertThrows(JournalException.class, () -> Journal.open(file.resolve("journal"), Samples.SMALL));
        assertTrue(String.valueOf(refused.getMessage()).contains(file.toString()), refused.getMessage());
        JournalException readOnly = JournalException.of(file, new java.nio.file.AccessDeniedException(file.toString()));
        assertEquals(Trouble.READ_ONLY, readOnly.trouble());
        assertEquals(
                Trouble.READ_ONLY,
                JournalException.of(file, new IOException("Read-only file system"))
                        .trouble());
    }
}
