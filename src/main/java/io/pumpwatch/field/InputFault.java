package io.pumpwatch.field;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Text;

/**
 * One thing that is wrong with a file that a person wrote or recorded.
 *
 * @param source the file's name as the person knows it
 * @param line counted from 1; 0 where the whole file is meant
 * @param words what is wrong, with the column or tag, and what is allowed
 */
public record InputFault(String source, long line, Text words) {
    /** File, line and words, ready to show. */
    public String in(Lang lang) {
        return line > 0 ? source + ":" + line + ": " + words.in(lang) : source + ": " + words.in(lang);
    }

    @Override
    public String toString() {
        return in(Lang.EN);
    }
}
