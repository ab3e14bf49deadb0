package io.pumpwatch.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range that a salvage could not read, as its line in the segment declares it: {@code X 1:41 1:44 hash crc}.
 *
 * @param from first entry that is missing
 * @param to last one
 * @param hash of the last one, to which the next entry is chained: proven by that entry or named by the next segment
 */
record Hole(EntryId from, EntryId to, String hash) {
    private static final Pattern FORM =
            Pattern.compile("X (\\d{1,18}:\\d{1,18}) (\\d{1,18}:\\d{1,18}) ([0-9a-f]{64}) ([0-9a-f]{8})");

    String text() {
        String text = "X " + from + " " + to + " " + hash;
        return text + " " + Mark.crc(text);
    }

    static @Nullable Hole parse(String line) {
        Matcher fields = FORM.matcher(line);
        if (!fields.matches() || !Mark.crc(line.substring(0, line.length() - 9)).equals(fields.group(4))) {
            return null;
        }
        return new Hole(EntryId.parse(fields.group(1)), EntryId.parse(fields.group(2)), fields.group(3));
    }
}
