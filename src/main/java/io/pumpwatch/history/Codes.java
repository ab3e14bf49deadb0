package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Quality;

/** Numbers that stand for words in the files; they never change, whatever the words do. */
final class Codes {
    private Codes() {}

    /** The graver, the higher. */
    static int of(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case BAD -> 2;
        };
    }

    /** @throws DamagedBlock for a number that stands for nothing */
    static Quality quality(int code) {
        return switch (code) {
            case 0 -> Quality.GOOD;
            case 1 -> Quality.UNCERTAIN;
            case 2 -> Quality.BAD;
            default -> throw new DamagedBlock("quality " + code);
        };
    }

    static int of(ClockTrust trust) {
        return switch (trust) {
            case UNSET -> 0;
            case RTC -> 1;
            case NTP -> 2;
        };
    }

    /** @throws DamagedBlock for a number that stands for nothing */
    static ClockTrust trust(int code) {
        return switch (code) {
            case 0 -> ClockTrust.UNSET;
            case 1 -> ClockTrust.RTC;
            case 2 -> ClockTrust.NTP;
            default -> throw new DamagedBlock("clock trust " + code);
        };
    }

    static int of(BlockHeader.Kind kind) {
        return switch (kind) {
            case DICTIONARY -> 0;
            case SECONDS -> 1;
            case ROLLUP -> 2;
            case FULL_RATE -> 3;
        };
    }

    /** @throws DamagedBlock for a number that stands for nothing */
    static BlockHeader.Kind kind(int code) {
        return switch (code) {
            case 0 -> BlockHeader.Kind.DICTIONARY;
            case 1 -> BlockHeader.Kind.SECONDS;
            case 2 -> BlockHeader.Kind.ROLLUP;
            case 3 -> BlockHeader.Kind.FULL_RATE;
            default -> throw new DamagedBlock("kind " + code);
        };
    }
}
