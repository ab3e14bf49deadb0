package io.pumpwatch.field;

import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import java.util.ArrayList;
import java.util.List;

/** Several fields of one station, each with channels of its own. Every one is offered the outputs and takes its own. */
public final class FieldsTogether implements Field {
    private final List<Field> fields;

    /** @param fields in the order in which they are read, written and closed */
    public FieldsTogether(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    @Override
    public List<Sample> read(Now now) {
        List<Sample> samples = new ArrayList<>();
        fields.forEach(field -> samples.addAll(field.read(now)));
        return samples;
    }

    @Override
    public void write(List<Output> outputs, Now now) {
        fields.forEach(field -> field.write(outputs, now));
    }

    @Override
    public void onEdge(Runnable wake) {
        fields.forEach(field -> field.onEdge(wake));
    }

    @Override
    public FieldHealth health() {
        List<FieldHealth> all = fields.stream().map(Field::health).toList();
        return new FieldHealth(
                FieldHealth.joined(all.stream().map(FieldHealth::inputs).toList()),
                FieldHealth.joined(all.stream().map(FieldHealth::outputs).toList()));
    }

    @Override
    public List<ChannelSight> sights() {
        List<ChannelSight> all = new ArrayList<>();
        fields.forEach(field -> all.addAll(field.sights()));
        return all;
    }

    @Override
    public void close() {
        fields.forEach(Field::close);
    }
}
