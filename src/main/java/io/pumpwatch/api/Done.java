package io.pumpwatch.api;

/**
 * Answer to an act that was carried out.
 *
 * @param done always true
 * @param kept whether its entry is on the disk; false while the disk stalls
 * @param message for people, in the caller's language
 */
public record Done(boolean done, boolean kept, String message) {}
