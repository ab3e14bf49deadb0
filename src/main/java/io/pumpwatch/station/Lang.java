package io.pumpwatch.station;

import java.util.Locale;

/** Languages of the screens and messages. */
public enum Lang {
    EN(Locale.ENGLISH),
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Lang(Locale locale) {
        this.locale = locale;
    }

    /** For the formats and bundles of the JDK. */
    public Locale locale() {
        return locale;
    }

    /** The language that a POSIX locale name such as {@code zh_CN.UTF-8} asks for; English for all but Chinese. */
    public static Lang ofPosix(String name) {
        return name.startsWith("zh") ? ZH : EN;
    }
}
