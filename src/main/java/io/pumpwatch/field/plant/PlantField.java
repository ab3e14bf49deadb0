package io.pumpwatch.field.plant;

import io.pumpwatch.field.Field;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import java.util.ArrayList;
import java.util.List;

/** One agent's connection to the plant; translates its uptime to plant time. */
final class PlantField implements Field {
    /** After a longer leap the channels are read for its end only, as a source with a bounded buffer would. */
    private static final long READ_LEAP_MS_MAX = 600_000;

    private final Plant plant;
    private boolean tied;
    private long uptimeAheadMs;
    private boolean readBefore;
    private boolean closed;

    PlantField(Plant plant) {
        this.plant = plant;
    }

    @Override
    public List<Sample> read(Now now) {
        if (closed) {
            return List.of();
        }
        List<Sample> samples = new ArrayList<>();
        if (!tied) {
            tie(now);
        }
        if (!readBefore) {
            readBefore = true;
            plant.readAll(uptimeAheadMs, samples);
        }
        long toMs = now.uptimeMs() - uptimeAheadMs;
        plant.advance(toMs, toMs - READ_LEAP_MS_MAX, uptimeAheadMs, samples);
        return samples;
    }

    @Override
    public void write(List<Output> outputs, Now now) {
        if (closed) {
            return;
        }
        if (!tied) {
            tie(now);
        }
        plant.write(this, outputs);
    }

    private void tie(Now now) {
        uptimeAheadMs = now.uptimeMs() - plant.timeMs();
        tied = true;
    }

    @Override
    public void close() {
        closed = true;
        plant.disconnect(this);
    }
}
