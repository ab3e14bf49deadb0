package io.pumpwatch.rounds;

/** What of rounds and sheets isn't kept over a restart. */
public record RoundsMemory() {
    /** Of a start. */
    public static final RoundsMemory EMPTY = new RoundsMemory();
}
