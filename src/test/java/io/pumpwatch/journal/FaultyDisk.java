package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Real files whose operations fail or hang on demand. */
final class FaultyDisk implements Disk {
    private final AtomicInteger operations = new AtomicInteger();
    private volatile int failAt = Integer.MAX_VALUE;
    private volatile @Nullable String refusal;
    private volatile @Nullable CountDownLatch stall;
    private final boolean syncs;

    FaultyDisk() {
        this(true);
    }

    private FaultyDisk(boolean syncs) {
        this.syncs = syncs;
    }

    /** One that never waits for the device, for tests of volume. */
    static FaultyDisk quick() {
        return new FaultyDisk(false);
    }

    boolean syncs() {
        return syncs;
    }

    /** From now on every operation that changes something fails. */
    void refuse(String why) {
        refusal = why;
    }

    /** The i-th operation from now on and all after it fail, as when the power goes; a failing write writes half. */
    void dieAt(int i) {
        operations.set(0);
        failAt = i;
    }

    void stall() {
        stall = new CountDownLatch(1);
    }

    void goOn() {
        refusal = null;
        CountDownLatch waiting = stall;
        stall = null;
        if (waiting != null) {
            waiting.countDown();
        }
    }

    int operations() {
        return operations.get();
    }

    boolean died() {
        return operations.get() >= failAt;
    }

    /** Called before each operation that changes something. */
    void step() throws IOException {
        CountDownLatch waiting = stall;
        if (waiting != null) {
            try {
                waiting.await();
            } catch (InterruptedException stop) {
                throw new IOException("interrupted", stop);
            }
        }
        String why = refusal;
        if (why != null) {
            throw new IOException(why);
        }
        if (operations.incrementAndGet() >= failAt) {
            throw new IOException("power gone");
        }
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        return new FaultyChannel(Disk.REAL.open(file, options), this);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        Disk.REAL.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        Disk.REAL.delete(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step();
        Disk.REAL.syncFolder(folder);
    }
}
