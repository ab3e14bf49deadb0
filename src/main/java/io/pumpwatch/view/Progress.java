package io.pumpwatch.view;

/**
 * How far the entries have come.
 *
 * @param durable on the disk
 * @param sent acknowledged by the broker; NONE without a link
 * @param confirmed by dispatch; NONE without a link
 * @param waiting entries that dispatch doesn't have yet
 * @param link state of the link in a word: off, connecting, up, or fault
 */
public record Progress(Place durable, Place sent, Place confirmed, long waiting, String link) {}
