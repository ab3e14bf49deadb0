package io.pumpwatch.field.plant;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Tag;

/** Plants for tests. */
final class Plants {
    static final Tag P101 = new Tag("P-101");
    static final Tag P102 = new Tag("P-102");
    static final Tag P201 = new Tag("P-201");
    static final Tag P301 = new Tag("P-301");
    static final Tag P302 = new Tag("P-302");
    static final Tag PT101 = new Tag("PT-101");
    static final Tag PT201 = new Tag("PT-201");
    static final Tag LT301 = new Tag("LT-301");
    static final Tag LSHH301 = new Tag("LSHH-301");
    static final Tag XS101 = new Tag("XS-101");
    static final Tag XC101 = new Tag("XC-101");
    static final Tag XT101 = new Tag("XT-101");
    static final Now START = Now.of(1_790_000_000_000L, 50_000);

    private Plants() {}

    /** Both kinds of station with all their instruments. */
    static PlantSettings.Builder full() {
        return drainage(emulsion(PlantSettings.builder()))
                .channel(ChannelSettings.contact(new Tag("ZS-401"), Measure.DOOR))
                .output(OutputSettings.signal(new Tag("YA-501")))
                .output(OutputSettings.signal(new Tag("YC-502")));
    }

    static PlantSettings.Builder emulsion(PlantSettings.Builder builder) {
        builder.channel(ChannelSettings.loop(PT101, Measure.HEADER_PRESSURE, 0, 60))
                .channel(ChannelSettings.loop(PT201, Measure.SPRAY_PRESSURE, 0, 10))
                .channel(ChannelSettings.loop(new Tag("LT-102"), Measure.TANK_LEVEL, 0, 100));
        for (Tag tag : new Tag[] {P101, P102}) {
            pump(builder, PumpSettings.emulsion(tag), true);
        }
        return pump(builder, PumpSettings.spray(P201), true);
    }

    static PlantSettings.Builder drainage(PlantSettings.Builder builder) {
        builder.channel(ChannelSettings.loop(LT301, Measure.SUMP_LEVEL, 0, 6))
                .channel(ChannelSettings.contact(LSHH301, Measure.HIGH_HIGH_FLOAT))
                .channel(ChannelSettings.loop(new Tag("FT-301"), Measure.DRAINAGE_FLOW, 0, 600))
                .channel(ChannelSettings.contact(new Tag("RT-601"), Measure.RAIN_CONTACT));
        pump(builder, PumpSettings.drainage(P301), false);
        return pump(builder, PumpSettings.drainage(P302), false);
    }

    private static PlantSettings.Builder pump(PlantSettings.Builder builder, PumpSettings pump, boolean outputs) {
        String number = pump.tag().name().substring(2);
        builder.pump(pump)
                .channel(ChannelSettings.contact(new Tag("XS-" + number), Measure.RUNNING, pump.tag()))
                .channel(ChannelSettings.contact(new Tag("XA-" + number), Measure.AVAILABLE, pump.tag()))
                .channel(ChannelSettings.loop(new Tag("VT-" + number), Measure.VIBRATION, pump.tag(), 0, 20));
        if (outputs) {
            builder.output(OutputSettings.permit(new Tag("XC-" + number), pump.tag()))
                    .output(OutputSettings.trip(new Tag("XT-" + number), pump.tag()));
        }
        return builder;
    }
}
