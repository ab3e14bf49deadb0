package io.pumpwatch.field.pi4j;

import io.pumpwatch.station.Tag;
import java.util.List;

/**
 * What is wired where.
 *
 * @param chips converters
 * @param contacts inputs on pins
 * @param relays outputs on pins
 * @param watchdogMs a bus that has done nothing for so long counts as hanging
 */
public record Pi4jSettings(List<Chip> chips, List<Contact> contacts, List<Relay> relays, long watchdogMs) {
    public Pi4jSettings {
        chips = List.copyOf(chips);
        contacts = List.copyOf(contacts);
        relays = List.copyOf(relays);
    }

    /**
     * One ADS1115.
     *
     * @param bus of {@code /dev/i2c-BUS}
     * @param address 0x48 to 0x4B
     * @param rate conversions a second
     * @param everyMs from one round over its channels to the next
     * @param channels at least one
     */
    public record Chip(int bus, int address, double fullScaleV, int rate, long everyMs, List<Channel> channels) {
        public Chip {
            channels = List.copyOf(channels);
        }

        /** As messages name it. */
        public String name() {
            return "i2c-" + bus + "/0x" + Integer.toHexString(address);
        }
    }

    /** One current loop: input 0 to 3 over a shunt. */
    public record Channel(Tag tag, int input, double shuntOhm, Calibration calibration) {}

    /** One contact. */
    public record Contact(Tag tag, int pin, boolean closedIsLow, GpioPort.Pull pull, long debounceMs) {}

    /** One relay and what its coil is while a dead or starting agent has it. */
    public record Relay(Tag tag, int pin, boolean activeLow, boolean agentDead, boolean agentStarting) {
        /** Level of the pin for that state of the coil. */
        boolean level(boolean energised) {
            return energised != activeLow;
        }

        /** What a coil is whose pin has that level. */
        boolean energised(boolean high) {
            return high != activeLow;
        }

        /** As messages name it. */
        String name() {
            return "gpio/" + pin + " " + tag;
        }
    }
}
