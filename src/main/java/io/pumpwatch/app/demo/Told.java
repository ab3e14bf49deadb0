package io.pumpwatch.app.demo;

/**
 * One line of what a demo shows.
 *
 * @param atMs since its start
 * @param who plant, crew, station or dispatch
 */
public record Told(long atMs, Who who, String words) {
    /** Where a line comes from. */
    public enum Who {
        /** What happens in the plant. */
        PLANT,
        /** What people do. */
        CREW,
        /** What the agent says of itself. */
        STATION,
        /** What dispatch received. */
        DISPATCH
    }
}
