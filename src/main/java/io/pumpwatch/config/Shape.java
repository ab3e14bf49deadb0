package io.pumpwatch.config;

import io.pumpwatch.station.Text;
import org.jspecify.annotations.Nullable;

/** Sorts of values, in words. */
enum Shape {
    STRING("a string", "字符串"),
    NUMBER("a number", "数"),
    WHOLE("a whole number", "整数"),
    FLAG("true or false", "true 或 false"),
    DATE("a date or time", "日期或时间"),
    LIST("a list", "列表"),
    PAIR("a list of two numbers, such as [0, 60]", "两个数的列表, 如 [0, 60]"),
    TABLE("a table", "表"),
    DURATION("a time with its unit, such as \"15 s\"", "带单位的时间, 如 \"15 s\""),
    WORDS("a string, or { en = \"...\", zh = \"...\" }", "字符串, 或 { en = \"...\", zh = \"...\" }");

    private final String en;
    private final String zh;

    Shape(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    Text words() {
        return new Text(en, zh);
    }

    static Shape of(@Nullable Object value) {
        if (value instanceof String) {
            return STRING;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        if (value instanceof Boolean) {
            return FLAG;
        }
        if (value instanceof Table) {
            return TABLE;
        }
        return value instanceof Table.Items ? LIST : DATE;
    }
}
