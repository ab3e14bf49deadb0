package io.pumpwatch.duty;

import io.pumpwatch.duty.Handover.Stage;
import io.pumpwatch.duty.HandoverCommand.AcceptHandover;
import io.pumpwatch.duty.HandoverCommand.AllowLeaving;
import io.pumpwatch.duty.HandoverCommand.AmendHandover;
import io.pumpwatch.duty.HandoverCommand.CountTools;
import io.pumpwatch.duty.HandoverCommand.CountersignHandover;
import io.pumpwatch.duty.HandoverCommand.DraftHandover;
import io.pumpwatch.duty.HandoverCommand.ObjectToHandover;
import io.pumpwatch.duty.HandoverCommand.ReceiveOrder;
import io.pumpwatch.duty.HandoverCommand.RefuseHandover;
import io.pumpwatch.duty.HandoverCommand.RemarkHandover;
import io.pumpwatch.duty.HandoverCommand.SeeAmendments;
import io.pumpwatch.duty.HandoverCommand.SignHandover;
import io.pumpwatch.duty.HandoverEvent.AmendmentsSeen;
import io.pumpwatch.duty.HandoverEvent.HandoverAccepted;
import io.pumpwatch.duty.HandoverEvent.HandoverAmended;
import io.pumpwatch.duty.HandoverEvent.HandoverCountersigned;
import io.pumpwatch.duty.HandoverEvent.HandoverObjected;
import io.pumpwatch.duty.HandoverEvent.HandoverRefused;
import io.pumpwatch.duty.HandoverEvent.LeavingAllowed;
import io.pumpwatch.duty.HandoverEvent.OrderReceived;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Handing the station over from one crew to the next (D4). Pure. */
final class Handovers {
    private Handovers() {}

    static DutyDecision decide(
            DutyPlan whole, DutyState duty, HandoverFacts facts, HandoverCommand command, String by, Now now) {
        HandoverPlan plan = whole.handover();
        HandoverState state = duty.handovers();
        if (command instanceof AllowLeaving e) {
            return allow(duty, e, by);
        }
        if (command instanceof AmendHandover e) {
            return amend(duty, e, by);
        }
        if (command instanceof SeeAmendments) {
            return see(state, by);
        }
        if (command instanceof CountersignHandover e) {
            return countersign(state, e, by);
        }
        if (command instanceof ReceiveOrder e) {
            return order(state, e, by);
        }
        if (command instanceof DraftHandover) {
            return HandoverDraft.draft(whole, duty, facts, by, now);
        }
        Handover open = state.open();
        if (open == null) {
            Handover last = state.last();
            boolean again = command instanceof AcceptHandover
                    && last != null
                    && last.incoming().equals(by);
            return again
                    ? DutyDecision.refuse("handover.accepted-already", "person", duty.name(by))
                    : DutyDecision.refuse("handover.none");
        }
        if (command instanceof CountTools e) {
            return HandoverDraft.count(plan, duty, open, e, by);
        }
        if (command instanceof RemarkHandover e) {
            return HandoverDraft.remark(duty, open, e, by);
        }
        if (command instanceof SignHandover e) {
            return HandoverDraft.sign(plan, duty, facts, open, e, by, now);
        }
        if (command instanceof AcceptHandover e) {
            return accept(whole, duty, facts, open, e, by);
        }
        if (command instanceof ObjectToHandover e) {
            return object(duty, open, e, by);
        }
        return refuse(duty, open, (RefuseHandover) command, by);
    }

    private static DutyDecision countersign(HandoverState state, CountersignHandover e, String by) {
        Handover signed = signed(state);
        if (signed == null) {
            return DutyDecision.refuse("handover.none-signed");
        }
        boolean twice = signed.countersigned().stream()
                .anyMatch(note -> note.by().equals(by) && note.words().equals(e.words()));
        return twice
                ? DutyDecision.NOTHING
                : DutyDecision.of(new HandoverCountersigned(signed.number(), by, e.words()));
    }

    private static DutyDecision order(HandoverState state, ReceiveOrder e, String by) {
        Refusal wrong = Sayings.wrong("giver", e.giver());
        wrong = wrong != null ? wrong : Sayings.wrong("text", e.words());
        if (wrong != null) {
            return DutyDecision.because(wrong);
        }
        boolean twice = state.orders().stream()
                .anyMatch(order -> order.by().equals(by)
                        && order.giver().equals(e.giver())
                        && order.words().equals(e.words()));
        return twice ? DutyDecision.NOTHING : DutyDecision.of(new OrderReceived(e.giver(), e.words(), by));
    }

