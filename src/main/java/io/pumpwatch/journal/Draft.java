package io.pumpwatch.journal;

import io.pumpwatch.station.Stamp;
import java.util.Map;

/**
 * What the scan hands over to be kept: an entry without its number.
 *
 * @param kind dotted lower-case name such as {@code alarm.moved}, at most 64 characters
 * @param version of the body's form, 1 or more
 * @param body a JSON object without line breaks, as {@link RecordCodec} writes it
 * @param stamp when it was decided
 */
public record Draft(String kind, int version, String body, Stamp stamp) {
    private static final int KIND_MAX = 64;

    /** Bytes of the line's head at most: six numbers of 20 digits, a kind of 64 and the names. */
    private static final int HEAD_BYTES_MAX = 320;

    /** Longest body in UTF-8 bytes. */
    public static final int BODY_BYTES_MAX = Entry.LINE_BYTES_MAX - HEAD_BYTES_MAX;

    /**
     * @throws JournalException TOO_LONG if the line couldn't be kept
     * @throws IllegalArgumentException if the kind, version or body has not the form above
     */
    public Draft {
        if (kind.length() > KIND_MAX || !isKind(kind) || version < 1) {
            throw new IllegalArgumentException(
                    "not a kind and version (form alarm.moved, 1): " + kind + ", " + version);
        }
        if (!body.startsWith("{") || !body.endsWith("}") || hasControl(body)) {
            throw new IllegalArgumentException("the body of " + kind + " isn't one line of JSON object");
        }
        int bytes = JsonText.utf8Length(body);
        if (bytes > BODY_BYTES_MAX) {
            throw new JournalException(
                    Trouble.TOO_LONG,
                    Map.of("kind", kind, "bytes", Integer.toString(bytes), "max", Integer.toString(BODY_BYTES_MAX)));
        }
    }

    /** Words of small letters, digits and hyphens that begin with a letter, with dots between them. */
    private static boolean isKind(String text) {
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean other = c == '.' || c == '-' || (c >= '0' && c <= '9');
            if (!letter && (begins || !other)) {
                return false;
            }
            begins = c == '.';
        }
        return !begins;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return true;
            }
        }
        return false;
    }
}
