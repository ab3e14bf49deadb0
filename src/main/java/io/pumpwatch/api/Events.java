package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/events?before=&limit=&kind=}: entries of the journal, the newest first.
 *
 * @param next what to give as {@code before} for the entries before these; null at the beginning of the journal
 */
public record Events(
        String zone, List<Event> events, @Nullable String next) {
    /**
     * An entry.
     *
     * @param id such as 1-17
     * @param kind such as alarm.moved
     * @param kindText the same in words
     * @param who did it; empty where nobody did
     * @param text what it is about
     * @param line the bytes that are kept
     * @param hash of the chain up to it
     */
    public record Event(
            String id, String utc, String kind, String kindText, String who, String text, String line, String hash) {}
}
