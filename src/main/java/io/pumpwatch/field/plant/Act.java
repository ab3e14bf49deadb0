package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import org.jspecify.annotations.Nullable;

/** One thing that somebody or nature does to the plant. {@link #words()} is its line in a script. */
public sealed interface Act {
    /** As a script writes it, without the time. */
    String words();

    /** Presses a pump's start or stop button for the usual time. */
    record Button(Tag pump, boolean start) implements Act {
        @Override
        public String words() {
            return (start ? "start " : "stop ") + pump;
        }
    }

    /** Puts a fault on a channel in place of any before; none clears it. */
    record Signal(Tag channel, @Nullable SignalFault fault) implements Act {
        @Override
        public String words() {
            return fault == null ? "clear " + channel : "fault " + channel + " " + fault.word();
        }
    }

    /** Adds a fault to a pump; none clears all that it has. */
    record Pump(Tag pump, @Nullable PumpFault fault) implements Act {
        @Override
        public String words() {
            return fault == null ? "clear " + pump : "fault " + pump + " " + fault.word();
        }
    }

    /** Begins an upset, or changes its amount. */
    record Begin(Upset upset, double amount) implements Act {
        /** @throws IllegalArgumentException if the amount is outside the upset's range */
        public Begin {
            if (!(amount >= upset.lowest() && amount <= upset.highest())) {
                throw new IllegalArgumentException(
                        upset.word() + " takes " + upset.lowest() + " to " + upset.highest() + ": " + amount);
            }
        }

        /** With the usual amount. */
        public Begin(Upset upset) {
            this(upset, upset.usual());
        }

        @Override
        public String words() {
            return upset.graded() ? upset.word() + " " + amount : upset.word();
        }
    }

    /** Ends an upset. */
    record End(Upset upset) implements Act {
        @Override
        public String words() {
            return "clear " + upset.word();
        }
    }

    /** Ends every upset and clears every fault. */
    record ClearAll() implements Act {
        @Override
        public String words() {
            return "clear all";
        }
    }

    /** Opens or shuts the pump house's door. */
    record Door(boolean open) implements Act {
        @Override
        public String words() {
            return open ? "door open" : "door shut";
        }
    }

    /** Sets the emulsion tank's level, 0 to 100 %. */
    record SetTank(double percent) implements Act {
        @Override
        public String words() {
            return "tank " + percent + " %";
        }
    }

    /** Sets the sump's level, m. */
    record SetSump(double levelM) implements Act {
        @Override
        public String words() {
            return "sump " + levelM + " m";
        }
    }
}
