package io.pumpwatch.view;

import io.pumpwatch.journal.EntryId;

/**
 * How far the entries have come.
 *
 * @param durable on the disk
 * @param sent acknowledged by the broker; NONE without a link
 * @param confirmed by dispatch; NONE without a link
 * @param waiting entries that dispatch doesn't have yet
 * @param link state of the link in a word: off, connecting, up, or fault
 */
public record Progress(EntryId durable, EntryId sent, EntryId confirmed, long waiting, String link) {}
