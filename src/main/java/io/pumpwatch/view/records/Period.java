package io.pumpwatch.view.records;

import io.pumpwatch.station.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days that a report is asked for, as people write them: a day, a month, or a year. Pure. */
public final class Period {
    /** Shift records and day sheets: at most so many days at once. */
    static final int LONG_DAYS_MAX = 62;

    private static final int DAYS_MAX = 3_700;

    private Period() {}

    /** First and last day, or why not. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to, Optional<Refusal> refusal) {
        /** As a file of it is named: 2026, 2026-10, 2026-10-05 or 2026-10-05_2026-10-12. */
        public String name() {
            if (from == null || to == null) {
                return "";
            }
            boolean months =
                    from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
            if (months && YearMonth.from(from).equals(YearMonth.from(to))) {
                return YearMonth.from(from).toString();
            }
            boolean year = from.getDayOfYear() == 1
                    && to.equals(Year.from(from).atMonth(12).atEndOfMonth());
            return year ? Year.from(from).toString() : from.equals(to) ? from.toString() : from + "_" + to;
        }

        static Days refused(String code, String... namesAndValues) {
            return new Days(null, null, Optional.of(Refusal.of(code, namesAndValues)));
        }
    }

    /**
     * Reads both ends. Without a beginning: today for a shift or day, this month for attendance, else this year;
     * without an end: that of what the beginning names.
     */
    public static Days of(String kind, @Nullable String from, @Nullable String to, LocalDate today) {
        if (!Reports.names().contains(kind)) {
            return Days.refused("records.kind", "kind", kind, "known", String.join(", ", Reports.names()));
        }
        String begin = from == null ? usual(kind, today) : from;
        LocalDate first = end(begin, false);
        LocalDate last = end(to == null ? begin : to, true);
        if (first == null || last == null || first.isAfter(last)) {
            return Days.refused("records.period", "from", begin, "to", to == null ? begin : to);
        }
        boolean longOnes = kind.equals("shift") || kind.equals("day");
        int daysMax = longOnes ? LONG_DAYS_MAX : DAYS_MAX;
        return first.plusDays(daysMax).isBefore(last)
                ? Days.refused("records.long", "days", Integer.toString(daysMax))
                : new Days(first, last, Optional.empty());
    }

    private static String usual(String kind, LocalDate today) {
        return switch (kind) {
            case "shift", "day" -> today.toString();
            case "attendance" -> YearMonth.from(today).toString();
            default -> Integer.toString(today.getYear());
        };
    }

    private static @Nullable LocalDate end(String text, boolean last) {
        try {
            if (text.matches("[0-9]{4}")) {
                Year year = Year.parse(text);
                return last ? year.atMonth(12).atEndOfMonth() : year.atDay(1);
            }
            if (text.matches("[0-9]{4}-[0-9]{2}")) {
                YearMonth month = YearMonth.parse(text);
                return last ? month.atEndOfMonth() : month.atDay(1);
            }
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
