package io.pumpwatch.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Entries as JSON Lines of {@code {"line":…,"hash":…}}: the same bytes as the store and the MQTT payload. */
public final class Export {
    private Export() {}

    /** One entry as it goes to dispatch and into an export. */
    public static String json(Entry entry) {
        StringBuilder out = new StringBuilder(entry.line().length() + 160).append("{\"line\":");
        JsonText.quote(entry.line(), out);
        return out.append(",\"hash\":\"").append(entry.hash()).append("\"}").toString();
    }

    /**
     * The entry that a payload holds.
     *
     * @throws JournalException BAD_LINE if it is none; the hash is not proven
     */
    public static Entry parse(String json) {
        Entry entry = ChainCheck.exported(json);
        if (entry == null) {
            throw new JournalException(
                    Trouble.BAD_LINE,
                    java.util.Map.of("column", "1", "detail", "an object with the texts line and hash is expected"));
        }
        return entry;
    }

    /** Writes all entries after one; returns how many. */
    public static long write(Journal journal, EntryId after, Writer out) throws IOException {
        long[] count = new long[1];
        try {
            journal.replay(after, entry -> {
                try {
                    out.write(json(entry));
                    out.write('\n');
                    count[0]++;
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
        } catch (UncheckedIOException fault) {
            throw fault.getCause() == null ? new IOException(fault) : fault.getCause();
        }
        return count[0];
    }
}
