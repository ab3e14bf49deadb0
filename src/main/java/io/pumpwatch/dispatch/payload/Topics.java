package io.pumpwatch.dispatch.payload;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Topics of one station: {@code pumpwatch/v1/{site}/{station}/…}. */
public record Topics(String site, String station) {
    /** First two levels; a change of any payload that old receivers would refuse gets a new number. */
    public static final String ROOT = "pumpwatch/v1";

    /** Letters of any script, digits, dot, hyphen, underscore: no separator, no wildcard, no space. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /**
     * Checks both names.
     *
     * @throws IllegalArgumentException if a name can't stand in a topic; the text says what is allowed
     */
    public Topics {
        requireName("site", site);
        requireName("station", station);
    }

    /** Whether this can be the name of a site or station in a topic. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static void requireName(String what, String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    what + " name '" + name + "' can't stand in an MQTT topic: 1 to 64 letters, digits, '.', '-' or '_'"
                            + " (no '+', '#', '/' or space), beginning with a letter or digit");
        }
    }

    public String status() {
        return under("status");
    }

    public String event() {
        return under("event");
    }

    public String reading() {
        return under("reading");
    }

    public String alarm(AlarmId id) {
        return under("alarm/" + id.tag().name() + "/" + id.condition());
    }

    public String alarms() {
        return under("alarm/#");
    }

    /** What all alarm topics of this station begin with. */
    public String alarmsPrefix() {
        return under("alarm/");
    }

    public String command(String verb) {
        return under("command/" + verb);
    }

    public String commands() {
        return under("command/+");
    }

    public String reply(String id) {
        return under("reply/" + id);
    }

    /** The point that an alarm topic of this station names, or null for any other topic. */
    public @Nullable AlarmId alarmOf(String topic) {
        String prefix = under("alarm/");
        if (!topic.startsWith(prefix)) {
            return null;
        }
        return alarmPoint(topic.substring(prefix.length()));
    }

    /** What a desk subscribes to for all stations, or for one. */
    public static List<String> forDesk(String site, String station) {
        String base = ROOT + "/" + site + "/" + station + "/";
        return List.of(base + "status", base + "alarm/+/+", base + "event", base + "reading", base + "reply/+");
    }

    /** Reads a topic as a desk gets it; null where it isn't one of ours. */
    public static @Nullable Parsed parse(String topic) {
        String[] level = topic.split("/", -1);
        if (level.length < 5 || !topic.startsWith(ROOT + "/") || !isName(level[2]) || !isName(level[3])) {
            return null;
        }
        String rest = String.join("/", List.of(level).subList(5, level.length));
        return new Parsed(new Topics(level[2], level[3]), level[4], rest);
    }

    /** {@code PT-101/HH} to a point; null where it isn't one. */
    public static @Nullable AlarmId alarmPoint(String levels) {
        int slash = levels.indexOf('/');
        if (slash < 0 || !Tag.isTag(levels.substring(0, slash))) {
            return null;
        }
        String id = levels.substring(0, slash) + "." + levels.substring(slash + 1);
        return AlarmId.isAlarmId(id) ? AlarmId.parse(id) : null;
    }

    @Override
    public String toString() {
        return site + "/" + station;
    }

    private String under(String rest) {
        return ROOT + "/" + site + "/" + station + "/" + rest;
    }

    /**
     * A topic taken apart.
     *
     * @param kind level after the station: status, alarm, event, ...
     * @param rest what follows, without the slash; empty for none
     */
    public record Parsed(Topics station, String kind, String rest) {}
}
