package io.pumpwatch.dispatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A small file that is replaced as a whole: after a crash it holds what it held or the new, never a mixture. */
public final class SmallFile {
    private static final long BYTES_MAX = 16 * 1024 * 1024;

    private final Path file;

    /** The file needn't exist; its folder must. */
    public SmallFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * All lines; none where there is no file.
     *
     * @throws IOException naming the file
     */
    public List<String> read() throws IOException {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new IOException(file + " is larger than " + BYTES_MAX + " bytes: it isn't ours");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /**
     * Replaces the file by these lines; durable when it returns.
     *
     * @throws IOException naming the file
     */
    public void write(List<String> lines) throws IOException {
        write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Replaces the file by these bytes; durable when it returns.
     *
     * @throws IOException naming the file
     */
    public void write(byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        ByteBuffer bytes = ByteBuffer.wrap(content);
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
