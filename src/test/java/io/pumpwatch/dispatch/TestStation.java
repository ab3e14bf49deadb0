package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.AlarmPayload.Masks;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.ReadingPayload;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A station whose alarms a test sets; each change is an entry of its outbox. */
public final class TestStation implements Station {
    private final MemoryOutbox outbox;
    private final TreeMap<AlarmId, AlarmPayload> alarms = new TreeMap<>();
    /** Commands handed in. */
    public final List<CommandBody.ToStation> taken = new CopyOnWriteArrayList<>();

    private volatile Alarms published;

    public TestStation(MemoryOutbox outbox) {
        this.outbox = outbox;
        this.published = new Alarms(EntryId.NONE, List.of());
    }

    /** Moves an alarm; NORMAL removes it. */
    public synchronized AlarmPayload set(String point, State state) {
        AlarmId id = AlarmId.parse(point);
        EntryId entry = outbox.append(point + " " + state);
        AlarmPayload alarm = alarm(point, state, entry);
        if (state == State.NORMAL) {
            alarms.remove(id);
        } else {
            alarms.put(id, alarm);
        }
        published = new Alarms(entry, new ArrayList<>(alarms.values()));
        return alarm;
    }

    /** An alarm as a test wants it. */
    public static AlarmPayload alarm(String point, State state, EntryId entry) {
        return new AlarmPayload(
                AlarmId.parse(point),
                state,
                point.endsWith("HH") ? Priority.CRITICAL : Priority.MEDIUM,
                35.4,
                "MPa",
                35.0,
                1_795_420_800_000L + entry.seq(),
                entry,
                true,
                false,
                Masks.NONE,
                new Text("Emulsion pressure high-high", "乳化液压力过高"),
                new Text("Stop the pump", "停泵"));
    }

    @Override
    public Alarms alarms() {
        return published;
    }

    @Override
    public List<ReadingPayload.Value> readings() {
        return List.of(
                new ReadingPayload.Value(new Tag("PT-101"), 31.5, "MPa", Quality.GOOD, QualityCause.NONE),
                new ReadingPayload.Value(new Tag("LT-301"), null, "m", Quality.BAD, QualityCause.BROKEN_WIRE));
    }

    @Override
    public long boot() {
        return 7;
    }

    @Override
    public void take(CommandBody.ToStation command, String seat, Consumer<Answer> answer) {
        taken.add(command);
        answer.accept(new Answer(true, "done", new Text("marked", "已标记")));
    }
}
