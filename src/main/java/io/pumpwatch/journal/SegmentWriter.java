package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the newest segment. After a fault nothing is known about what reached the disk: the file is opened anew
 * and cut back to what was synced, before anything else is written. One thread.
 */
final class SegmentWriter implements AutoCloseable {
    private final Disk disk;
    private final Path file;
    private @Nullable FileChannel channel;
    private long limit;

    /** @param limit bytes of the file that are kept; whatever stands behind is cut off before the first append */
    SegmentWriter(Disk disk, Path file, long limit) {
        this.disk = disk;
        this.file = file;
        this.limit = limit;
    }

    /** Makes the file of a new segment with its header, whole or not at all. */
    static SegmentWriter create(Disk disk, Segment segment) throws IOException {
        write(disk, segment.file(), segment.header().getBytes(StandardCharsets.UTF_8));
        return new SegmentWriter(disk, segment.file(), segment.start());
    }

    /** Writes a small file whole or not at all: beside it, synced, renamed. */
    static void write(Disk disk, Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = disk.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(out, ByteBuffer.wrap(content), 0);
            out.force(true);
        }
        disk.move(beside, file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            disk.syncFolder(folder);
        }
    }

    /** When this returns, the bytes are on the disk; when it throws, they may or may not be. */
    void append(byte[] bytes) throws IOException {
        FileChannel out = channel == null ? reopen() : channel;
        channel = null; // until the sync has come back, the file's end is unknown
        try {
            writeAll(out, ByteBuffer.wrap(bytes), limit);
            out.force(false);
        } catch (IOException | RuntimeException fault) {
            closeQuietly(out);
            throw fault;
        }
        limit += bytes.length;
        channel = out;
    }

    long limit() {
        return limit;
    }

    private FileChannel reopen() throws IOException {
        FileChannel out = disk.open(file, StandardOpenOption.WRITE);
        try {
            if (out.size() < limit) {
                throw new IOException("it has become shorter while it was in use");
            }
            if (out.size() > limit) {
                out.truncate(limit);
                out.force(true);
            }
            return out;
        } catch (IOException | RuntimeException fault) {
            closeQuietly(out);
            throw fault;
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += out.write(bytes, position);
        }
    }

    private static void closeQuietly(FileChannel out) {
        try {
            out.close();
        } catch (IOException second) {
            // The first fault is on its way to the keeper, which tries again; this one says nothing new.
            org.tinylog.Logger.debug("closing after a fault: {}", second.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
