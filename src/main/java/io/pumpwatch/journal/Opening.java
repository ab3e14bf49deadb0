package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tinylog.Logger;

/** Finds out what is kept in a folder, without reading more than heads and the newest tail. */
final class Opening {
    private final Path folder;
    private final Disk disk;

    Opening(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** The segments in order of their numbers. */
    List<Segment> segments() {
        List<Segment> found = new ArrayList<>();
        for (Path file : files()) {
            found.add(Segment.read(disk, file));
        }
        for (int i = 1; i < found.size(); i++) {
            Segment before = found.get(i - 1);
            Segment next = found.get(i);
            if (next.number() != before.number() + 1) {
                throw new JournalException(
                        Trouble.MISSING,
                        Map.of(
                                "file",
                                folder.resolve(String.format(Locale.ROOT, "journal-%06d", before.number() + 1))
                                        .toString(),
                                "detail",
                                "the segment between " + before.file().getFileName() + " and "
                                        + next.file().getFileName()));
            }
        }
        return found;
    }

    List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Segment.isName(file.getFileName().toString()))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException fault) {
            throw JournalException.of(folder, fault);
        }
    }

    View forReading() {
        List<Segment> segments = segments();
        if (segments.isEmpty()) {
            return View.EMPTY;
        }
        Tail tail = Tail.find(disk, segments.get(segments.size() - 1));
        return new View(segments, tail.limit(), tail.last(), tail.hash(), tail.cursors());
    }

    View forWriting() {
        List<Segment> segments = segments();
        if (segments.isEmpty()) {
            return View.EMPTY;
        }
        Segment newest = segments.get(segments.size() - 1);
        Tail tail = Tail.find(disk, newest);
        View view = new View(segments, tail.limit(), tail.last(), tail.hash(), tail.cursors());
        try {
            // A segment that begins an epoch and has no entry yet already says that something was lost.
            boolean begun = newest.epoch() > tail.last().epoch();
            boolean lost = tail.complete() || (beyond(tail) && !begun);
            if (lost) {
                keep(newest, tail);
            }
            if (tail.torn() > 0) {
                Logger.warn("{}: {} bytes of an unfinished group cut off", newest.file(), tail.torn());
                cut(newest, tail.limit());
            }
            return lost ? newEpoch(view, "tail") : view;
        } catch (IOException fault) {
            throw JournalException.of(newest.file(), fault);
        }
    }

    /** A cursor beyond the last entry proves that entries which were announced are gone. */
    private static boolean beyond(Tail tail) {
        return tail.cursors().values().stream().anyMatch(at -> at.compareTo(tail.last()) > 0);
    }

    /** Begins a new epoch in a segment of its own; its first entry is the keeper's to write. */
    View newEpoch(View view, String why) throws IOException {
        Segment newest = view.newest();
        Segment next = Segment.after(view, folder, newest.number() + 1, newest.month(), view.epoch() + 1, why);
        SegmentWriter.create(disk, next).close();
        List<Segment> all = new ArrayList<>(view.segments());
        all.add(next);
        return new View(all, next.start(), view.last(), view.hash(), view.cursors());
    }

    private void keep(Segment newest, Tail tail) throws IOException {
        if (tail.torn() == 0) {
            return;
        }
        byte[] bytes = new byte[Math.toIntExact(tail.torn())];
        try (FileChannel in = disk.open(newest.file(), StandardOpenOption.READ)) {
            ByteBuffer into = ByteBuffer.wrap(bytes);
            while (into.hasRemaining() && in.read(into, tail.limit() + into.position()) > 0) {}
        }
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        SegmentWriter.write(disk, damaged.resolve(newest.file().getFileName() + "-" + tail.limit()), bytes);
    }

    private void cut(Segment newest, long limit) throws IOException {
        try (FileChannel out = disk.open(newest.file(), StandardOpenOption.WRITE)) {
            out.truncate(limit);
            out.force(true);
        }
    }
}
