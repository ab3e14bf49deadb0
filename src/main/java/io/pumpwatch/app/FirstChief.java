package io.pumpwatch.app;

import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.tinylog.Logger;

/** The one-time code with which the first chief is enrolled: in a file that only the agent's user can read. */
final class FirstChief {
    private static final String FILE = "first-chief-code";
    private static final int DIGITS_MAX = 100_000_000;

    private final Path file;

    FirstChief(Path stateFolder) {
        this.file = stateFolder.resolve(FILE);
    }

    /** As the roster asks: the code is offered until a chief is enrolled. */
    static FirstChief of(Path stateFolder, StationState state) throws IOException {
        FirstChief first = new FirstChief(stateFolder);
        if (state.duty().roster().hasChief()) {
            first.close();
        } else {
            first.offer();
        }
        return first;
    }

    /** Makes the file, where there isn't one yet. */
    void offer() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        String code = String.format("%08d", new SecureRandom().nextInt(DIGITS_MAX));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, code + "\n");
    }

    /** The code isn't good any more. */
    void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            // It proves nothing any more: only where no chief is enrolled does the scan take it.
            Logger.warn("the used one-time code stays in {}: {}", file, fault.getMessage());
        }
    }

    Path file() {
        return file;
    }

    Optional<Refusal> prove(String code) {
        try {
            byte[] kept = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
            boolean same = MessageDigest.isEqual(kept, code.getBytes(StandardCharsets.UTF_8));
            return same ? Optional.empty() : Optional.of(Refusal.of("code.wrong"));
        } catch (IOException gone) {
            return Optional.of(Refusal.of("code.none"));
        }
    }
}
