package io.pumpwatch.view.records;

import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.KeptEntry;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One entry in words, for a log.
 *
 * @param kind what happened
 * @param who did it; empty where nobody did
 * @param text what it is about
 */
public record LogWords(String kind, String who, String text) {
    /**
     * The words of an entry.
     *
     * @param names of people by their id
     */
    public static LogWords of(KeptEntry entry, Lang lang, UnaryOperator<String> names) {
        Line line = Line.of(EntryLine.parse(entry.line()));
        Words words = Words.of(lang);
        String key = "rep.kind." + entry.kind().toLowerCase(Locale.ROOT).replace('_', '-');
        String by = line.text("by").isEmpty() ? line.text("person") : line.text("by");
        String to = line.text("to");
        String life = "life." + to.toLowerCase(Locale.ROOT).replace('_', '-');
        String text = Deeds.words(line, words);
        return new LogWords(
                words.has(key) ? words.say(key) : entry.kind(),
                by.isEmpty() ? "" : names.apply(by),
                words.has(life) ? text + " → " + words.say(life) : text);
    }
}
