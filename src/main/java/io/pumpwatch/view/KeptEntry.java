package io.pumpwatch.view;

/**
 * An entry of the journal, for shells that know no journal.
 *
 * @param utcMs when it was decided
 * @param kind such as alarm.moved
 * @param line the bytes that are kept and hashed
 * @param hash of the chain up to it
 */
public record KeptEntry(Position at, long utcMs, String kind, String line, String hash) {}
