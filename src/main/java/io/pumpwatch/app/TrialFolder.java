package io.pumpwatch.app;

import io.pumpwatch.config.StationFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last good station file and the note of the one on trial, in a folder of the agent's state. */
final class TrialFolder {
    private static final String FOLDER = "station-file";
    private static final String GOOD = "good.toml";
    /** The file on trial: its SHA-256, then the machine's boot id of each start that hasn't ended well. */
    private static final String NOTE = "trial";

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Path folder;

    TrialFolder(Path data) {
        this.folder = data.resolve(FOLDER);
    }

    /** The last good file, or null. */
    byte @Nullable [] good() {
        return bytes(folder.resolve(GOOD));
    }

    /** Keeps a file as the last good one. */
    void good(String text, String sha256) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(GOOD, sha256(bytes).equals(sha256) ? bytes : marked(bytes));
    }

    /** Nothing is on trial any more. */
    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve(NOTE));
    }

    void note(List<String> lines) throws IOException {
        write(NOTE, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** An editor's byte order mark isn't part of the text, but of the file. */
    private static byte[] marked(byte[] text) {
        byte[] all = new byte[MARK.length + text.length];
        System.arraycopy(MARK, 0, all, 0, MARK.length);
        System.arraycopy(text, 0, all, MARK.length, text.length);
        return all;
    }

    /** A list that may be changed; empty where nothing is on trial. */
    List<String> note() throws IOException {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(NOTE)));
            lines.removeIf(String::isBlank);
            return lines;
        } catch (NoSuchFileException none) {
            return new ArrayList<>();
        }
    }

    /** Whole or not at all, whenever the power goes. */
    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path beside = folder.resolve(name + ".new");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel inFolder = FileChannel.open(folder, StandardOpenOption.READ)) {
            inFolder.force(true);
        }
    }

    /** A file's bytes, at most one more than a station file may have; null where it can't be read. */
    static byte @Nullable [] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(StationFile.BYTES_MAX + 1);
        } catch (IOException unreadable) {
            return null;
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
