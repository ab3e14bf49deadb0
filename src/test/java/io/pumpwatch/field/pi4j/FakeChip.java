package io.pumpwatch.field.pi4j;

import java.util.function.LongSupplier;

/** An ADS1115 as its data sheet has it, with faults that a test asks for. */
final class FakeChip implements I2cPort {
    private static final int DEFAULT = 0x8583;
    private static final int[] RATES = {8, 16, 32, 64, 128, 250, 475, 860};

    final int[] counts = new int[4];
    String fault = "";
    boolean neverReady;
    int opened;
    private final LongSupplier nowNs;
    private int pointer;
    private int config = DEFAULT;
    private int conversion;
    private long readyNs;

    FakeChip(LongSupplier nowNs) {
        this.nowNs = nowNs;
    }

    I2cPort open() {
        opened++;
        return this;
    }

    void reset() {
        pointer = 0;
        config = DEFAULT;
        conversion = 0;
    }

    @Override
    public void write(byte... bytes) throws BusFault {
        fail();
        pointer = bytes[0] & 3;
        if (bytes.length == 3 && pointer == 1) {
            config = (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff);
            if ((config & 0x8000) != 0) {
                config &= 0x7fff;
                readyNs = nowNs.getAsLong() + 1_000_000_000L / RATES[config >> 5 & 7];
            }
        }
    }

    @Override
    public int readWord() throws BusFault {
        fail();
        if ((config & 0x8000) == 0 && nowNs.getAsLong() >= readyNs && !neverReady) {
            conversion = counts[(config >> 12 & 7) - 4] & 0xffff;
            config |= 0x8000;
        }
        return pointer == 1 ? config : conversion;
    }

    private void fail() throws BusFault {
        if (!fault.isEmpty()) {
            throw new BusFault(fault);
        }
    }

    @Override
    public void close() {
        pointer = 0;
    }
}
