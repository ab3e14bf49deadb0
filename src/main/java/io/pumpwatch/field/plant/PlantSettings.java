package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the plant consists of. Any part may be missing: a station without emulsion pumps has no header worth looking at.
 *
 * @param pumps at most one entry for each tag
 * @param channels the agent's inputs
 * @param outputs the relay board
 * @param crew whether a simulated crew presses the buttons: keeps one emulsion and one spray pump running and drains
 */
public record PlantSettings(
        List<PumpSettings> pumps,
        List<ChannelSettings> channels,
        List<OutputSettings> outputs,
        HeaderSettings header,
        SpraySettings spray,
        TankSettings tank,
        SumpSettings sump,
        Timing timing,
        boolean crew) {
    /** @throws IllegalArgumentException if a tag is there twice or a named pump isn't there */
    public PlantSettings {
        pumps = List.copyOf(pumps);
        channels = List.copyOf(channels);
        outputs = List.copyOf(outputs);
        Set<Tag> seen = new HashSet<>();
        Set<Tag> pumpTags = new HashSet<>();
        for (PumpSettings pump : pumps) {
            once(seen, pump.tag());
            pumpTags.add(pump.tag());
        }
        for (ChannelSettings channel : channels) {
            once(seen, channel.tag());
            known(pumpTags, channel.tag(), channel.pump());
        }
        for (OutputSettings output : outputs) {
            once(seen, output.tag());
            known(pumpTags, output.tag(), output.pump());
        }
    }

    private static void once(Set<Tag> seen, Tag tag) {
        if (!seen.add(tag)) {
            throw new IllegalArgumentException("twice in the plant: " + tag);
        }
    }

    private static void known(Set<Tag> pumps, Tag user, @Nullable Tag pump) {
        if (pump != null && !pumps.contains(pump)) {
            throw new IllegalArgumentException(user + " names a pump that isn't there: " + pump);
        }
    }

    /** The plant of an empty station with the usual physics. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings; every physical part has its usual value until set. */
    public static final class Builder {
        private final List<PumpSettings> pumps = new ArrayList<>();
        private final List<ChannelSettings> channels = new ArrayList<>();
        private final List<OutputSettings> outputs = new ArrayList<>();
        private HeaderSettings header = HeaderSettings.usual();
        private SpraySettings spray = SpraySettings.usual();
        private TankSettings tank = TankSettings.usual();
        private SumpSettings sump = SumpSettings.usual();
        private Timing timing = Timing.usual();
        private boolean crew;

        private Builder() {}

        /** Adds a pump. */
        public Builder pump(PumpSettings pump) {
            pumps.add(pump);
            return this;
        }

        /** Adds an input. */
        public Builder channel(ChannelSettings channel) {
            channels.add(channel);
            return this;
        }

        /** Adds a relay. */
        public Builder output(OutputSettings output) {
            outputs.add(output);
            return this;
        }

        /** Sets the emulsion header. */
        public Builder header(HeaderSettings settings) {
            header = settings;
            return this;
        }

        /** Sets the spray line. */
        public Builder spray(SpraySettings settings) {
            spray = settings;
            return this;
        }

        /** Sets the emulsion tank. */
        public Builder tank(TankSettings settings) {
            tank = settings;
            return this;
        }

        /** Sets the sump. */
        public Builder sump(SumpSettings settings) {
            sump = settings;
            return this;
        }

        /** Sets the clockwork. */
        public Builder timing(Timing settings) {
            timing = settings;
            return this;
        }

        /** Sets whether a simulated crew presses the buttons. */
        public Builder crew(boolean present) {
            crew = present;
            return this;
        }

        /**
         * The settings so far.
         *
         * @throws IllegalArgumentException if a tag is there twice or a named pump isn't there
         */
        public PlantSettings build() {
            return new PlantSettings(pumps, channels, outputs, header, spray, tank, sump, timing, crew);
        }
    }
}
