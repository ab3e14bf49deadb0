package io.pumpwatch.rounds;

/** What the station file says of rounds, sheets, jobs and defects. */
public record RoundsPlan() {
    /** Of a station file that says nothing about it. */
    public static final RoundsPlan STANDARD = new RoundsPlan();
}
