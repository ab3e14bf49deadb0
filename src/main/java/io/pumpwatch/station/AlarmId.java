package io.pumpwatch.station;

import org.jspecify.annotations.Nullable;

/**
 * Name of an alarm point: a tag and a condition, written {@code LT-301.HH}. A value, and no record only because its
 * hash is kept: each scan looks hundreds of points up, in caches that have gone cold since the scan before.
 */
public final class AlarmId implements Comparable<AlarmId> {
    private static final int CONDITION_MAX = 24;

    private final Tag tag;
    private final String condition;
    private final int hash;

    /** @throws IllegalArgumentException if the condition isn't 1 to 24 capitals, digits or hyphens */
    public AlarmId(Tag tag, String condition) {
        if (!isCondition(condition)) {
            throw new IllegalArgumentException("not an alarm condition (form HH): " + condition);
        }
        this.tag = tag;
        this.condition = condition;
        this.hash = 31 * tag.hashCode() + condition.hashCode();
    }

    /** On what it stands. */
    public Tag tag() {
        return tag;
    }

    /** What it says of it, such as HH. */
    public String condition() {
        return condition;
    }

    /** Whether the text has the form {@code LT-301.HH}. */
    public static boolean isAlarmId(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && Tag.isTag(text.substring(0, dot)) && isCondition(text.substring(dot + 1));
    }

    private static boolean isCondition(String text) {
        boolean form = !text.isEmpty() && text.length() <= CONDITION_MAX && capital(text.charAt(0));
        for (int i = 1; form && i < text.length(); i++) {
            char c = text.charAt(i);
            form = capital(c) || (c >= '0' && c <= '9') || c == '-';
        }
        return form;
    }

    private static boolean capital(char c) {
        return c >= 'A' && c <= 'Z';
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
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AlarmId id
                        && hash == id.hash
                        && condition.equals(id.condition)
                        && tag.equals(id.tag));
    }

    @Override
    public int hashCode() {
        return hash;
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
