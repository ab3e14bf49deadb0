package io.pumpwatch.station;

import java.util.regex.Pattern;

/** Name of an alarm point: a tag and a condition, written {@code LT-301.HH}. */
public record AlarmId(Tag tag, String condition) implements Comparable<AlarmId> {
    private static final Pattern CONDITION = Pattern.compile("[A-Z][A-Z0-9-]{0,23}");

    /** @throws IllegalArgumentException if the condition isn't 1 to 24 capitals, digits or hyphens */
    public AlarmId {
        if (!CONDITION.matcher(condition).matches()) {
            throw new IllegalArgumentException("not an alarm condition (form HH): " + condition);
        }
    }

    /** Whether the text has the form {@code LT-301.HH}. */
    public static boolean isAlarmId(String text) {
        int dot = text.indexOf('.');
        return dot > 0
                && Tag.isTag(text.substring(0, dot))
                && CONDITION.matcher(text.substring(dot + 1)).matches();
    }

    /**
     * Reads {@code LT-301.HH}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static AlarmId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("not an alarm point (form LT-301.HH): " + text);
        }
        return new AlarmId(new Tag(text.substring(0, dot)), text.substring(dot + 1));
    }

    @Override
    public int compareTo(AlarmId other) {
        int byTag = tag.compareTo(other.tag);
        return byTag != 0 ? byTag : condition.compareTo(other.condition);
    }

    @Override
    public String toString() {
        return tag.name() + "." + condition;
    }
}
