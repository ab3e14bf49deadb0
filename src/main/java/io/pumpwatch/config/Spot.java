package io.pumpwatch.config;

/** A place in the station file, both counted from 1. */
record Spot(int line, int column) {
    /** Where a fault of the whole file points. */
    static final Spot START = new Spot(1, 1);
}
