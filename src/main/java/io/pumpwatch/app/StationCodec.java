package io.pumpwatch.app;

import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.OwnEntry;
import io.pumpwatch.journal.RecordCodec;
import io.pumpwatch.journal.StateText;
import io.pumpwatch.scan.Kinds;
import io.pumpwatch.scan.StationEvent;
import io.pumpwatch.scan.StationFold;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.util.Optional;

/** Events and states of the station as the journal keeps them. */
public final class StationCodec {
    private final RecordCodec codec;

    /** One for the process: to look at every kind of event takes a while. */
    private static final class Shared {
        private static final StationCodec CODEC = new StationCodec();
    }

    /** Knows every kind of event; safe for use by several threads. */
    public static StationCodec shared() {
        return Shared.CODEC;
    }

    private StationCodec() {
        RecordCodec.Builder builder = RecordCodec.builder();
        Kinds.byKind().forEach((kind, type) -> builder.kind(kind, 1, type));
        codec = builder.build();
    }

    /** What came back of an empty state and of one event. */
    record Rehearsed(StationState state, StationEvent event) {}

    /**
     * Goes once through all that folding a journal needs, with nothing in it: what is made at the first use is made
     * then.
     *
     * @param event any one
     * @return what came back of it and of an empty state, not compared: to compare records a first time costs more than
     *     all the rest, and no start needs it
     */
    Rehearsed rehearse(StationEvent event) {
        Stamp at = new Stamp(1, 0, 0, ClockTrust.UNSET);
        EntryLine line =
                EntryLine.head(EntryLine.of(new EntryId(1, 1), draft(event, at)).text());
        return new Rehearsed(read(write(StationState.EMPTY)), Kinds.wrap(codec.read(line)));
    }

    /** What is kept of an event. */
    public Draft draft(StationEvent event, Stamp at) {
        return codec.draft(Kinds.body(event), at);
    }

    /** JSON Schema of the bodies of a kind. */
    public String schema(String kind) {
        return codec.schema(kind);
    }

    /** A state for a snapshot or a gap. */
    public StateText write(StationState state) {
        return new StateText(StationState.VERSION, codec.write(state));
    }

    /** The event of an entry; empty for the journal's own kinds. */
    public Optional<StationEvent> event(Entry entry) {
        EntryLine line = EntryLine.head(entry.line());
        return OwnEntry.KINDS.contains(line.kind()) ? Optional.empty() : Optional.of(Kinds.wrap(codec.read(line)));
    }

    /** The state after one entry. */
    public StationState fold(Journal journal, StationState state, Entry entry) {
        EntryLine line = EntryLine.head(entry.line());
        if (line.kind().equals(OwnEntry.GAP)) {
            return read(journal.gapState(entry));
        }
        if (OwnEntry.KINDS.contains(line.kind())) {
            return state;
        }
        return StationFold.apply(state, entry.id().seq(), line.stamp(), Kinds.wrap(codec.read(line)));
    }

    /** The state as a journal tells it, from its newest snapshot on. */
    public StationState fold(Journal journal) {
        return fold(journal, StationState.EMPTY);
    }

    /** The same on top of a state that other entries left, where the journal has no snapshot of its own. */
    StationState fold(Journal journal, StationState before) {
        Optional<Journal.Base> base = journal.base(StationState.VERSION);
        StationState[] state = {base.map(found -> read(found.state())).orElse(before)};
        journal.replay(
                base.map(Journal.Base::at).orElse(journal.before()),
                entry -> state[0] = fold(journal, state[0], entry));
        return state[0];
    }

    private StationState read(StateText text) {
        return codec.read(StationState.class, text.json());
    }
}
