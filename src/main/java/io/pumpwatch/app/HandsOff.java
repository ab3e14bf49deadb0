package io.pumpwatch.app;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldHealth;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import java.util.List;

/** A field whose relays nobody moves: after crashes in a row they stay as for a starting agent. */
final class HandsOff implements Field {
    private final Field field;

    HandsOff(Field field) {
        this.field = field;
    }

    @Override
    public List<Sample> read(Now now) {
        return field.read(now);
    }

    @Override
    public void write(List<Output> outputs, Now now) {}

    @Override
    public void onEdge(Runnable wake) {
        field.onEdge(wake);
    }

    @Override
    public FieldHealth health() {
        return field.health();
    }

    @Override
    public List<ChannelSight> sights() {
        return field.sights();
    }

    @Override
    public void close() {
        field.close();
    }
}
