package io.pumpwatch.field.pi4j;

import io.pumpwatch.field.PollLoop;
import io.pumpwatch.field.RetryDelay;
import io.pumpwatch.field.pi4j.Pi4jSettings.Channel;
import io.pumpwatch.field.pi4j.Pi4jSettings.Chip;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one ADS1115 round by round: start, wait until ready, prove that the chip still has the input that was asked
 * for, read. A chip that was reset in between answers with another input's value, so nothing is believed without the
 * proof. Between its steps the other chips of the bus have theirs, so that conversions run side by side.
 */
final class ChipCycle implements PollLoop.Cycle {
    private static final long MS = 1_000_000;
    /** Between two questions whether it is ready. */
    private static final long ASK_AGAIN_NS = 200_000;
    /** A chip that isn't ready after so many times its longest conversion is stuck. */
    private static final int LATE = 4;

    private final Chip chip;
    private final I2cPort.Opener opener;
    private final Consumer<AdcRead> reads;
    private final long[] numbers;
    private @Nullable I2cPort port;
    private RetryDelay retry = RetryDelay.NONE;
    private int at;
    private boolean converting;
    private long startedNs;
    private long roundNs;
    private boolean begun;
    private volatile String fault = "";

    ChipCycle(Chip chip, I2cPort.Opener opener, Consumer<AdcRead> reads) {
        this.chip = chip;
        this.opener = opener;
        this.reads = reads;
        this.numbers = new long[chip.channels().size()];
    }

    @Override
    public long step(long nowNs) {
        if (!begun) {
            begun = true;
            roundNs = nowNs;
        }
        try {
            I2cPort open = port == null ? opener.open(chip.bus(), chip.address()) : port;
            port = open;
            return converting ? finish(open, nowNs) : start(open, nowNs);
        } catch (BusFault broken) {
            return failed(broken.words(), nowNs);
        }
    }

    private long start(I2cPort open, long nowNs) throws BusFault {
        int config = config();
        open.write(Ads1115.CONFIG, (byte) (config >> 8), (byte) config);
        converting = true;
        startedNs = nowNs;
        return nowNs + Ads1115.conversionNs(chip.rate());
    }

    private int config() {
        return Ads1115.start(chip.channels().get(at).input(), chip.fullScaleV(), chip.rate());
    }

    private long finish(I2cPort open, long nowNs) throws BusFault {
        // The last step left the pointer on the config register; a reset moved it, so it is set each time.
        open.write(Ads1115.CONFIG);
        int config = open.readWord();
        if (!Ads1115.same(config(), config)) {
            throw new BusFault("was reset");
        }
        if ((config & Ads1115.READY) == 0) {
            if (nowNs - startedNs > LATE * Ads1115.conversionNs(chip.rate())) {
                throw new BusFault("conversion doesn't end");
            }
            return nowNs + ASK_AGAIN_NS;
        }
        open.write(Ads1115.CONVERSION);
        int counts = Ads1115.counts(open.readWord());
        Channel channel = chip.channels().get(at);
        double measured = Ads1115.milliamps(counts, chip.fullScaleV(), channel.shuntOhm());
        tell(at, nowNs, counts, channel.calibration().correct(measured), "");
        retry = RetryDelay.NONE;
        fault = "";
        return next(nowNs);
    }

    private long next(long nowNs) {
        converting = false;
        at++;
        if (at < chip.channels().size()) {
            return nowNs;
        }
        at = 0;
        roundNs += chip.everyMs() * MS;
        if (roundNs <= nowNs) {
            // Rounds that were missed are not made up.
            roundNs = nowNs;
        }
        return roundNs;
    }

    /** Every channel of the chip is as unknown as the one that was being read. */
    private long failed(String words, long nowNs) {
        fault = words;
        for (int i = 0; i < numbers.length; i++) {
            tell(i, nowNs, 0, 0, words);
        }
        close();
        converting = false;
        at = 0;
        retry = retry.failed();
        roundNs = nowNs + retry.waitMs() * MS;
        return roundNs;
    }

    private void tell(int index, long nowNs, int counts, double milliamps, String words) {
        numbers[index]++;
        reads.accept(new AdcRead(chip.channels().get(index).tag(), numbers[index], nowNs, counts, milliamps, words));
    }

    /** What is wrong with the chip; empty while it answers. Any thread. */
    String fault() {
        return fault;
    }

    Chip chip() {
        return chip;
    }

    @Override
    public List<Tag> tags() {
        return chip.channels().stream().map(Channel::tag).toList();
    }

    @Override
    public void close() {
        if (port != null) {
            port.close();
            port = null;
        }
    }
}
