package io.pumpwatch.console;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words and times for the person at the console. Pure. */
final class Say {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final long MINUTE_MS = 60_000;

    private final Words words;
    private final ZoneId zone;
    private final @Nullable String now;

    Say(Model model) {
        this.words = Words.of(lang(model));
        this.zone = zone(model);
        this.now = model.data().status() == null ? null : model.data().status().now();
    }

    /** English where the terminal can't draw Chinese. */
    static Lang lang(Model model) {
        return model.look().chinese() ? model.look().lang() : Lang.EN;
    }

    private static ZoneId zone(Model model) {
        try {
            return model.data().status() == null
                    ? ZoneOffset.UTC
                    : ZoneId.of(model.data().status().zone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** A month in the station's zone, so many before this one: 2026-11. */
    String month(int back) {
        Instant at = now == null ? Instant.EPOCH : Instant.parse(now);
        return YearMonth.from(at.atZone(zone)).minusMonths(back).toString();
    }

    String word(String key) {
        return words.say(key);
    }

    String word(String key, Map<String, String> args) {
        return words.say(key, args);
    }

    /** Words for a state, where there are some; else the state itself. */
    String state(String group, String state) {
        String key = "console." + group + "." + state;
        return words.has(key) ? words.say(key) : state;
    }

    /** The words of a key, or the text itself where it is none. */
    String known(String keyOrText) {
        return words.has(keyOrText) ? words.say(keyOrText) : keyOrText;
    }

    /** What somebody is here. */
    String role(String role) {
        return words.has("role." + role) ? words.say("role." + role) : role;
    }

    /** A time of the API in the station's zone, with its day. */
    String at(@Nullable String utc) {
        return when(utc, SHORT);
    }

    /** A time of day. */
    String clock(@Nullable String utc) {
        return when(utc, CLOCK);
    }

    /** A time of day, of a timetable. */
    String minute(@Nullable String utc) {
        return when(utc, MINUTE);
    }

    /** Today at the station, so many days on: 2026-11-25. */
    String today(int on) {
        Instant at = now == null ? Instant.EPOCH : Instant.parse(now);
        return DATE.format(at.atZone(zone).plusDays(on));
    }

    /** A day. */
    String day(@Nullable String utc) {
        return when(utc, DATE);
    }

    private String when(@Nullable String utc, DateTimeFormatter form) {
        if (utc == null || utc.isEmpty()) {
            return "-";
        }
        try {
            return form.format(Instant.parse(utc).atZone(zone));
        } catch (DateTimeException none) {
            return utc;
        }
    }

    /** Hours and minutes. */
    static String span(long ms) {
        long minutes = ms / MINUTE_MS;
        return String.format(Locale.ROOT, "%d:%02d h", minutes / 60, minutes % 60);
    }
}
