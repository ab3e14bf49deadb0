package io.pumpwatch.station;

/**
 * Tag of an instrument, contact, output or pump after ISA-5.1, such as {@code PT-101}: one to five capital letters, a
 * hyphen, one to five digits and an optional capital suffix.
 */
public record Tag(String name) implements Comparable<Tag> {
    private static final int PART_MAX = 5;

    /** @throws IllegalArgumentException if the name isn't of the form {@code PT-101} */
    public Tag {
        if (!isTag(name)) {
            throw new IllegalArgumentException("not a tag (form PT-101): " + name);
        }
    }

    /** Whether the text has the form of a tag. */
    public static boolean isTag(String text) {
        // By hand: tags are made by the hundred in each scan.
        int letters = run(text, 0, 'A', 'Z');
        if (letters < 1 || letters > PART_MAX || letters >= text.length() || text.charAt(letters) != '-') {
            return false;
        }
        int digits = run(text, letters + 1, '0', '9');
        int end = letters + 1 + digits;
        int suffix = run(text, end, 'A', 'Z');
        return digits >= 1 && digits <= PART_MAX && suffix <= 1 && end + suffix == text.length();
    }

    /** How many characters from there on lie between two. */
    private static int run(String text, int from, char low, char high) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= low && text.charAt(at) <= high) {
            at++;
        }
        return at - from;
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