    private static DutyDecision accept(
            DutyPlan whole, DutyState duty, HandoverFacts facts, Handover open, AcceptHandover e, String by) {
        DutyDecision no = HandoverSides.notNow(duty, facts);
        no = no == null ? HandoverSides.notIncoming(duty, open, by) : no;
        if (no != null) {
            return no;
        }
        if (open.barred().contains(by)) {
            return DutyDecision.refuse("handover.barred", "person", duty.name(by));
        }
        if (open.stage() == Stage.REFUSED) {
            return DutyDecision.refuse("handover.refused");
        }
        if (!open.unseenBy(by).isEmpty()) {
            return DutyDecision.refuse("handover.unseen");
        }
        if (!facts.checksOpen().isEmpty()) {
            return DutyDecision.refuse("handover.checks", "sheets", String.join(", ", facts.checksOpen()));
        }
        Set<String> crew = new TreeSet<>(duty.onDuty().keySet());
        crew.removeAll(open.crew());
        crew.remove(open.outgoing());
        crew.removeAll(open.barred());
        crew.removeIf(person -> !HandoverSides.stands(duty, person));
        crew.add(by);
        HandoverAccepted accepted = new HandoverAccepted(open.number(), by, e.words(), List.copyOf(crew));
        String missed = String.join(", ", facts.checksMissed());
        if (missed.isEmpty()) {
            return DutyDecision.of(accepted);
        }
        // What was missed can't be made up for; the station must be handed over all the same (E6).
        return HandoverSides.leads(duty, by) && !e.words().isBlank()
                ? DutyDecision.of(
                        accepted, Remarks.violation(whole, duty, open.outgoing(), "E6", missed + ": " + e.words(), by))
                : DutyDecision.refuse("handover.checks-missed", "sheets", missed);
    }

    private static DutyDecision object(DutyState duty, Handover open, ObjectToHandover e, String by) {
        DutyDecision no = HandoverSides.notIncoming(duty, open, by);
        if (no != null) {
            return no;
        }
        if (e.words().isBlank()) {
            return DutyDecision.refuse("handover.words");
        }
        return open.objections().size() >= HandoverDraft.NOTES_MAX
                ? DutyDecision.refuse("handover.full", "max", Integer.toString(HandoverDraft.NOTES_MAX))
                : DutyDecision.of(new HandoverObjected(open.number(), by, e.words()));
    }

    private static DutyDecision refuse(DutyState duty, Handover open, RefuseHandover e, String by) {
        if (open.refusals().size() >= HandoverDraft.NOTES_MAX) {
            return DutyDecision.refuse("handover.full", "max", Integer.toString(HandoverDraft.NOTES_MAX));
        }
        if (e.reason().incoming()) {
            DutyDecision no = HandoverSides.notIncoming(duty, open, by);
            if (no != null) {
                return no;
            }
            return e.words().isBlank()
                    ? DutyDecision.refuse("handover.words")
                    : DutyDecision.of(new HandoverRefused(open.number(), by, e.reason(), null, e.words()));
        }
        DutyDecision no = HandoverSides.notOutgoing(duty, by);
        if (no != null) {
            return no;
        }
        boolean known = duty.person(e.person()) != null && !e.person().equals(by);
        return known
                ? DutyDecision.of(new HandoverRefused(open.number(), by, e.reason(), e.person(), e.words()))
                : DutyDecision.refuse("person.unknown", "person", e.person());
    }

    /** The handover that can still be amended: the one that waits, or the last one accepted. */
    private static @Nullable Handover signed(HandoverState state) {
        Handover open = state.open();
        return open != null && open.signed() != null ? open : state.last();
    }

    private static DutyDecision amend(DutyState duty, AmendHandover e, String by) {
        Handover signed = signed(duty.handovers());
        if (signed == null) {
            return DutyDecision.refuse("handover.none-signed");
        }
        boolean side = by.equals(signed.outgoing())
                || by.equals(signed.incoming())
                || signed.crew().contains(by);
        if (!side) {
            return DutyDecision.refuse("handover.no-side", "person", duty.name(by));
        }
        if (e.words().isBlank()) {
            return DutyDecision.refuse("handover.words");
        }
        int next = signed.amendments().size() + 1;
        return next > HandoverDraft.NOTES_MAX
                ? DutyDecision.refuse("handover.full", "max", Integer.toString(HandoverDraft.NOTES_MAX))
                : DutyDecision.of(new HandoverAmended(signed.number(), next, by, e.words()));
    }

    private static DutyDecision see(HandoverState state, String by) {
        Handover signed = signed(state);
        return signed == null || signed.unseenBy(by).isEmpty()
                ? DutyDecision.NOTHING
                : DutyDecision.of(new AmendmentsSeen(signed.number(), by));
    }

    private static DutyDecision allow(DutyState duty, AllowLeaving e, String by) {
        if (!duty.onDuty().containsKey(e.person())) {
            return DutyDecision.refuse("handover.off-duty", "person", duty.name(e.person()));
        }
        if (e.words().isBlank()) {
            return DutyDecision.refuse("handover.words");
        }
        return e.person().equals(by)
                ? DutyDecision.refuse("handover.own-leave")
                : DutyDecision.of(new LeavingAllowed(e.person(), by, e.words()));
    }
}
