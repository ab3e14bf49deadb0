package io.pumpwatch.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Writes every sample into a few files in turn; the oldest goes when the others hold long enough. One thread. */
final class RingStore implements AutoCloseable {
    private static final int FILES = 6;
    private static final long BYTES_MAX = 256L << 20;
    private static final long MINUTE_MS = 60_000;

    private final Disk disk;
    private final Path folder;
    private final Numbers numbers;
    private final long keepMs;
    private final List<FileView> files;
    private long lastFile;
    private @Nullable BlockFile current;
    private @Nullable Dictionary named;
    private long bytesWritten;

    RingStore(Disk disk, Path folder, Opening found, Numbers numbers, int minutes) {
        this.disk = disk;
        this.folder = folder;
        this.numbers = numbers;
        this.keepMs = minutes * MINUTE_MS;
        this.files = new ArrayList<>(found.files());
        this.lastFile = found.lastFile();
    }

    List<FileView> views() {
        return List.copyOf(files);
    }

    long bytesWritten() {
        return bytesWritten;
    }

    /** Makes the samples of a batch durable with one write and one sync. */
    void append(Batch batch) throws IOException {
        if (keepMs == 0) {
            return;
        }
        BlockFile file = file();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (named == null || named.id() != batch.dictionary.id()) {
            BlockHeader names = batch.header(BlockHeader.Kind.DICTIONARY, numbers.next());
            out.writeBytes(names.block(batch.dictionary.payload()));
        }
        BlockHeader header = batch.header(BlockHeader.Kind.FULL_RATE, numbers.next());
        out.writeBytes(header.block(Block.fullRate(batch.scans, batch.full, batch.uptimeFirstMs)));
        file.append(out.toByteArray());
        bytesWritten += out.size();
        named = batch.dictionary;
        long coveredMs = Math.max(1, batch.uptimeLastMs - batch.uptimeFirstMs);
        FileView before = files.get(files.size() - 1);
        files.set(files.size() - 1, before.withLimit(file.limit(), coveredMs));
        trim();
    }

    private BlockFile file() {
        BlockFile file = current;
        if (!files.isEmpty()) {
            FileView newest = files.get(files.size() - 1);
            boolean mayAppend = file != null || Files.isWritable(newest.file());
            if (mayAppend && newest.coveredMs() < keepMs / FILES) {
                if (file == null) {
                    file = new BlockFile(disk, newest.file(), newest.limit());
                    current = file;
                }
                return file;
            }
        }
        if (file != null) {
            file.close();
        }
        long number = lastFile + 1;
        Path path = folder.resolve("%06d%s".formatted(number, Opening.RING));
        file = new BlockFile(disk, path, 0);
        current = file;
        named = null;
        lastFile = number;
        files.add(new FileView(path, number, "", List.of(), BlockFile.START.length, 0, 0));
        return file;
    }

    private void trim() {
        while (files.size() > 1 && enoughWithoutOldest()) {
            Path oldest = files.get(0).file();
            try {
                Files.deleteIfExists(oldest);
            } catch (IOException fault) {
                Logger.warn("{} has left the ring and can't be deleted: {}", oldest, fault.getMessage());
            }
            files.remove(0);
        }
    }

    private boolean enoughWithoutOldest() {
        long coveredMs = 0;
        long bytes = 0;
        for (FileView file : files.subList(1, files.size())) {
            coveredMs += file.coveredMs();
            bytes += file.limit();
        }
        return coveredMs >= keepMs || bytes > BYTES_MAX;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
    }
}
