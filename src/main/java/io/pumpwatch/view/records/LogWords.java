package io.pumpwatch.view.records;

import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Named;
import java.util.Locale;

/**
 * One entry in words, for a log.
 *
 * @param kind what happened
 * @param who did it; empty where nobody did
 * @param text what it is about
 */
public record LogWords(String kind, String who, String text) {
    /** The words of an entry. */
    public static LogWords of(KeptEntry entry, Named named) {
        Line line = Line.of(EntryLine.parse(entry.line()));
        Words words = Words.of(named.lang());
        String key = "rep.kind." + entry.kind().toLowerCase(Locale.ROOT).replace('_', '-');
        String by = line.text("by").isEmpty() ? line.text("person") : line.text("by");
        String life = "life." + line.text("to").toLowerCase(Locale.ROOT).replace('_', '-');
        String text = DeedWords.of(line, named);
        return new LogWords(
                words.has(key) ? words.say(key) : entry.kind(),
                by.isEmpty() ? "" : named.person(by),
                words.has(life) ? text + " → " + words.say(life) : text);
    }
}
