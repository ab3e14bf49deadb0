package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.ReadingPayload;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.Text;
import java.util.List;
import java.util.function.Consumer;

/** The live station as the link sees it: published snapshots, and a way to hand commands in. Never blocks. */
public interface Station {
    /** All alarms that aren't plain normal, from the last published snapshot. */
    Alarms alarms();

    /** All readings of the last published snapshot. */
    List<ReadingPayload.Value> readings();

    /** Counts the starts of the agent. */
    long boot();

    /**
     * Hands a command in.
     *
     * @param seat name of the key that signed it
     * @param answer called once from any thread, after what it did is durable or it was refused
     */
    void take(CommandBody.ToStation command, String seat, Consumer<Answer> answer);

    /**
     * The alarm states of one scan.
     *
     * @param asOf last entry that these states come from
     * @param states with {@code kept} true; the link decides when they may be told
     */
    record Alarms(EntryId asOf, List<AlarmPayload> states) {
        public Alarms {
            states = List.copyOf(states);
        }
    }

    /** How a command ended. */
    record Answer(boolean done, String code, Text words) {}
}
