package io.pumpwatch.journal;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * What one line of the journal says. Text and value are one to one: a line that parses is written again as the same
 * bytes.
 *
 * @param id identity
 * @param stamp when it was decided; wall time between the years 0 and 9999
 * @param kind what happened, such as {@code alarm.moved}
 * @param version of the body's form
 * @param body a JSON object
 */
public record EntryLine(EntryId id, Stamp stamp, String kind, int version, String body) {
    private static final int UTC_LENGTH = 24;
    /** Room for the usual head. */
    private static final int HEAD_LENGTH = 192;

    private static final long UTC_MS_MIN = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long UTC_MS_MAX =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    /** The line of a draft that was given its number. */
    public static EntryLine of(EntryId id, Draft draft) {
        return new EntryLine(id, draft.stamp(), draft.kind(), draft.version(), draft.body());
    }

    /** The line without a newline, fields in their fixed order. */
    public String text() {
        long utcMs = Math.max(UTC_MS_MIN, Math.min(UTC_MS_MAX, stamp.utcMs()));
        StringBuilder text = new StringBuilder(HEAD_LENGTH + body.length());
        text.append("{\"epoch\":").append(id.epoch()).append(",\"seq\":").append(id.seq());
        text.append(",\"boot\":").append(stamp.boot()).append(",\"utc\":\"");
        UtcText.append(text, utcMs);
        text.append("\",\"uptime\":").append(stamp.uptimeMs()).append(",\"clock\":\"");
        text.append(stamp.trust().name().toLowerCase(Locale.ROOT))
                .append("\",\"kind\":\"")
                .append(kind);
        return text.append("\",\"v\":")
                .append(version)
                .append(",\"body\":")
                .append(body)
                .append('}')
                .toString();
    }

    /**
     * Reads a line strictly, its body as JSON too.
     *
     * @throws JournalException BAD_LINE with the column, from 1
     */
    public static EntryLine parse(String line) {
        EntryLine read = head(line);
        try {
            if (!(JsonText.parse(read.body) instanceof Map)) {
                throw new IllegalArgumentException("the body is no object");
            }
        } catch (IllegalArgumentException fault) {
            throw bad(line.length() - read.body.length(), String.valueOf(fault.getMessage()));
        }
        if (JsonText.utf8Length(line) > Entry.LINE_BYTES_MAX) {
            throw bad(Entry.LINE_BYTES_MAX + 1, "longer than " + Entry.LINE_BYTES_MAX + " bytes");
        }
        return read;
    }

    /**
     * Reads a line but takes its body as it is: quick, for folds over lines whose hash was proven.
     *
     * @throws JournalException BAD_LINE
     */
    public static EntryLine head(String line) {
        Reader in = new Reader(line);
        EntryId id = new EntryId(in.number("{\"epoch\":"), in.number(",\"seq\":"));
        long boot = in.number(",\"boot\":");
        in.expect(",\"utc\":\"");
        long utcMs = in.utc();
        long uptimeMs = in.number("\",\"uptime\":");
        in.expect(",\"clock\":\"");
        ClockTrust trust = in.trust();
        in.expect("\",\"kind\":\"");
        String kind = in.upTo('"');
        long version = in.number("\",\"v\":");
        in.expect(",\"body\":");
        String body = in.body();
        EntryLine read = new EntryLine(id, new Stamp(boot, utcMs, uptimeMs, trust), kind, (int) version, body);
        boolean same = in.canonical && version <= Integer.MAX_VALUE;
        if (id.epoch() < 1
                || id.seq() < 1
                || version < 1
                || !(same || read.text().equals(line))) {
            throw bad(1, "not in the form that the journal writes");
        }
        return read;
    }

    /** The kind that a kept line names, without reading the rest; empty if it names none. */
    public static String kindOf(String line) {
        int at = line.indexOf("\",\"kind\":\"") + 10;
        int end = line.indexOf('"', at);
        return at < 10 || end < 0 ? "" : line.substring(at, end);
    }

    private static JournalException bad(int at, String detail) {
        return new JournalException(Trouble.BAD_LINE, Map.of("column", Integer.toString(at), "detail", detail));
    }

    /** A cursor over the fixed head of a line. */
    private static final class Reader {
        private final String line;
        private int at;
        /** Every number and time so far is spelt as the journal spells it: no need to write the line again to see. */
        private boolean canonical = true;

        Reader(String line) {
            this.line = line;
        }

        void expect(String literal) {
            if (!line.startsWith(literal, at)) {
                throw bad(at + 1, literal + " is expected here");
            }
            at += literal.length();
        }

        long number(String before) {
            expect(before);
            int from = at;
            while (at < line.length()
                    && (Character.isDigit(line.charAt(at)) || (at == from && line.charAt(at) == '-'))) {
                at++;
            }
            try {
                canonical &= plainNumber(from);
                return Long.parseLong(line, from, at, 10);
            } catch (NumberFormatException fault) {
                throw bad(from + 1, "a whole number is expected here");
            }
        }

        /** ASCII digits without a zero in front or a sign: the common spelling, and the only one of its number. */
        private boolean plainNumber(int from) {
            for (int i = from; i < at; i++) {
                if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                    return false;
                }
            }
            return at == from + 1 || (at > from && line.charAt(from) != '0');
        }

        long utc() {
            int from = at;
            at = Math.min(line.length(), at + UTC_LENGTH);
            long quick = UtcText.ms(line, from);
            if (quick != UtcText.OTHER) {
                return quick;
            }
            canonical = false;
            try {
                return Instant.parse(line.substring(from, at)).toEpochMilli();
            } catch (DateTimeException fault) {
                throw bad(from + 1, "a time such as 2026-11-23T15:36:00.123Z is expected here");
            }
        }

        ClockTrust trust() {
            int from = at;
            return switch (upTo('"')) {
                case "unset" -> ClockTrust.UNSET;
                case "rtc" -> ClockTrust.RTC;
                case "ntp" -> ClockTrust.NTP;
                default -> throw bad(from + 1, "unset, rtc or ntp is expected here");
            };
        }

        String upTo(char end) {
            int from = at;
            int found = line.indexOf(end, at);
            if (found < 0) {
                throw bad(from + 1, "the line ends too early");
            }
            at = found;
            return line.substring(from, found);
        }

        String body() {
            if (at >= line.length() - 1 || line.charAt(at) != '{' || !line.endsWith("}}")) {
                throw bad(at + 1, "an object and the end of the line are expected here");
            }
            return line.substring(at, line.length() - 1);
        }
    }
}
