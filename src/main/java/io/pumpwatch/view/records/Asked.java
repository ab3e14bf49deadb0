package io.pumpwatch.view.records;

import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a report is to show.
 *
 * @param from first day, by the station's clock
 * @param to last day, likewise
 * @param nowMs how far the records reach: nothing later was due
 * @param rules that the site adds
 * @param readings of instruments at any time, from the history
 * @param scope what the reader may see of it
 */
public record Asked(
        StationPlan plan,
        Lang lang,
        LocalDate from,
        LocalDate to,
        long nowMs,
        List<OwnRule> rules,
        Readings readings,
        Scope scope) {
    /** A rule of the site's own: {@code shownBy} alarm points or tags. */
    public record OwnRule(String id, Text text, List<String> shownBy) {}

    /** What an instrument read. */
    @FunctionalInterface
    public interface Readings {
        /** Nothing is known. */
        Readings NONE = (tag, utcMs) -> Double.NaN;

        /** The reading at that wall time; NaN where there is none, or a bad one. */
        double at(Tag tag, long utcMs);
    }

    public Asked {
        rules = List.copyOf(rules);
    }

    ZoneId zone() {
        return plan.zone();
    }

    long fromMs() {
        return from.atStartOfDay(zone()).toInstant().toEpochMilli();
    }

    /** Behind the last day. */
    long toMs() {
        return to.plusDays(1).atStartOfDay(zone()).toInstant().toEpochMilli();
    }

    /** The end, or now where that comes first. */
    long untilMs() {
        return Math.max(fromMs(), Math.min(toMs(), nowMs));
    }

    Asked days(LocalDate first, LocalDate last) {
        return new Asked(plan, lang, first, last, nowMs, rules, readings, scope);
    }
}
