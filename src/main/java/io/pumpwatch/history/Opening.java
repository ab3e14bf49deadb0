package io.pumpwatch.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tinylog.Logger;

/**
 * Finds out what is in a folder of block files. For the writer it also mends: what stands behind the last good block of
 * a file is set aside under {@code damaged/}, and an index that is missing is made again.
 */
final class Opening {
    static final String SECONDS = ".seconds";
    static final String RING = ".ring";
    static final String INDEX = ".index";
    private static final Pattern NAME = Pattern.compile("([0-9]{6,18})(?:-([0-9]{4,9}-[0-9]{2}))?(\\.[a-z]+)");

    private final Path folder;
    private final boolean mend;
    private final DamageList damage;
    private final List<FileView> files = new ArrayList<>();
    private long lastFile;
    private long lastNumber;
    private long lastRun;

    Opening(Path folder, boolean mend, DamageList damage) {
        this.folder = folder;
        this.mend = mend;
        this.damage = damage;
    }

    /** The files that read, the oldest first. */
    List<FileView> files() {
        return files;
    }

    /** The highest number of a file, of whatever form. */
    long lastFile() {
        return lastFile;
    }

    /** The highest number of a block. */
    long lastNumber() {
        return lastNumber;
    }

    /** The highest run. */
    long lastRun() {
        return lastRun;
    }

    /** Looks at every file of one kind. */
    Opening open(String kind) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.getFileName().toString().endsWith(kind)).forEach(found::add);
        }
        found.sort(Comparator.comparing(file -> file.getFileName().toString()));
        for (Path file : found) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.matches()) {
                damage.unreadable(file, "its name isn't one of the history's");
                continue;
            }
            long number = Long.parseLong(name.group(1));
            lastFile = Math.max(lastFile, number);
            try {
                one(file, number, name.group(2) == null ? "" : name.group(2), kind.equals(SECONDS));
            } catch (IOException fault) {
                damage.unreadable(file, String.valueOf(fault.getMessage()));
            }
        }
        files.sort(Comparator.comparingLong(FileView::number));
        return this;
    }

    private void one(Path file, long number, String label, boolean chaptered) throws IOException {
        long size;
        long end;
        ChapterScan scan = new ChapterScan();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            size = in.size();
            byte[] start = new byte[BlockFile.START.length];
            int read = in.read(java.nio.ByteBuffer.wrap(start), 0);
            if (!Arrays.equals(start, BlockFile.START)) {
                if (read == start.length) {
                    damage.unreadable(file, "it doesn't begin as a file of this version does");
                }
                return;
            }
            List<Chapter> indexed = chaptered ? index(file, size) : List.of();
            indexed.forEach(scan::known);
            long from = indexed.isEmpty()
                    ? BlockFile.START.length
                    : indexed.get(indexed.size() - 1).end();
            BlockScan blocks = new BlockScan(in, from, size, header -> true, place -> damage.at(file, place));
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                scan.take(block);
            }
            end = blocks.goodEnd();
            scan.finish(end);
        }
        lastNumber = Math.max(lastNumber, scan.lastNumber());
        lastRun = Math.max(lastRun, scan.lastRun());
        List<Chapter> chapters = chaptered ? scan.chapters() : List.of();
        long openFrom = chaptered ? end : BlockFile.START.length;
        FileView view = new FileView(file, number, label, chapters, openFrom, end, scan.coveredMs());
        if (mend) {
            if (size > end && !setAside(file, end)) {
                // Nothing may overwrite it: writing goes on behind the damage.
                view = view.withLimit(size, 0);
            }
            if (chaptered) {
                mendIndex(view);
            }
        }
        files.add(view);
    }

    private static List<Chapter> index(Path file, long size) {
        List<Chapter> chapters = new ArrayList<>();
        Path index = new FileView(file, 0, "", List.of(), 0, 0, 0).index();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(index);
        } catch (IOException none) {
            return chapters;
        }
        long end = BlockFile.START.length;
        for (int at = 0; at + Chapter.SIZE <= bytes.length; at += Chapter.SIZE) {
            Chapter chapter = Chapter.read(bytes, at);
            if (chapter == null || chapter.start() < end || chapter.end() > size) {
                break;
            }
            chapters.add(chapter);
            end = chapter.end();
        }
        return chapters;
    }

    private static void mendIndex(FileView view) {
        try {
            byte[] wanted = new byte[view.chapters().size() * Chapter.SIZE];
            for (int i = 0; i < view.chapters().size(); i++) {
                System.arraycopy(view.chapters().get(i).toBytes(), 0, wanted, i * Chapter.SIZE, Chapter.SIZE);
            }
            if (!Files.exists(view.index()) || !Arrays.equals(wanted, Files.readAllBytes(view.index()))) {
                Files.write(view.index(), wanted);
            }
        } catch (IOException fault) {
            Logger.debug("{} can't be written, it is made again at each start: {}", view.index(), fault.getMessage());
        }
    }

    /** Copies what stands behind the last good block and cuts it off; false where there is no room for the copy. */
    private boolean setAside(Path file, long end) {
        try {
            Path aside = Files.createDirectories(folder.resolve("damaged"));
            Path copy = aside.resolve(file.getFileName() + "-" + end);
            for (int i = 1; Files.exists(copy); i++) {
                copy = aside.resolve(file.getFileName() + "-" + end + "-" + i);
            }
            try (FileChannel io = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                Path beside = copy.resolveSibling(copy.getFileName() + ".new");
                try (FileChannel out = FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
                    long left = io.size() - end;
                    while (left > 0) {
                        left -= io.transferTo(io.size() - left, left, out);
                    }
                    out.force(true);
                }
                Files.move(beside, copy, StandardCopyOption.ATOMIC_MOVE);
                io.truncate(end);
                io.force(true);
            }
            Logger.warn("{}: what stood behind {} was damaged; it is kept as {}", file, end, copy);
            return true;
        } catch (IOException fault) {
            Logger.warn("{} is damaged behind {} and left as it is: {}", file, end, fault.getMessage());
            return false;
        }
    }
}
