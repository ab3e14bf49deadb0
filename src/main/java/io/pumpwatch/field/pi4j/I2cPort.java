package io.pumpwatch.field.pi4j;

/** One chip on an I2C bus; each call is one transfer and may block as long as the kernel's driver does. */
public interface I2cPort extends AutoCloseable {
    /** Writes these bytes to the chip. */
    void write(byte... bytes) throws BusFault;

    /** Reads two bytes, the high one first, without sign. */
    int readWord() throws BusFault;

    @Override
    void close();

    /** Opens a chip; opening doesn't touch it. */
    @FunctionalInterface
    interface Opener {
        /** The chip at that address (7 bits) of bus {@code /dev/i2c-BUS}. */
        I2cPort open(int bus, int address) throws BusFault;
    }
}
