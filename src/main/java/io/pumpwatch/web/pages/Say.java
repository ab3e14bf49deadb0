package io.pumpwatch.web.pages;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words, numbers and times as people of this station read them. */
public final class Say {
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 3_600_000;

    private final Words words;
    private final ZoneId zone;

    /** In a language and a zone. */
    public Say(Lang lang, ZoneId zone) {
        this.words = Words.of(lang);
        this.zone = zone;
    }

    /** The station's zone, by its name. */
    public String zone() {
        return zone.getId();
    }

    /** The words of {@code page.} and the key. */
    public String t(String key, String... namesAndValues) {
        Map<String, String> args = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            args.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return words.say("page." + key, args);
    }

    /** The words of a family's member, or the member itself where there are none. */
    public String known(String family, String word) {
        String key = family + "." + word;
        return words.has(key) ? words.say(key) : word;
    }

    /** Several of them. */
    public String all(String family, List<String> some) {
        return String.join(
                t("comma"), some.stream().map(each -> known(family, each)).toList());
    }

    /** Local time to the minute; empty for none. */
    public String time(@Nullable String utc) {
        return utc == null || utc.isEmpty()
                ? ""
                : MINUTE.format(Instant.parse(utc).atZone(zone));
    }

    /** Local time to the second, with the day. */
    public String whole(long utcMs) {
        return WHOLE.format(Instant.ofEpochMilli(utcMs).atZone(zone));
    }

    /** Local time to the second, without the year. */
    public String second(@Nullable String utc) {
        return utc == null || utc.isEmpty()
                ? ""
                : SECOND.format(Instant.parse(utc).atZone(zone));
    }

    /** A number with the digits that people read at a glance; a dash for none. */
    public String number(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }

    /** A stretch of time. */
    public String span(long ms) {
        long minutes = ms / MINUTE_MS;
        return ms < 2 * MINUTE_MS
                ? t("seconds", "n", Long.toString(ms / 1_000))
                : ms < 2 * HOUR_MS
                        ? t("minutes", "n", Long.toString(minutes))
                        : t("hours", "n", String.format(Locale.ROOT, "%.1f", ms / (double) HOUR_MS));
    }

    /** A size that people read. */
    public String bytes(long count) {
        return count < 0 ? "–" : String.format(Locale.ROOT, "%.1f MB", count / 1_048_576.0);
    }

    /** Yes or no. */
    public String yes(boolean is) {
        return t(is ? "yes" : "no");
    }

    /** Column headings by their keys. */
    public List<String> columns(String... keys) {
        return Arrays.stream(keys).map(key -> t("col." + key)).toList();
    }
}
