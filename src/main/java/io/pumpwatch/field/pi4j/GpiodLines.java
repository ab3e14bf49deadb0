package io.pumpwatch.field.pi4j;

import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.library.gpiod.internal.GpioLine;
import com.pi4j.library.gpiod.internal.LineRequestFlag;
import java.util.Locale;

/**
 * Pins by Pi4J's gpiod library. Used below Pi4J's providers, which neither read an output back nor say that a line is
 * held by somebody else.
 */
final class GpiodLines implements GpioPort {
    private static final String CONSUMER = "pumpwatch";
    private static final long MS = 1_000_000;

    private boolean ready;

    /** Finds the chip of the pins; once it is found it stays. */
    private GpioDContext chip() throws BusFault {
        try {
            GpioDContext context = GpioDContext.getInstance();
            if (!ready) {
                context.initialize();
                ready = true;
            }
            return context;
        } catch (LinkageError foreign) {
            throw new BusFault("Pi4J has no library for this machine");
        } catch (RuntimeException missing) {
            throw new BusFault("no GPIO chip whose label has \"pinctrl\"");
        }
    }

    private GpioLine line(int pin) throws BusFault {
        GpioDContext context = chip();
        try {
            return context.getOrOpenLine(pin);
        } catch (RuntimeException refused) {
            ready = false;
            throw new BusFault("no such pin, or the board isn't known");
        }
    }

    @Override
    public Line input(int pin, Pull pull) throws BusFault {
        GpioLine line = line(pin);
        LineRequestFlag bias = switch (pull) {
            case UP -> LineRequestFlag.BIAS_PULL_UP;
            case DOWN -> LineRequestFlag.BIAS_PULL_DOWN;
            case OFF -> LineRequestFlag.BIAS_DISABLE;
        };
        try {
            line.requestBothEdgeEventsFlags(CONSUMER, bias.getVal());
        } catch (RuntimeException refused) {
            throw new BusFault(words(refused));
        }
        return new OwnLine(line);
    }

    @Override
    public Line output(int pin, boolean high) throws BusFault {
        GpioLine line = line(pin);
        try {
            line.requestOutput(CONSUMER, high ? 1 : 0);
        } catch (RuntimeException refused) {
            throw new BusFault(words(refused));
        }
        return new OwnLine(line);
    }

    private static String words(RuntimeException failed) {
        String message = String.valueOf(failed.getMessage());
        return message.toLowerCase(Locale.ROOT).contains("busy") ? "held by another process" : message;
    }

    @Override
    public void close() {
        if (ready) {
            GpioDContext.getInstance().close();
            ready = false;
        }
    }

    /** A line that was requested. */
    private static final class OwnLine implements Line {
        private final GpioLine line;

        private OwnLine(GpioLine line) {
            this.line = line;
        }

        @Override
        public boolean high() throws BusFault {
            try {
                return line.getValue() == 1;
            } catch (GpioDException failed) {
                throw new BusFault(words(failed));
            }
        }

        @Override
        public void set(boolean high) throws BusFault {
            try {
                line.setValue(high ? 1 : 0);
            } catch (GpioDException failed) {
                throw new BusFault(words(failed));
            }
        }

        @Override
        public boolean awaitEdge(long maxMs) throws BusFault {
            GpioDContext context = GpioDContext.getInstance();
            try {
                if (!line.eventWait(maxMs * MS)) {
                    return false;
                }
                var event = context.openLineEvent();
                try {
                    line.eventRead(event);
                } finally {
                    context.closeLineEvent(event);
                }
                return true;
            } catch (RuntimeException failed) {
                throw new BusFault(words(failed));
            }
        }

        @Override
        public void release() {
            GpioDContext.getInstance().closeLine(line);
        }
    }
}
