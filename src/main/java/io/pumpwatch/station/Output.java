package io.pumpwatch.station;

/** What a relay is asked to be. */
public record Output(Tag tag, boolean energised) {}
