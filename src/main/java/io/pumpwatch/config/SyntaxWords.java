package io.pumpwatch.config;

import io.pumpwatch.station.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlParseError;

/** What the TOML parser says, in both languages. */
final class SyntaxWords {
    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected (.*), expected (.*)", Pattern.DOTALL);
    private static final Pattern TWICE = Pattern.compile("(.*) previously defined at line (\\d+), column (\\d+)");
    private static final Map<String, String> PHRASES = phrases();

    private SyntaxWords() {}

    private static Map<String, String> phrases() {
        // Longer ones first: each is replaced wherever it stands.
        Map<String, String> phrases = new LinkedHashMap<>();
        phrases.put("end of line", "行尾");
        phrases.put("end of input", "文件结尾");
        phrases.put("end-of-input", "文件结尾");
        phrases.put("a newline", "换行");
        phrases.put("a basic string", "字符串");
        phrases.put("a character", "字符");
        phrases.put("a table key", "表名");
        phrases.put("a value", "值");
        phrases.put("a key", "键");
        phrases.put("a comma", "逗号");
        phrases.put(" or ", " 或 ");
        return phrases;
    }

    /** Its words; for Chinese the phrases that they are made of are put into Chinese. */
    static Text of(TomlParseError error) {
        String en = String.valueOf(error.getMessage());
        Matcher unexpected = UNEXPECTED.matcher(en);
        if (unexpected.matches()) {
            return new Text(en, "出现" + chinese(unexpected.group(1)) + ", 此处应为" + chinese(unexpected.group(2)));
        }
        Matcher twice = TWICE.matcher(en);
        if (twice.matches()) {
            String zh = twice.group(1) + " 已在第 " + twice.group(2) + " 行第 " + twice.group(3) + " 列定义";
            return new Text(en, zh);
        }
        return new Text(en, en);
    }

    private static String chinese(String words) {
        String zh = words;
        for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
            zh = zh.replace(phrase.getKey(), phrase.getValue());
        }
        return zh;
    }
}
