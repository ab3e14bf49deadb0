package io.pumpwatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinylog.Logger;

/** Watches how much the disk of the data folder still takes, so that a person hears of it before it takes nothing. */
final class DiskRoom {
    /** The journal of a busy year takes less (2,000 entries of 380 bytes a day: 280 MB); a person has weeks to act. */
    static final long LOW_BYTES = 300L << 20;

    private final Path data;
    private volatile boolean low;

    DiskRoom(Path data) {
        this.data = data;
    }

    /** Bytes that the agent may still write; -1 where that isn't known. Asks the disk: never on the scan's thread. */
    long freeBytes() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException fault) {
            Logger.debug("free space isn't known: {}", fault.getMessage());
            return -1;
        }
    }

    /** Looks anew; never on the scan's thread. */
    void look() {
        low = isLow(freeBytes());
    }

    static boolean isLow(long freeBytes) {
        return freeBytes >= 0 && freeBytes < LOW_BYTES;
    }

    /** Whether the room was short when somebody looked last. Any thread. */
    boolean low() {
        return low;
    }
}
