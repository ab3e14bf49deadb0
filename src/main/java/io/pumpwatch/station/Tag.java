package io.pumpwatch.station;

/**
 * Tag of an instrument, contact, output or pump after ISA-5.1, such as {@code PT-101}: one to five capital letters, a
 * hyphen, one to five digits and an optional capital suffix.
 */
public record Tag(String name) implements Comparable<Tag> {
    private static final int LETTERS_MAX = 5;
    private static final int DIGITS_MAX = 5;

    /** @throws IllegalArgumentException if the name isn't of the form {@code PT-101} */
    public Tag {
        if (!isTag(name)) {
            throw new IllegalArgumentException("not a tag (form PT-101): " + name);
        }
    }

    /** Whether the text has the form of a tag. */
    public static boolean isTag(String text) {
        int hyphen = text.indexOf('-');
        int end = text.length();
        if (end > 0 && capital(text.charAt(end - 1))) {
            end--;
        }
        int digits = end - hyphen - 1;
        if (hyphen < 1 || hyphen > LETTERS_MAX || digits < 1 || digits > DIGITS_MAX) {
            return false;
        }
        boolean form = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            form &= i == hyphen || (i < hyphen ? capital(c) : c >= '0' && c <= '9');
        }
        return form;
    }

    /** The alarm point of this tag with that condition, such as {@code PT-101.HH}. */
    public AlarmId alarm(String condition) {
        return new AlarmId(this, condition);
    }

    /** First letter of the tag, the measured quantity after ISA-5.1: P pressure, L level, F flow, ... */
    public char quantity() {
        return name.charAt(0);
    }

    private static boolean capital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    // Each scan looks hundreds of tags up: the generated methods of a record cost several times as much.
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Tag tag && name.equals(tag.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
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
