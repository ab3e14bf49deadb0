package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a part of a file, one after the other, without copying them. One thread; the channel stays the caller's. */
final class LineStream {
    /** Longest record: an entry's line, its hash, and what stands around them. */
    static final int RECORD_BYTES_MAX = Entry.LINE_BYTES_MAX + 128;

    private static final int ENTRY_LINE_AT = 2 + 64 + 1;

    private final FileChannel channel;
    private final long limit;
    private byte[] bytes;
    private long offset;
    private int from;
    private int to;
    private int filled;
    private boolean tooLong;

    /**
     * @param start where a line begins
     * @param limit nothing is read from here on
     * @param buffer bytes read at once; grows where a record needs it
     */
    LineStream(FileChannel channel, long start, long limit, int buffer) {
        this.channel = channel;
        this.limit = limit;
        this.offset = start;
        this.bytes = new byte[buffer];
        this.to = -1;
    }

    /** Goes to the next whole line; false where no newline is left before the limit. */
    boolean next() throws IOException {
        from = to + 1;
        tooLong = false;
        int searched = 0;
        while (true) {
            for (int i = from + searched; i < filled; i++) {
                if (bytes[i] == '\n') {
                    to = i;
                    return true;
                }
            }
            searched = filled - from;
            if (searched > RECORD_BYTES_MAX) {
                // No record is that long: forget what was read, and go on to the next newline.
                tooLong = true;
                offset += searched;
                filled = from;
                searched = 0;
            }
            shift();
            if (!fill()) {
                to = from - 1;
                return false;
            }
        }
    }

    private void shift() {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, filled - from);
            offset += from;
            filled -= from;
            from = 0;
        }
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    private boolean fill() throws IOException {
        long position = offset + filled;
        int room = (int) Math.min(bytes.length - filled, limit - position);
        int read = room <= 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, filled, room), position);
        filled += Math.max(0, read);
        return read > 0;
    }

    /** Where the present line begins in the file; after false: where what is left without a newline begins. */
    long start() {
        return offset + from;
    }

    /** Where the next line begins. */
    long end() {
        return offset + to + 1;
    }

    /** Bytes that were there behind the last whole line, after {@link #next} said false. */
    int leftOver() {
        return filled - from;
    }

    byte[] bytes() {
        return bytes;
    }

    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Whether the line has the form of an entry's record, {@code E hash line}; nothing is proven. */
    boolean isEntry() {
        return !tooLong
                && to - from > ENTRY_LINE_AT + 20
                && bytes[from] == 'E'
                && bytes[from + 1] == ' '
                && bytes[from + ENTRY_LINE_AT - 1] == ' '
                && id() != null;
    }

    /** Whether it looks like the end of a group. */
    boolean isMark() {
        return !tooLong && to - from > 2 && bytes[from] == 'K' && bytes[from + 1] == ' ';
    }

    /** Whether it looks like a declared hole. */
    boolean isHole() {
        return !tooLong && to - from > 2 && bytes[from] == 'X' && bytes[from + 1] == ' ';
    }

    int hashAt() {
        return from + 2;
    }

    int lineAt() {
        return from + ENTRY_LINE_AT;
    }

    int lineEnd() {
        return to;
    }

    /** The entry that the record holds; call only where {@link #isEntry}. */
    Entry entry() {
        EntryId id = id();
        if (id == null) {
            throw new IllegalStateException("no entry here");
        }
        return new Entry(
                id,
                new String(bytes, lineAt(), to - lineAt(), StandardCharsets.UTF_8),
                new String(bytes, hashAt(), 64, StandardCharsets.ISO_8859_1));
    }

    /** Identity of the entry whose record this is, or null if its line doesn't begin with one. */
    @Nullable
    EntryId id() {
        int at = literal(lineAt(), "{\"epoch\":");
        long epoch = number(at);
        at = literal(digits(at), ",\"seq\":");
        long seq = number(at);
        return epoch < 1 || seq < 1 || literal(digits(at), ",\"boot\":") < 0 ? null : new EntryId(epoch, seq);
    }

    private int literal(int at, String text) {
        if (at < 0 || at + text.length() > to) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return -1;
            }
        }
        return at + text.length();
    }

    private int digits(int at) {
        int end = at;
        while (end >= 0 && end < to && bytes[end] >= '0' && bytes[end] <= '9' && end - at < 18) {
            end++;
        }
        return end;
    }

    private long number(int at) {
        int end = digits(at);
        if (at < 0 || end == at) {
            return -1;
        }
        long value = 0;
        for (int i = at; i < end; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }
}
