package io.pumpwatch.field.pi4j;

/** A bus, chip or line that didn't do what it was asked; the message is short and names no class. */
public final class BusFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param words such as {@code no answer} */
    public BusFault(String words) {
        super(words, null, false, false);
    }

    /** Why, in a few words. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
