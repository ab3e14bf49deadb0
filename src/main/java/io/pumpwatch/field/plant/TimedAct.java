package io.pumpwatch.field.plant;

/**
 * An act and when it happens.
 *
 * @param atMs plant time, milliseconds since the plant began
 */
public record TimedAct(long atMs, Act act) {
    /** The line of a script that says this. */
    public String line() {
        return atMs % 1000 == 0 ? atMs / 1000 + " s  " + act.words() : atMs + " ms  " + act.words();
    }
}
