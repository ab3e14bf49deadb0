package io.pumpwatch.field.replay;

/** Reads a number as instruments write it; the JDK's own parser would also take {@code 1d}, {@code 0x1p3} and more. */
final class CellNumber {
    private static final int LENGTH_MAX = 40;

    private CellNumber() {}

    /** NaN where the text isn't a decimal number. */
    static double parse(String text, char decimal) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != decimal && c != '+' && c != '-' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(decimal == '.' ? text : text.replace(decimal, '.'));
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
