package io.pumpwatch.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Checks a journal folder or an export from end to end. Changes nothing, needs no agent, may run beside one. */
public final class Verify {
    private static final int BUFFER = 1 << 20;

    /** The caller is asked whether to stop after this many lines. */
    private static final int ASK_EVERY = 4096;

    private final BooleanSupplier stop;
    private final ChainCheck check = new ChainCheck();
    private int lines;

    private Verify(BooleanSupplier stop) {
        this.stop = stop;
    }

    /**
     * Checks a folder: each hash, each number, declared gaps and epochs, ends of groups, cursors and snapshot files.
     *
     * @param stop asked now and then; true ends the check early
     */
    public static VerifyResult folder(Path folder, BooleanSupplier stop) {
        return new Verify(stop).wholeFolder(folder);
    }

    /** Checks one segment file alone: its first entry's predecessor is taken from its header. */
    public static VerifyResult segment(Path file, BooleanSupplier stop) {
        return segment(file, file.toFile().length(), stop);
    }

    static VerifyResult segment(Path file, long limit, BooleanSupplier stop) {
        Verify verify = new Verify(stop);
        try {
            Segment segment = Segment.read(Disk.REAL, file);
            verify.check.beginBehind(segment.after(), segment.afterHash());
            verify.segment(segment, limit);
        } catch (JournalException fault) {
            verify.check.fault(file.toString(), fault);
        } catch (IOException fault) {
            verify.check.fault(file.toString(), JournalException.of(file, fault));
        }
        return verify.check.result(file.toString(), 0, verify.stopped());
    }

    /** Checks JSON Lines of {@code {"line":…,"hash":…}}; the first entry's predecessor is taken as it is. */
    public static VerifyResult export(Path file, BooleanSupplier stop) {
        Verify verify = new Verify(stop);
        verify.check.beginAnywhere();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            verify.lines(file, in);
        } catch (IOException fault) {
            verify.check.fault(file.toString(), JournalException.of(file, fault));
        }
        return verify.check.result(file.toString(), 0, verify.stopped());
    }

    private boolean stopped() {
        return stop.getAsBoolean();
    }

    private boolean goOn() {
        return !check.full() && (++lines % ASK_EVERY != 0 || !stopped());
    }

    private void lines(Path file, BufferedReader in) throws IOException {
        long number = 0;
        for (String text = in.readLine(); text != null && goOn(); text = in.readLine()) {
            number++;
            Entry entry = ChainCheck.exported(text);
            if (entry == null) {
                check.fault(file.toString(), "line " + number, "it is no {\"line\":…,\"hash\":…} of an entry");
                check.lose();
                continue;
            }
            byte[] line = entry.line().getBytes(StandardCharsets.UTF_8);
            byte[] both = new byte[64 + line.length];
            System.arraycopy(entry.hash().getBytes(StandardCharsets.US_ASCII), 0, both, 0, 64);
            System.arraycopy(line, 0, both, 64, line.length);
            check.entry(file.toString(), entry.id(), both, 0, 64, both.length);
        }
    }

    private VerifyResult wholeFolder(Path folder) {
        Opening opening = new Opening(folder, Disk.REAL);
        int snapshots = 0;
        try {
            List<Path> files = opening.files();
            for (int i = 0; i < files.size() && !check.full() && !stopped(); i++) {
                wholeSegment(files.get(i), i == 0, i == files.size() - 1);
            }
            snapshots = snapshots(folder);
        } catch (JournalException fault) {
            check.fault(folder.toString(), fault);
        }
        return check.result(folder.toString(), snapshots, stopped());
    }

    private void wholeSegment(Path file, boolean first, boolean newest) {
        Segment segment;
        try {
            segment = Segment.read(Disk.REAL, file);
        } catch (JournalException fault) {
            check.fault(file.toString(), fault);
            check.lose();
            return;
        }
        if (first) {
            check.beginBehind(segment.after(), segment.afterHash());
        } else if (!segment.after().equals(check.last()) || !segment.afterHash().equals(check.lastHash())) {
            check.fault(
                    file.toString(),
                    "its first line",
                    "it goes on after entry " + segment.after() + ", the one before ends with " + check.last());
            check.beginBehind(segment.after(), segment.afterHash());
        }
        try {
            segment(segment, newest ? Tail.find(Disk.REAL, segment).limit() : Files.size(file));
        } catch (JournalException fault) {
            // Where the tail can't be found the whole file is walked, so that the report names the entries.
            walk(segment, file);
        } catch (IOException fault) {
            check.fault(file.toString(), JournalException.of(file, fault));
        }
    }

    private void walk(Segment segment, Path file) {
        try {
            segment(segment, Files.size(file));
        } catch (IOException fault) {
            check.fault(file.toString(), JournalException.of(file, fault));
        }
    }

    private void segment(Segment segment, long limit) throws IOException {
        String name = segment.file().toString();
        long end = segment.start();
        boolean whole = true;
        try (FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.READ)) {
            LineStream stream = new LineStream(channel, segment.start(), limit, BUFFER);
            while (goOn() && stream.next()) {
                end = stream.end();
                whole = false;
                if (stream.isEntry()) {
                    EntryId id = stream.id();
                    if (id != null) {
                        check.entry(name, id, stream.bytes(), stream.hashAt(), stream.lineAt(), stream.lineEnd());
                    }
                } else if (stream.isHole()) {
                    hole(name, stream);
                } else {
                    whole = mark(name, stream);
                }
            }
        }
        if (!check.full() && !stopped() && (end < limit || !whole)) {
            check.fault(name, "byte " + end, "it ends in the middle of a group");
        }
    }

    private void hole(String name, LineStream stream) {
        Hole hole = Hole.parse(stream.text());
        if (hole == null) {
            check.fault(name, "byte " + stream.start(), "what stands here doesn't read");
            check.lose();
        } else {
            check.hole(hole);
        }
    }

    private boolean mark(String name, LineStream stream) {
        Mark mark = stream.isMark() ? Mark.parse(stream.text()) : null;
        if (mark == null) {
            check.fault(
                    name, "byte " + stream.start() + ", after entry " + check.last(), "what stands here doesn't read");
            if (!stream.isMark()) {
                check.lose();
            }
            return stream.isMark();
        }
        if (!mark.last().equals(check.last())) {
            check.fault(
                    name,
                    "byte " + stream.start(),
                    "a group ends here with entry " + mark.last() + ", the last one before is " + check.last());
        }
        Map<String, EntryId> cursors = mark.cursors();
        if (cursors != null) {
            cursors.forEach((cursor, at) -> {
                if (at.compareTo(check.last()) > 0) {
                    check.fault(
                            name,
                            "byte " + stream.start(),
                            "cursor " + cursor + " stands at " + at + ", behind the last entry " + check.last());
                }
            });
        }
        return true;
    }

    private int snapshots(Path folder) {
        Snapshots files = new Snapshots(folder, Disk.REAL);
        int ok = 0;
        for (Map.Entry<EntryId, Path> each : files.files().entrySet()) {
            Path file = each.getValue();
            EntryLine vouching = check.snapshots().get(file.getFileName().toString());
            if (vouching == null) {
                continue; // written just before a stop: no start uses a file without an entry
            }
            Snapshots.Found found = files.read(file);
            if (found != null && found.sha256().equals(OwnEntry.text(OwnEntry.properties(vouching.body()), "sha256"))) {
                ok++;
            } else {
                check.fault(
                        file.toString(),
                        "its SHA-256",
                        "it isn't the snapshot of entry " + vouching.id() + "; a start takes the one before");
            }
        }
        return ok;
    }
}
