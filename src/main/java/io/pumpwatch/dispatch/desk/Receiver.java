package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.payload.EventPayload;
import io.pumpwatch.dispatch.payload.LineHead;
import io.pumpwatch.dispatch.payload.PayloadException;
import io.pumpwatch.journal.Chain;
import io.pumpwatch.journal.EntryId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ordered stream of one station: takes n + 1, drops repeats, asks for what is missing, checks the chain. No clock,
 * no network.
 */
final class Receiver {
    /** Hashes remembered to judge repeats by; older repeats are dropped unjudged. */
    static final int RECENT_MAX = 20_000;

    /** What became of a message. */
    enum Verdict {
        /** The first of this station that this desk has ever got. */
        FIRST(true),
        /** The next one, and the chain holds. */
        NEXT(true),
        /** The first of a new epoch, and its chain begins there. */
        EPOCH_BREAK(true),
        /** The next one, but the chain doesn't hold: not taken, asked for once more. */
        CHAIN_DOUBTED(false),
        /** The same came again: taken, and shown as a broken chain. */
        CHAIN_BROKEN(true),
        /** The next one as a stub; its chain can't be checked. */
        STUB(true),
        /** The station declares that it doesn't have these any more. */
        GAP_DECLARED(true),
        /** Here before, same bytes. */
        REPEAT(false),
        /** Here before, other bytes: history was rewritten. */
        REWRITTEN(false),
        /** Something between is missing. */
        GAP(false);

        private final boolean taken;

        Verdict(boolean taken) {
            this.taken = taken;
        }

        /** Whether the stream has moved on. */
        boolean taken() {
            return taken;
        }
    }

    /**
     * What became of one message.
     *
     * @param id of the entry, or of the last of a gap
     * @param head null for gap and stub
     */
    record Taken(Verdict verdict, EntryId id, @Nullable LineHead head) {}

    /**
     * Last entry taken.
     *
     * @param hash empty after a declared gap: the chain starts afresh from the next one
     */
    record Last(EntryId id, String hash) {
        static final Last NONE = new Last(EntryId.NONE, "");
    }

    private final Map<EntryId, String> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EntryId, String> eldest) {
            return size() > RECENT_MAX;
        }
    };
    private Last last;
    private @Nullable EntryId begin;
    private EntryId doubted = EntryId.NONE;
    private String doubtedHash = "";

    Receiver(Last last) {
        this.last = last;
        if (!last.hash().isEmpty()) {
            recent.put(last.id(), last.hash());
        }
    }

    Last last() {
        return last;
    }

    /**
     * Where the station believes that dispatch stands. A receipt covers everything before it, so one that has nothing
     * yet takes no later entry as its first: what lies between would count as here. Never told, whatever comes first is
     * taken, as is right for who gives no receipts.
     */
    void beginsAfter(EntryId confirmed) {
        begin = confirmed;
    }

    /** First entry that is missing; of the present epoch. */
    EntryId wanted() {
        return new EntryId(Math.max(1, last.id().epoch()), last.id().seq() + 1);
    }

    /**
     * Takes one message.
     *
     * @throws PayloadException where the line has no identity
     */
    Taken take(EventPayload event) throws PayloadException {
        if (event instanceof EventPayload.Line line) {
            return line(line);
        }
        if (event instanceof EventPayload.Stub stub) {
            return new Taken(stub(stub), stub.id(), null);
        }
        EventPayload.Gap gap = (EventPayload.Gap) event;
        return new Taken(gap(gap), new EntryId(gap.epoch(), gap.to()), null);
    }

    private Taken line(EventPayload.Line line) throws PayloadException {
        LineHead head = LineHead.of(line.line());
        EntryId id = head.id();
        Verdict place = place(id);
        if (place == Verdict.REPEAT) {
            return new Taken(repeat(id, line), id, head);
        }
        if (!place.taken()) {
            return new Taken(place, id, head);
        }
        Verdict verdict = holds(place, id, line) ? place : doubt(id, line.hash());
        if (verdict.taken()) {
            move(id, line.hash());
        }
        return new Taken(verdict, id, head);
    }

    private Verdict stub(EventPayload.Stub stub) {
        Verdict place = place(stub.id());
        if (place == Verdict.REPEAT) {
            String had = recent.get(stub.id());
            return had == null || had.equals(stub.hash()) ? Verdict.REPEAT : Verdict.REWRITTEN;
        }
        if (place.taken()) {
            move(stub.id(), stub.hash());
            return Verdict.STUB;
        }
        return place;
    }

    private Verdict gap(EventPayload.Gap gap) {
        EntryId to = new EntryId(gap.epoch(), gap.to());
        if (to.compareTo(last.id()) <= 0) {
            return Verdict.REPEAT;
        }
        EntryId had = last.id().equals(EntryId.NONE) ? begin : last.id();
        boolean joins = had == null || (gap.epoch() == had.epoch() ? gap.from() <= had.seq() + 1 : gap.from() == 1);
        if (!joins) {
            return Verdict.GAP;
        }
        last = new Last(to, "");
        return Verdict.GAP_DECLARED;
    }

    private Verdict place(EntryId id) {
        EntryId had = last.id();
        if (had.equals(EntryId.NONE)) {
            boolean takes = begin == null || id.compareTo(begin) <= 0 || follows(begin, id);
            return takes ? Verdict.FIRST : Verdict.GAP;
        }
        if (id.compareTo(had) <= 0) {
            return Verdict.REPEAT;
        }
        if (!follows(had, id)) {
            return Verdict.GAP;
        }
        return id.epoch() == had.epoch() ? Verdict.NEXT : Verdict.EPOCH_BREAK;
    }

    private static boolean follows(EntryId had, EntryId id) {
        return id.epoch() == had.epoch() ? id.seq() == had.seq() + 1 : id.seq() == 1;
    }

    private boolean holds(Verdict place, EntryId id, EventPayload.Line line) {
        String before = place == Verdict.NEXT ? last.hash() : id.seq() == 1 ? Chain.GENESIS : "";
        return before.isEmpty() || Chain.next(before, line.line()).equals(line.hash());
    }

    private Verdict doubt(EntryId id, String hash) {
        boolean again = id.equals(doubted) && hash.equals(doubtedHash);
        doubted = id;
        doubtedHash = hash;
        return again ? Verdict.CHAIN_BROKEN : Verdict.CHAIN_DOUBTED;
    }

    private Verdict repeat(EntryId id, EventPayload.Line line) {
        String had = recent.get(id);
        if (had == null) {
            return Verdict.REPEAT;
        }
        if (!had.equals(line.hash())) {
            return Verdict.REWRITTEN;
        }
        String before = id.seq() == 1 ? Chain.GENESIS : recent.get(new EntryId(id.epoch(), id.seq() - 1));
        boolean same = before == null || Chain.next(before, line.line()).equals(had);
        return same ? Verdict.REPEAT : Verdict.REWRITTEN;
    }

    private void move(EntryId id, String hash) {
        last = new Last(id, hash);
        recent.put(id, hash);
        doubted = EntryId.NONE;
    }
}
