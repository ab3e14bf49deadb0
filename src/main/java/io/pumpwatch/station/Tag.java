package io.pumpwatch.station;

import java.util.regex.Pattern;

/**
 * Tag of an instrument, contact, output or pump after ISA-5.1, such as {@code PT-101}: one to five capital letters, a
 * hyphen, one to five digits and an optional capital suffix.
 */
public record Tag(String name) implements Comparable<Tag> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{1,5}-[0-9]{1,5}[A-Z]?");

    /** @throws IllegalArgumentException if the name isn't of the form {@code PT-101} */
    public Tag {
        if (!isTag(name)) {
            throw new IllegalArgumentException("not a tag (form PT-101): " + name);
        }
    }

    /** Whether the text has the form of a tag. */
    public static boolean isTag(String text) {
        return FORM.matcher(text).matches();
    }

    /** The alarm point of this tag with that condition, such as {@code PT-101.HH}. */
    public AlarmId alarm(String condition) {
        return new AlarmId(this, condition);
    }

    /** First letter of the tag, the measured quantity after ISA-5.1: P pressure, L level, F flow, ... */
    public char quantity() {
        return name.charAt(0);
    }

    @Override
    public int compareTo(Tag other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
