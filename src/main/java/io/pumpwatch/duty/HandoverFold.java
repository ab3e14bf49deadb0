package io.pumpwatch.duty;

import io.pumpwatch.duty.Handover.Amendment;
import io.pumpwatch.duty.Handover.Change;
import io.pumpwatch.duty.Handover.Note;
import io.pumpwatch.duty.Handover.Stage;
import io.pumpwatch.duty.HandoverEvent.AmendmentsSeen;
import io.pumpwatch.duty.HandoverEvent.HandoverAccepted;
import io.pumpwatch.duty.HandoverEvent.HandoverAmended;
import io.pumpwatch.duty.HandoverEvent.HandoverCountersigned;
import io.pumpwatch.duty.HandoverEvent.HandoverDrafted;
import io.pumpwatch.duty.HandoverEvent.HandoverItems;
import io.pumpwatch.duty.HandoverEvent.HandoverObjected;
import io.pumpwatch.duty.HandoverEvent.HandoverRefused;
import io.pumpwatch.duty.HandoverEvent.HandoverRemarked;
import io.pumpwatch.duty.HandoverEvent.HandoverSigned;
import io.pumpwatch.duty.HandoverEvent.LeavingAllowed;
import io.pumpwatch.duty.HandoverEvent.OrderReceived;
import io.pumpwatch.duty.HandoverEvent.ToolCount;
import io.pumpwatch.duty.HandoverEvent.ToolsCounted;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Folds handover events. Pure. */
final class HandoverFold {
    private HandoverFold() {}

    static HandoverState apply(HandoverState state, Stamp at, HandoverEvent event) {
        if (event instanceof HandoverDrafted e) {
            Handover open = state.open();
            boolean again = open != null && open.number() == e.handover();
            Handover next = again && open != null
                    ? open.redrafted(at, e.by(), e.crew())
                    : Handover.draft(e.handover(), at, e.by(), e.crew());
            if (!again && open != null) {
                // Drawn up anew after an objection: whom the outgoing side refused doesn't take over this one either.
                Change change = next.change();
                change.barred = open.barred();
                next = change.done();
            }
            return state.drafted(next, e.raises(), e.floodMs());
        }
        if (event instanceof LeavingAllowed e) {
            return state.letGo(e.person(), e.by());
        }
        if (event instanceof HandoverAmended e) {
            return amended(state, at, e);
        }
        if (event instanceof AmendmentsSeen e) {
            return seen(state, e);
        }
        if (event instanceof OrderReceived e) {
            return state.ordered(e, at);
        }
        if (event instanceof HandoverCountersigned e) {
            Note note = new Note(e.by(), "", e.words(), at);
            return onEither(state, e.handover(), change -> {
                change.countersigned = Handover.joined(change.countersigned, List.of(note));
            });
        }
        Handover open = state.open();
        return open == null ? state : open(state, open, at, event);
    }

    private static HandoverState open(HandoverState state, Handover open, Stamp at, HandoverEvent event) {
        if (event instanceof HandoverItems e) {
            return state.withOpen(open.with(e.items()));
        }
        Change change = open.change();
        if (event instanceof ToolsCounted e) {
            SortedMap<String, ToolCount> tools = new TreeMap<>(open.tools());
            e.counts().forEach(count -> tools.put(count.tool(), count));
            change.tools = tools;
        } else if (event instanceof HandoverRemarked e) {
            change.remarks = Handover.joined(open.remarks(), List.of(new Note(e.by(), e.topic(), e.words(), at)));
        } else if (event instanceof HandoverSigned e) {
            change.stage = Stage.SIGNED;
            change.signed = new Note(e.by(), "", e.words(), at);
        } else if (event instanceof HandoverObjected e) {
            change.stage = Stage.OBJECTED;
            change.objections = Handover.joined(open.objections(), List.of(new Note(e.by(), "", e.words(), at)));
        } else if (event instanceof HandoverRefused e) {
            String person = e.person();
            // Whom the outgoing side refused is the first thing to be told.
            String whom = person == null ? "" : person;
            String words = whom.isEmpty() || e.words().isBlank() ? whom + e.words() : whom + ": " + e.words();
            Note note = new Note(e.by(), e.reason().name(), words, at);
            change.refusals = Handover.joined(open.refusals(), List.of(note));
            if (person == null) {
                change.stage = Stage.REFUSED;
            } else {
                Set<String> barred = new TreeSet<>(open.barred());
                barred.add(person);
                change.barred = Set.copyOf(barred);
            }
        } else if (event instanceof HandoverAccepted e) {
            change.stage = Stage.ACCEPTED;
            change.accepted = new Note(e.by(), "", e.words(), at);
            change.amendments = marked(open.amendments(), e.by());
            return state.accepted(change.done(), Set.copyOf(e.crew()));
        }
        return state.withOpen(change.done());
    }

    private static HandoverState amended(HandoverState state, Stamp at, HandoverAmended e) {
        Amendment amendment = new Amendment(e.amendment(), e.by(), e.words(), at, Set.of());
        return onEither(state, e.handover(), change -> {
            change.amendments = Handover.joined(change.amendments, List.of(amendment));
            if (change.stage == Stage.OBJECTED || change.stage == Stage.REFUSED) {
                change.stage = Stage.SIGNED;
            }
        });
    }

    private static HandoverState seen(HandoverState state, AmendmentsSeen e) {
        return onEither(state, e.handover(), change -> change.amendments = marked(change.amendments, e.by()));
    }

    private static List<Amendment> marked(List<Amendment> amendments, String by) {
        List<Amendment> next = new ArrayList<>();
        for (Amendment each : amendments) {
            Set<String> seenBy = new TreeSet<>(each.seenBy());
            if (!each.by().equals(by)) {
                seenBy.add(by);
            }
            next.add(new Amendment(each.number(), each.by(), each.words(), each.at(), Set.copyOf(seenBy)));
        }
        return List.copyOf(next);
    }

    /** One change to a handover. */
    @FunctionalInterface
    private interface Edit {
        void make(Change change);
    }

    private static HandoverState onEither(HandoverState state, long number, Edit edit) {
        Handover open = state.open();
        Handover last = state.last();
        if (open != null && open.number() == number) {
            Change change = open.change();
            edit.make(change);
            return state.withOpen(change.done());
        }
        if (last != null && last.number() == number) {
            Change change = last.change();
            edit.make(change);
            return state.withLast(change.done());
        }
        return state;
    }
}
