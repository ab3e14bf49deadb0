package io.pumpwatch.web;

import io.pumpwatch.station.Words;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person who reads an answer has in front of them: words that say what to do next name the command, the key or
 * the page. Words of their own have the reader's name at the end of their key; without any all read the same.
 */
enum Reader {
    /** The command line, or a program. */
    LINE(""),
    CONSOLE(".console"),
    PAGE(".page");

    /** Header in which a client says so. */
    static final HttpString HEADER = new HttpString("Pumpwatch-Reader");

    private final String ending;

    Reader(String ending) {
        this.ending = ending;
    }

    /** Who asks; the command line where nothing is said. */
    static Reader of(HttpServerExchange exchange) {
        return named(exchange.getRequestHeaders().getFirst(HEADER));
    }

    static Reader named(@Nullable String name) {
        return "console".equals(name) ? CONSOLE : "page".equals(name) ? PAGE : LINE;
    }

    /** The words of a key for this reader. */
    String say(Words words, String key, Map<String, String> args) {
        String own = key + ending;
        Map<String, String> named = args;
        String field = args.getOrDefault("field", "");
        String inForm = "page.in." + args.getOrDefault("verb", "") + "." + field;
        String label = words.has(inForm) ? inForm : "page.in." + field;
        if (this == PAGE && words.has(label)) {
            // Who fills in a form knows what stands above a field, not how it is sent.
            named = new HashMap<>(args);
            named.put("field", words.say(label));
        }
        return words.say(words.has(own) ? own : key, named);
    }
}
