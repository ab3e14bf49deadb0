package io.pumpwatch.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Real files whose writes fail or hang on demand, and are counted. */
final class FaultyDisk implements Disk {
    volatile @Nullable String refusal;
    volatile @Nullable CountDownLatch stall;
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger syncs = new AtomicInteger();

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        return new Faulty(FileChannel.open(file, options));
    }

    private void step() throws IOException {
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
    }

    private final class Faulty extends FileChannel {
        private final FileChannel real;

        private Faulty(FileChannel real) {
            this.real = real;
        }

        /** A refused write has written half, as a full disk does. */
        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            try {
                step();
            } catch (IOException fault) {
                ByteBuffer half = bytes.duplicate();
                half.limit(half.position() + half.remaining() / 2);
                real.write(half, position);
                throw fault;
            }
            writes.incrementAndGet();
            return real.write(bytes, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            step();
            syncs.incrementAndGet();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            step();
            real.truncate(size);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }

        @Override
        public int read(ByteBuffer into) {
            throw notUsed();
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) {
            throw notUsed();
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw notUsed();
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) {
            throw notUsed();
        }

        @Override
        public long position() {
            throw notUsed();
        }

        @Override
        public FileChannel position(long position) {
            throw notUsed();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw notUsed();
        }

        @Override
        public long transferFrom(ReadableByteChannel from, long position, long count) {
            throw notUsed();
        }

        @Override
        public int read(ByteBuffer into, long position) {
            throw notUsed();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw notUsed();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw notUsed();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw notUsed();
        }

        private UnsupportedOperationException notUsed() {
            return new UnsupportedOperationException("the history's writer writes by position only");
        }
    }
}
