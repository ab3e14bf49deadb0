package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;

/**
 * One pump.
 *
 * @param tag the pump, such as {@code P-101}
 * @param kind what it feeds
 * @param flowLps emulsion: its displacement, L/s; the others take their flow from a curve
 * @param shutOffHeadM drainage: head at no flow, m
 * @param curveMPerLps2 drainage: head lost per flow squared, m/(L/s)²
 * @param ratedCurrentA of the motor at full load
 */
public record PumpSettings(
        Tag tag, PumpKind kind, double flowLps, double shutOffHeadM, double curveMPerLps2, double ratedCurrentA) {
    /** A plunger pump of 400 L/min. */
    public static PumpSettings emulsion(Tag tag) {
        return new PumpSettings(tag, PumpKind.EMULSION, 400 / 60.0, 0, 0, 160);
    }

    /** A spray pump; its pressure follows {@link SpraySettings}. */
    public static PumpSettings spray(Tag tag) {
        return new PumpSettings(tag, PumpKind.SPRAY, 5, 0, 0, 60);
    }

    /** A centrifugal pump of about 46 L/s against 29 m. */
    public static PumpSettings drainage(Tag tag) {
        return new PumpSettings(tag, PumpKind.DRAINAGE, 46, 42, 0.004, 45);
    }

    /** The usual pump of that kind. */
    public static PumpSettings of(Tag tag, PumpKind kind) {
        return switch (kind) {
            case EMULSION -> emulsion(tag);
            case SPRAY -> spray(tag);
            case DRAINAGE -> drainage(tag);
        };
    }
}
