package io.pumpwatch.journal;

import java.time.LocalDate;
import java.time.YearMonth;

/** Reads and writes a time as the journal does, 2026-11-23T15:36:00.123Z, many times quicker than a formatter. */
final class UtcText {
    /** No time in exactly this form: no millisecond of the years 0 to 9999 has this number. */
    static final long OTHER = Long.MIN_VALUE;

    private static final String FORM = "dddd-dd-ddTdd:dd:dd.dddZ";
    private static final long DAY_MS = 86_400_000;

    private UtcText() {}

    /** Milliseconds since 1970 of the time that stands there; {@link #OTHER} for any other text. */
    static long ms(String text, int from) {
        if (text.length() - from < FORM.length()) {
            return OTHER;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char here = text.charAt(from + i);
            boolean fits = FORM.charAt(i) == 'd' ? here >= '0' && here <= '9' : here == FORM.charAt(i);
            if (!fits) {
                return OTHER;
            }
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        int hour = number(text, from + 11, 2);
        int minute = number(text, from + 14, 2);
        int second = number(text, from + 17, 2);
        boolean real = month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60;
        if (!real || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
            return OTHER;
        }
        long ofDay = ((hour * 60L + minute) * 60 + second) * 1_000 + number(text, from + 20, 3);
        return LocalDate.of(year, month, day).toEpochDay() * DAY_MS + ofDay;
    }

    /** Writes that time, of the years 0 to 9999. */
    static void append(StringBuilder to, long utcMs) {
        long day = Math.floorDiv(utcMs, DAY_MS);
        int ofDay = (int) Math.floorMod(utcMs, DAY_MS);
        LocalDate date = LocalDate.ofEpochDay(day);
        digits(to, date.getYear(), 1_000).append('-');
        digits(to, date.getMonthValue(), 10).append('-');
        digits(to, date.getDayOfMonth(), 10).append('T');
        digits(to, ofDay / 3_600_000, 10).append(':');
        digits(to, ofDay / 60_000 % 60, 10).append(':');
        digits(to, ofDay / 1_000 % 60, 10).append('.');
        digits(to, ofDay % 1_000, 100).append('Z');
    }

    /** @param place of the first digit: 1000 for four */
    private static StringBuilder digits(StringBuilder to, int number, int place) {
        for (int at = place; at > 0; at /= 10) {
            to.append((char) ('0' + number / at % 10));
        }
        return to;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
