package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import java.util.Optional;

/** What an instrument or contact looks at, with the plant's own unit. */
public enum Measure {
    /** MPa. */
    HEADER_PRESSURE(false),
    /** Of the emulsion pumps together, m³/h. */
    EMULSION_FLOW(false),
    /** MPa. */
    SPRAY_PRESSURE(false),
    /** Of the spray pumps together, m³/h. */
    SPRAY_FLOW(false),
    /** Percent. */
    TANK_LEVEL(false),
    /** m. */
    SUMP_LEVEL(false),
    /** Closed = healthy; opens at high-high. */
    HIGH_HIGH_FLOAT(false),
    /** Of the drainage pumps together, m³/h. */
    DRAINAGE_FLOW(false),
    /** mm/h. */
    RAIN_RATE(false),
    /** Closed = it rains. */
    RAIN_CONTACT(false),
    /** Closed = door shut. */
    DOOR(false),
    /** Auxiliary contact of the contactor: closed = runs. */
    RUNNING(true),
    /** Closed = power there, selector in remote, motor protection not tripped. */
    AVAILABLE(true),
    /** Of the motor, A. */
    CURRENT(true),
    /** At the bearing, mm/s RMS. */
    VIBRATION(true),
    /** Of the bearing, °C. */
    TEMPERATURE(true),
    /** Nothing that the plant models: rests at a third of its span. */
    STEADY(false);

    private final boolean ofPump;

    Measure(boolean ofPump) {
        this.ofPump = ofPump;
    }

    /** Whether the channel must name its pump. */
    public boolean ofPump() {
        return ofPump;
    }

    /** What a tag after the station's numbering (1xx emulsion, 2xx spray, 3xx drainage) measures, if it is plain. */
    public static Optional<Measure> ofTag(Tag tag, SignalForm form) {
        String letters = tag.name().substring(0, tag.name().indexOf('-'));
        char area = tag.name().charAt(letters.length() + 1);
        boolean contact = form == SignalForm.CONTACT;
        return Optional.ofNullable(
                switch (letters) {
                    case "PT" -> area == '1' ? HEADER_PRESSURE : area == '2' ? SPRAY_PRESSURE : null;
                    case "LT" -> area == '1' ? TANK_LEVEL : area == '3' ? SUMP_LEVEL : null;
                    case "FT" -> area == '1' ? EMULSION_FLOW : area == '2' ? SPRAY_FLOW : DRAINAGE_FLOW;
                    case "LSHH" -> HIGH_HIGH_FLOAT;
                    case "RT" -> contact ? RAIN_CONTACT : RAIN_RATE;
                    case "ZS" -> DOOR;
                    case "XS" -> RUNNING;
                    case "XA" -> AVAILABLE;
                    case "IT", "CT" -> CURRENT;
                    case "VT" -> VIBRATION;
                    case "TT" -> TEMPERATURE;
                    default -> null;
                });
    }
}
