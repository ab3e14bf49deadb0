package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Writes the one-second summaries: files by month, in chapters. One thread; its views are for all. */
final class SecondsStore implements AutoCloseable {
    private static final long FILE_BYTES_MAX = 512L << 20;
    private static final long DAY_MS = 86_400_000;

    private final Disk disk;
    private final Path folder;
    private final Numbers numbers;
    private final List<FileView> files;
    private long lastFile;
    private @Nullable BlockFile current;
    private @Nullable OpenChapter chapter;
    private long bytesWritten;

    SecondsStore(Disk disk, Path folder, Opening found, Numbers numbers) {
        this.disk = disk;
        this.folder = folder;
        this.numbers = numbers;
        this.files = new ArrayList<>(found.files());
        this.lastFile = found.lastFile();
    }

    List<FileView> views() {
        return List.copyOf(files);
    }

    long bytesWritten() {
        return bytesWritten;
    }

    /** Makes the rows of a batch durable with one write and one sync. When it throws, nothing of the batch is kept. */
    void append(Batch batch) throws IOException {
        BlockFile file = fileFor(batch);
        OpenChapter open = chapter;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        @Nullable Chapter closed = null;
        if (open != null && !open.goesOnWith(batch)) {
            out.writeBytes(open.rollupBlock(numbers.next()));
            closed = open.closed(file.next() + out.size(), file.next());
            open = null;
        }
        if (open == null) {
            open = new OpenChapter(file.next() + out.size(), batch);
            BlockHeader names = batch.header(BlockHeader.Kind.DICTIONARY, numbers.next());
            out.writeBytes(names.block(batch.dictionary.payload()));
        }
        BlockHeader header = batch.header(BlockHeader.Kind.SECONDS, numbers.next());
        out.writeBytes(header.block(Block.parts(batch.seconds, Math.floorDiv(header.utcFromMs(), 1_000L))));
        file.append(out.toByteArray());
        bytesWritten += out.size();
        open.kept(batch, header);
        chapter = open;
        publish(file, closed);
    }

    /**
     * Closes the running chapter, so that its rollup is there for the next start. The dictionary stands behind it once
     * more, as it does where a chapter follows: one damaged block never makes a file unreadable.
     */
    void finish() throws IOException {
        OpenChapter open = chapter;
        BlockFile file = current;
        if (open != null && file != null) {
            byte[] rollup = open.rollupBlock(numbers.next());
            Chapter closed = open.closed(file.next() + rollup.length, file.next());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(rollup);
            out.writeBytes(open.dictionaryBlock(numbers.next()));
            file.append(out.toByteArray());
            bytesWritten += out.size();
            chapter = null;
            publish(file, closed);
        }
    }

    private void publish(BlockFile file, @Nullable Chapter closed) {
        FileView before = newest();
        List<Chapter> chapters = before.chapters();
        long openFrom = before.openFrom();
        if (closed != null) {
            chapters = new ArrayList<>(chapters);
            chapters.add(closed);
            openFrom = closed.end();
        }
        FileView after =
                new FileView(before.file(), before.number(), before.label(), chapters, openFrom, file.limit(), 0);
        files.set(files.size() - 1, after);
        if (closed != null) {
            writeIndex(after, closed);
        }
    }

    private FileView newest() {
        return files.get(files.size() - 1);
    }

    /** The index is made of the blocks and can be made again: it isn't synced, and a fault of it is no loss. */
    private void writeIndex(FileView view, Chapter closed) {
        ByteBuffer bytes = ByteBuffer.wrap(closed.toBytes());
        long at = (view.chapters().size() - 1L) * Chapter.SIZE;
        try (FileChannel out = disk.open(view.index(), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            while (bytes.hasRemaining()) {
                at += out.write(bytes, at);
            }
            bytesWritten += Chapter.SIZE;
        } catch (IOException fault) {
            Logger.debug("{}: {}", view.index(), fault.getMessage());
        }
    }

    private BlockFile fileFor(Batch batch) throws IOException {
        String label = YearMonth.from(Instant.ofEpochMilli(batch.uptimeLastMs + batch.offsetMs)
                        .atOffset(ZoneOffset.UTC))
                .toString();
        BlockFile file = current;
        boolean mayAppend = !files.isEmpty() && (file != null || Files.isWritable(newest().file()));
        if (mayAppend && !mustBegin(label, batch.trust, newest())) {
            if (file == null) {
                file = new BlockFile(disk, newest().file(), newest().limit());
                current = file;
            }
            return file;
        }
        finish();
        if (file != null) {
            file.close();
        }
        long number = lastFile + 1;
        Path path = folder.resolve("%06d-%s%s".formatted(number, label, Opening.SECONDS));
        file = new BlockFile(disk, path, 0);
        current = file;
        lastFile = number;
        files.add(new FileView(path, number, label, List.of(), BlockFile.START.length, 0, 0));
        return file;
    }

    /** A clock that nobody has set begins no month: after each start of a Pi it would be 1970's. */
    private static boolean mustBegin(String label, ClockTrust trust, FileView newest) {
        return newest.limit() > FILE_BYTES_MAX
                || (trust != ClockTrust.UNSET && !newest.label().equals(label));
    }

    /**
     * Deletes the oldest file when all of it is older than the age that is kept: when a later file began, by a trusted
     * clock, before then.
     */
    void trim(long utcMs, int days) {
        long keepFromMs = utcMs - days * DAY_MS;
        while (files.size() > 1 && beganBefore(keepFromMs)) {
            FileView oldest = files.get(0);
            try {
                Files.deleteIfExists(oldest.file());
                Files.deleteIfExists(oldest.index());
                files.remove(0);
                Logger.info("{} is older than {} days and was deleted", oldest.file(), days);
            } catch (IOException fault) {
                Logger.warn("{} is older than {} days and can't be deleted: {}", oldest.file(), days, fault);
                return;
            }
        }
    }

    private boolean beganBefore(long keepFromMs) {
        for (FileView later : files.subList(1, files.size())) {
            for (Chapter first : later.chapters()) {
                if (first.trust() != ClockTrust.UNSET) {
                    return first.utcFromMs() < keepFromMs;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
    }
}
