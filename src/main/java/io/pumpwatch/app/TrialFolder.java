package io.pumpwatch.app;

import io.pumpwatch.config.StationFile;
import io.pumpwatch.dispatch.SmallFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last good station file and the note of the one on trial, in a folder of the agent's state. */
final class TrialFolder {
    private static final String FOLDER = "station-file";
    private static final String GOOD = "good.toml";
    /** What the parser made of it. */
    private static final String PARSED = "good.parsed";
    /** Each value of a station file takes its place with it. */
    private static final int PARSED_MAX = 8 * StationFile.BYTES_MAX;

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
        write(GOOD, StationFile.sha256(bytes).equals(sha256) ? bytes : marked(bytes));
    }

    /** What {@link #parsed(byte[])} kept, of whatever file; null where there is nothing. */
    byte @Nullable [] parsed() {
        return bytes(folder.resolve(PARSED), PARSED_MAX);
    }

    /** Keeps what the parser made of the last good file; null where it can't be kept. */
    void parsed(byte @Nullable [] copy) throws IOException {
        if (copy == null) {
            Files.deleteIfExists(folder.resolve(PARSED));
        } else {
            write(PARSED, copy);
        }
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
        List<String> lines = new ArrayList<>(new SmallFile(folder.resolve(NOTE)).read());
        lines.removeIf(String::isBlank);
        return lines;
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        new SmallFile(folder.resolve(name)).write(bytes);
    }

    /** A file's bytes, at most one more than a station file may have; null where it can't be read. */
    static byte @Nullable [] bytes(Path file) {
        return bytes(file, StationFile.BYTES_MAX + 1);
    }

    private static byte @Nullable [] bytes(Path file, int max) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(max);
        } catch (IOException unreadable) {
            return null;
        }
    }
}
