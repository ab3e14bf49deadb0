package io.pumpwatch.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Appends to one file of blocks. After a fault nothing is known about what reached the disk: the file is opened anew
 * and cut back to what was synced before anything else is written. One thread.
 */
final class BlockFile implements AutoCloseable {
    /** First bytes of each file; the digit is the version of the format. */
    static final byte[] START = "PUMPWATCH-HIST1\n".getBytes(StandardCharsets.US_ASCII);

    private final Disk disk;
    private final Path file;
    private @Nullable FileChannel channel;
    private long limit;

    /** @param limit bytes of the file that are kept; 0 for a file that isn't there yet */
    BlockFile(Disk disk, Path file, long limit) {
        this.disk = disk;
        this.file = file;
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    /** Where the next block will stand. */
    long next() {
        return Math.max(limit, START.length);
    }

    /**
     * One write and one sync. When this returns, the bytes are on the disk; when it throws, they count as not written.
     */
    void append(byte[] blocks) throws IOException {
        boolean fresh = limit == 0;
        ByteBuffer bytes = ByteBuffer.allocate(blocks.length + (fresh ? START.length : 0));
        if (fresh) {
            bytes.put(START);
        }
        bytes.put(blocks).flip();
        FileChannel out = channel == null ? reopen() : channel;
        channel = null; // until the sync has come back, the file's end is unknown
        try {
            int length = bytes.remaining();
            for (long at = limit; bytes.hasRemaining(); ) {
                at += out.write(bytes, at);
            }
            out.force(fresh);
            if (fresh) {
                syncFolder();
            }
            limit += length;
            channel = out;
        } catch (IOException | RuntimeException fault) {
            closeQuietly(out);
            throw fault;
        }
    }

    private FileChannel reopen() throws IOException {
        FileChannel out = disk.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            if (out.size() < limit) {
                throw new IOException(file + " has become shorter while it was in use");
            }
            if (out.size() > limit) {
                out.truncate(limit);
            }
            return out;
        } catch (IOException | RuntimeException fault) {
            closeQuietly(out);
            throw fault;
        }
    }

    private void syncFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static void closeQuietly(FileChannel out) {
        try {
            out.close();
        } catch (IOException second) {
            // The first fault is on its way to the writer; this one says nothing new.
            Logger.debug("closing after a fault: {}", second.getMessage());
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            closeQuietly(channel);
            channel = null;
        }
    }
}
