package io.pumpwatch.field.pi4j;

/** The pins; every call is short and never waits, but {@link Line#awaitEdge}. */
public interface GpioPort extends AutoCloseable {
    /** What the pin's own resistor does. */
    enum Pull {
        UP,
        DOWN,
        OFF
    }

    /** An input that tells of both edges. */
    Line input(int pin, Pull pull) throws BusFault;

    /** An output that has this level from its first moment on. */
    Line output(int pin, boolean high) throws BusFault;

    @Override
    void close();

    /** One pin that is ours. */
    interface Line {
        /** Level of the pin now, of an output too. */
        boolean high() throws BusFault;

        /** Sets the level of an output. */
        void set(boolean high) throws BusFault;

        /** Waits for an edge of an input, at most so long, and takes it away; false where none came. */
        boolean awaitEdge(long maxMs) throws BusFault;

        /** Gives the pin back to the kernel. */
        void release();
    }
}
