package io.pumpwatch.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The line that ends a group: everything up to it was handed to the disk together. {@code K 1:42 crc}, or with the
 * cursors where they moved: {@code K 1:42 confirmed=1:40,sent=1:42 crc}.
 *
 * @param last the last entry up to here
 * @param cursors all cursors, or null where none is named
 */
record Mark(EntryId last, @Nullable Map<String, EntryId> cursors) {
    private static final Pattern FORM = Pattern.compile("K (\\d{1,18}:\\d{1,18})( \\S+)? ([0-9a-f]{8})");
    private static final Pattern CURSOR_NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Its text without the newline. */
    String text() {
        String text = "K " + last + (cursors == null ? "" : " " + cursorText(cursors));
        return text + " " + crc(text);
    }

    /** The mark that a line is, or null if it's none or damaged. */
    static @Nullable Mark parse(String line) {
        Matcher fields = FORM.matcher(line);
        if (!fields.matches() || !crc(line.substring(0, line.length() - 9)).equals(fields.group(3))) {
            return null;
        }
        String cursors = fields.group(2);
        return new Mark(EntryId.parse(fields.group(1)), cursors == null ? null : cursors(cursors.trim()));
    }

    static boolean isCursorName(String name) {
        return CURSOR_NAME.matcher(name).matches();
    }

    static String cursorText(Map<String, EntryId> cursors) {
        StringBuilder text = new StringBuilder();
        Segment.ordered(cursors)
                .forEach((name, at) -> text.append(text.length() == 0 ? "" : ",")
                        .append(name)
                        .append('=')
                        .append(at));
        return text.length() == 0 ? "-" : text.toString();
    }

    /** @throws IllegalArgumentException if the text has another form */
    static Map<String, EntryId> cursors(String text) {
        Map<String, EntryId> cursors = new TreeMap<>();
        if (!text.equals("-")) {
            for (String part : text.split(",", -1)) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("not a cursor: " + part);
                }
                cursors.put(part.substring(0, equals), EntryId.parse(part.substring(equals + 1)));
            }
        }
        return cursors;
    }

    static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
