package io.pumpwatch.journal;

import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** Entries that the keeper adds itself, and the files that go with them. */
final class OwnWork {
    private final Journal journal;
    private final Snapshots snapshots;
    private final Map<EntryId, List<Segment>> leaving = new ConcurrentSkipListMap<>();

    OwnWork(Journal journal) {
        this.journal = journal;
        this.snapshots = new Snapshots(journal.folder(), journal.disk());
    }

    /** Declares a gap, with the state in the entry or, where it is too long for one, in a file. */
    Draft gap(KeeperQueue.Gap gap, EntryId at, Supplier<StateText> state) throws IOException {
        StateText text = state.get();
        String body = OwnEntry.gapBody(gap.from(), gap.to(), text);
        if (JsonText.utf8Length(body) > Draft.BODY_BYTES_MAX) {
            String file = snapshots.write(new EntryId(at.epoch(), gap.to()), text);
            body = OwnEntry.gapHead(gap.from(), gap.to()) + "," + file + "}";
        }
        return new Draft(OwnEntry.GAP, 1, body, gap.end());
    }

    /** Writes a snapshot's file and makes the entry that vouches for it. */
    Draft snapshot(Stamp now, EntryId at, Supplier<StateText> state) throws IOException {
        String fields = snapshots.write(at, state.get());
        snapshots.prune();
        return OwnEntry.snapshot(now, fields);
    }

    /** What a policy lets go now; nothing while an earlier trim is under way, or without a snapshot to start from. */
    Optional<Retention.Plan> plan(Stamp now, Retention policy) {
        View view = journal.view();
        SortedMap<EntryId, Path> files = snapshots.files();
        if (files.isEmpty() || !leaving.isEmpty()) {
            return Optional.empty();
        }
        return policy.plan(view, journal.bytes(), Retention.sizes(view), files.firstKey(), now);
    }

    Draft trimDraft(Stamp now, Retention.Plan what) {
        Segment keptFirst = journal.view().segments().get(what.segments());
        String why = what.pastConfirmed() ? "size-past-confirmed" : "age-or-size";
        return OwnEntry.trim(now, what.upTo(), keptFirst.afterHash(), what.segments(), why);
    }

    /** The segments go when this entry is durable. */
    void leaves(EntryId trim, Retention.Plan what) {
        leaving.put(trim, journal.view().segments().subList(0, what.segments()));
    }

    /** Deletes the files of segments whose trim entry is durable, the oldest first. */
    void remove(EntryId durable) throws IOException {
        for (Map.Entry<EntryId, List<Segment>> each : List.copyOf(leaving.entrySet())) {
            if (each.getKey().compareTo(durable) <= 0) {
                journal.forget(each.getValue());
                for (Segment segment : each.getValue()) {
                    journal.disk().delete(segment.file());
                }
                leaving.remove(each.getKey());
            }
        }
    }
}
