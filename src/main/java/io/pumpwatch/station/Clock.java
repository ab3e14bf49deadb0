package io.pumpwatch.station;

/** The one way to learn the time; read once per scan, in one place. */
@FunctionalInterface
public interface Clock {
    /** Both times of this moment. */
    Now now();
}
