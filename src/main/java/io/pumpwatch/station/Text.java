package io.pumpwatch.station;

/** Words of a station file in both languages. An empty Chinese text falls back to the English one. */
public record Text(String en, String zh) {
    /** No words. */
    public static final Text NONE = new Text("", "");

    /** The words in that language, or in the other where there are none. */
    public String in(Lang lang) {
        if (lang == Lang.ZH) {
            return zh.isEmpty() ? en : zh;
        }
        return en.isEmpty() ? zh : en;
    }

    /** Whether there are no words at all. */
    public boolean isEmpty() {
        return en.isEmpty() && zh.isEmpty();
    }
}
