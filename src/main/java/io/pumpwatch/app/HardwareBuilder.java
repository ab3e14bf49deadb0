package io.pumpwatch.app;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.config.FieldSettings;
import io.pumpwatch.config.FieldSettings.Input;
import io.pumpwatch.config.FieldSettings.Pi4j;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.field.pi4j.Calibration;
import io.pumpwatch.field.pi4j.GpioPort.Pull;
import io.pumpwatch.field.pi4j.Pi4jSettings;
import io.pumpwatch.field.pi4j.Pi4jSettings.Channel;
import io.pumpwatch.field.pi4j.Pi4jSettings.Chip;
import io.pumpwatch.field.pi4j.Pi4jSettings.Contact;
import io.pumpwatch.field.pi4j.Pi4jSettings.Relay;
import io.pumpwatch.scan.StationPlan.OutputPlan;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The hardware that a station file describes: which input of which converter, which pin. */
public final class HardwareBuilder {
    private static final String ADC = "ads1115/";
    private static final String GPIO = "gpio/";
    private static final int HEX = 16;

    private HardwareBuilder() {}

    /** Its settings; channels of other kinds of field are left out. */
    public static Pi4jSettings build(Loaded loaded) {
        FieldSettings field = loaded.field();
        Map<String, List<Channel>> byChip = new LinkedHashMap<>();
        List<Contact> contacts = new ArrayList<>();
        for (InstrumentPlan instrument : loaded.plan().instruments()) {
            Tag tag = instrument.tag();
            Input input = field.inputs().get(tag);
            if (input == null) {
                continue;
            }
            String channel = input.channel().toLowerCase(Locale.ROOT);
            if (instrument.signal() == Signal.CONTACT && channel.startsWith(GPIO)) {
                Pi4j.Pin pin = field.pi4j().pins().getOrDefault(tag, new Pi4j.Pin(Pi4j.Pull.OFF, 0));
                Pull pull = Pull.valueOf(pin.pull().name());
                contacts.add(new Contact(tag, pin(channel), input.closedIsLow(), pull, pin.debounceMs()));
            } else if (channel.startsWith(ADC)) {
                int last = channel.lastIndexOf('/');
                Pi4j.Loop loop = field.pi4j()
                        .loops()
                        .getOrDefault(tag, new Pi4j.Loop(field.pi4j().shuntOhm(), 1, 0));
                byChip.computeIfAbsent(channel.substring(ADC.length(), last), chip -> new ArrayList<>())
                        .add(new Channel(
                                tag,
                                Integer.parseInt(channel.substring(last + 1)),
                                loop.shuntOhm(),
                                new Calibration(loop.gain(), loop.offsetMa())));
            }
        }
        return new Pi4jSettings(
                chips(byChip, field.pi4j()),
                contacts,
                relays(loaded),
                field.pi4j().watchdogMs());
    }

    private static List<Chip> chips(Map<String, List<Channel>> byChip, Pi4j pi) {
        List<Chip> chips = new ArrayList<>();
        byChip.forEach((name, channels) -> {
            int slash = name.indexOf('/');
            Pi4j.Chip chip = pi.chips().getOrDefault(name, pi.usual());
            chips.add(new Chip(
                    Integer.parseInt(name.substring(0, slash)),
                    Integer.parseInt(name.substring(slash + "/0x".length()), HEX),
                    chip.fullScaleV(),
                    chip.rate(),
                    pi.sampleMs(),
                    channels));
        });
        return chips;
    }

    private static List<Relay> relays(Loaded loaded) {
        List<Relay> relays = new ArrayList<>();
        for (OutputPlan output : loaded.plan().outputs()) {
            FieldSettings.Relay relay = loaded.field().relays().get(output.tag());
            if (relay != null && relay.channel().startsWith(GPIO)) {
                relays.add(new Relay(
                        output.tag(),
                        pin(relay.channel()),
                        relay.activeLow(),
                        output.agentDead(),
                        output.agentStarting()));
            }
        }
        return relays;
    }

    private static int pin(String channel) {
        return Integer.parseInt(channel.substring(GPIO.length()));
    }
}
