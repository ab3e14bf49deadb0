package io.pumpwatch.config;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmPlan.Kind;
import io.pumpwatch.alarms.AlarmPlan.Words;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every alarm point has, whatever makes its condition. */
record AlarmSettings(
        Priority priority,
        boolean latching,
        long onDelayMs,
        long offDelayMs,
        long reAlarmMs,
        String group,
        boolean enabled,
        Words words) {
    /** Of a point that says nothing. */
    static final AlarmSettings PLAIN = new AlarmSettings(Priority.MEDIUM, false, 0, 0, 0, "", true, Words.NONE);

    static final Map<String, Priority> PRIORITIES = priorities();
    private static final long DAY_MS = 86_400_000;

    private static Map<String, Priority> priorities() {
        Map<String, Priority> words = new LinkedHashMap<>();
        words.put("critical", Priority.CRITICAL);
        words.put("high", Priority.HIGH);
        words.put("medium", Priority.MEDIUM);
        words.put("low", Priority.LOW);
        return words;
    }

    /** Reads them; a key that isn't there stays as it was. */
    static AlarmSettings read(Section section, AlarmSettings usual) {
        return new AlarmSettings(
                section.word("priority", PRIORITIES, usual.priority),
                section.flag("latching", usual.latching),
                section.duration("on_delay", 0, DAY_MS, usual.onDelayMs),
                section.duration("off_delay", 0, DAY_MS, usual.offDelayMs),
                section.duration("re_alarm", 0, 30 * DAY_MS, usual.reAlarmMs),
                section.string("group", usual.group),
                section.flag("enabled", usual.enabled),
                new Words(
                        text(section, "name", usual.words.name()),
                        text(section, "cause", usual.words.cause()),
                        text(section, "consequence", usual.words.consequence()),
                        text(section, "response", usual.words.response())));
    }

    private static Text text(Section section, String key, Text usual) {
        return section.has(key) ? section.text(key) : usual;
    }

    /** What a plan's point was made of. */
    static AlarmSettings of(AlarmPlan point) {
        return new AlarmSettings(
                point.priority(),
                point.latching(),
                point.onDelayMs(),
                point.offDelayMs(),
                point.reAlarmMs(),
                point.group(),
                true,
                point.words());
    }

    /** With other words. */
    AlarmSettings with(Words other) {
        return new AlarmSettings(priority, latching, onDelayMs, offDelayMs, reAlarmMs, group, enabled, other);
    }

    /** The point. */
    AlarmPlan plan(AlarmId id, Kind kind, double setpoint, double deadband, String unit, boolean whileSettled) {
        return new AlarmPlan(
                id,
                kind,
                setpoint,
                deadband,
                unit,
                onDelayMs,
                offDelayMs,
                priority,
                latching,
                reAlarmMs,
                whileSettled,
                group,
                words);
    }
}
