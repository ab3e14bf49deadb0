package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the journal, as its first line describes it.
 *
 * @param file where it is
 * @param number 1 for the first; no number is left out
 * @param month of its first entry, by wall time; never before its predecessor's
 * @param epoch of its first entry
 * @param after the last entry before it
 * @param afterHash that entry's hash
 * @param cursors as they stood when the segment was begun
 * @param why what began a new epoch here, or {@code -}
 * @param start where the first record begins, in bytes
 */
record Segment(
        Path file,
        long number,
        YearMonth month,
        long epoch,
        EntryId after,
        String afterHash,
        Map<String, EntryId> cursors,
        String why,
        long start) {
    /** Version of the segment's form. */
    static final int FORMAT = 1;

    /** The reason of a segment that begins no new epoch. */
    static final String GOES_ON = "-";

    private static final String MAGIC = "pumpwatch-journal ";
    private static final int HEADER_BYTES_MAX = 4096;
    private static final Pattern NAME = Pattern.compile("journal-([0-9]{6,})-([0-9]{4}-[0-9]{2})\\.log");
    private static final Pattern HEADER =
            Pattern.compile("segment=(\\d+) month=(\\d{4}-\\d{2}) epoch=(\\d+) after=(\\d+:\\d+) hash=([0-9a-f]{64})"
                    + " cursors=(\\S+) why=([a-z-]+) crc=([0-9a-f]{8})");

    /** The segment that begins behind what is kept; its file isn't there yet. */
    static Segment after(View view, Path folder, long number, YearMonth month, long epoch, String why) {
        String name = String.format(Locale.ROOT, "journal-%06d-%s.log", number, month);
        Segment bare = new Segment(
                folder.resolve(name), number, month, epoch, view.last(), view.hash(), view.cursors(), why, 0);
        int start = bare.header().getBytes(StandardCharsets.UTF_8).length;
        return new Segment(
                bare.file, number, month, epoch, view.last(), view.hash(), Map.copyOf(view.cursors()), why, start);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The number in a segment file's name. */
    static long numberOf(Path file) {
        return Long.parseLong(name(file).group(1));
    }

    /** The month in a segment file's name. */
    static YearMonth monthOf(Path file) {
        return YearMonth.parse(name(file).group(2));
    }

    private static Matcher name(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException("not a segment's name: " + file);
        }
        return name;
    }

    /** The same with another place for its file. */
    Segment at(Path place) {
        return new Segment(place, number, month, epoch, after, afterHash, cursors, why, start);
    }

    /** Its first line, with the newline. */
    String header() {
        String text = MAGIC + FORMAT + " segment=" + number + " month=" + month + " epoch=" + epoch + " after=" + after
                + " hash=" + afterHash + " cursors=" + Mark.cursorText(cursors) + " why=" + why;
        return text + " crc=" + Mark.crc(text) + "\n";
    }

    /** The hash that its first entry is chained to. */
    String chainStart() {
        return epoch == after.epoch() ? afterHash : Chain.GENESIS;
    }

    /**
     * Reads the first line of a file.
     *
     * @throws JournalException OTHER_VERSION, NOT_A_SEGMENT or an I/O trouble
     */
    static Segment read(Disk disk, Path file) {
        byte[] head = new byte[HEADER_BYTES_MAX];
        int length = 0;
        try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
            ByteBuffer into = ByteBuffer.wrap(head);
            while (into.hasRemaining() && channel.read(into, into.position()) > 0) {
                length = into.position();
            }
        } catch (IOException fault) {
            throw JournalException.of(file, fault);
        }
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        if (!text.startsWith(MAGIC) || end < 0) {
            throw notASegment(file, length == 0 ? "it is empty" : "its first line is not a journal's");
        }
        return parse(file, text.substring(0, end));
    }

    private static Segment parse(Path file, String line) {
        int space = line.indexOf(' ', MAGIC.length());
        String version = space < 0 ? line.substring(MAGIC.length()) : line.substring(MAGIC.length(), space);
        if (version.matches("[0-9]{1,9}") && Integer.parseInt(version) != FORMAT) {
            throw new JournalException(
                    Trouble.OTHER_VERSION,
                    Map.of("file", file.toString(), "found", version, "known", Integer.toString(FORMAT)));
        }
        Matcher fields = HEADER.matcher(line.substring(Math.max(0, space + 1)));
        int crcAt = line.lastIndexOf(" crc=");
        if (!fields.matches() || !Mark.crc(line.substring(0, crcAt)).equals(fields.group(8))) {
            throw notASegment(file, "its first line is damaged");
        }
        Matcher name = NAME.matcher(file.getFileName().toString());
        try {
            Segment segment = new Segment(
                    file,
                    Long.parseLong(fields.group(1)),
                    YearMonth.parse(fields.group(2)),
                    Long.parseLong(fields.group(3)),
                    EntryId.parse(fields.group(4)),
                    fields.group(5),
                    Mark.cursors(fields.group(6)),
                    fields.group(7),
                    line.length() + 1L);
            if (!name.matches() || Long.parseLong(name.group(1)) != segment.number) {
                throw notASegment(file, "it was renamed: its first line says segment " + segment.number);
            }
            return segment;
        } catch (IllegalArgumentException | java.time.DateTimeException fault) {
            throw notASegment(file, "its first line is damaged");
        }
    }

    private static JournalException notASegment(Path file, String detail) {
        return new JournalException(Trouble.NOT_A_SEGMENT, Map.of("file", file.toString(), "detail", detail));
    }

    /** Cursors with their names in order. */
    static Map<String, EntryId> ordered(Map<String, EntryId> cursors) {
        return new TreeMap<>(cursors);
    }
}
