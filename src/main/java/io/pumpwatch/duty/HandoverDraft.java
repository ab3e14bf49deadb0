package io.pumpwatch.duty;

import io.pumpwatch.duty.Handover.Stage;
import io.pumpwatch.duty.HandoverCommand.CountTools;
import io.pumpwatch.duty.HandoverCommand.Counted;
import io.pumpwatch.duty.HandoverCommand.RemarkHandover;
import io.pumpwatch.duty.HandoverCommand.SignHandover;
import io.pumpwatch.duty.HandoverEvent.HandoverDrafted;
import io.pumpwatch.duty.HandoverEvent.HandoverItems;
import io.pumpwatch.duty.HandoverEvent.HandoverRemarked;
import io.pumpwatch.duty.HandoverEvent.HandoverSigned;
import io.pumpwatch.duty.HandoverEvent.ToolCount;
import io.pumpwatch.duty.HandoverEvent.ToolsCounted;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.station.Now;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Drawing up a handover until the outgoing side signs. Pure. */
final class HandoverDraft {
    /** Most remarks and amendments of one handover. */
    static final int NOTES_MAX = 100;
    /** Characters of lines in one entry: six bytes each at worst in JSON, with their frames well below 64 KB. */
    private static final int PART_CHARS = 8_000;

    private static final int FRAME_CHARS = 20;

    private HandoverDraft() {}

    static DutyDecision draft(DutyPlan plan, DutyState duty, HandoverFacts facts, String by, Now now) {
        HandoverState state = duty.handovers();
        DutyDecision no = HandoverSides.notNow(duty, facts);
        no = no == null ? HandoverSides.notOutgoing(duty, by) : no;
        if (no != null) {
            return no;
        }
        Handover open = state.open();
        if (open != null && open.stage() == Stage.SIGNED) {
            return DutyDecision.refuse("handover.signed", "person", duty.name(open.outgoing()));
        }
        boolean again = open != null && open.stage() == Stage.DRAFT;
        long number = again && open != null ? open.number() : state.ever() + 1;
        Set<String> crew = new TreeSet<>(Set.of(by));
        crew.addAll(ofThisShift(plan, duty, now));
        state.crew().stream().filter(id -> duty.onDuty().containsKey(id)).forEach(crew::add);
        List<List<HandoverItem>> parts = parts(facts.sheet());
        List<DutyEvent> events = new ArrayList<>();
        events.add(new HandoverDrafted(number, by, List.copyOf(crew), facts.raises(), facts.floodMs(), parts.size()));
        for (int i = 0; i < parts.size(); i++) {
            events.add(new HandoverItems(number, i + 1, parts.get(i)));
        }
        return DutyDecision.of(events.toArray(DutyEvent[]::new));
    }

    /**
     * Who came for the shift that ends, whether or not they were here when it was taken over: whoever came well before
     * the change, or is due in it. Who is due in the shift that begins came early for that one.
     */
    private static Set<String> ofThisShift(DutyPlan whole, DutyState duty, Now now) {
        HandoverPlan plan = whole.handover();
        long nextMs = plan.nextChangeUtcMs(now);
        boolean soon = nextMs >= 0 && nextMs - now.utcMs() <= plan.earlyMs();
        long changeMs = soon ? nextMs : plan.lastChangeUtcMs(now);
        List<String> ending = due(whole, duty, changeMs - 1);
        List<String> beginning = due(whole, duty, changeMs);
        Set<String> crew = new TreeSet<>();
        duty.onDuty().forEach((person, since) -> {
            boolean before = changeMs >= 0 && since.utcMs() < changeMs - plan.earlyMs();
            boolean came = ending.contains(person) || (before && !beginning.contains(person));
            if (came && HandoverSides.stands(duty, person)) {
                crew.add(person);
            }
        });
        // Where everybody has been here for long, all of them hand over: who takes over has yet to come.
        return crew;
    }

    private static List<String> due(DutyPlan plan, DutyState duty, long utcMs) {
        Slot slot = utcMs < 0 ? null : plan.timetable().at(utcMs);
        return slot == null ? List.of() : duty.shift().rota().due(slot.key());
    }

    /** Lines in lots that each fit an entry. */
    static List<List<HandoverItem>> parts(List<HandoverItem> items) {
        List<List<HandoverItem>> parts = new ArrayList<>();
        List<HandoverItem> part = new ArrayList<>();
        int chars = 0;
        for (HandoverItem item : items) {
            int more = item.chars() + FRAME_CHARS;
            if (!part.isEmpty() && chars + more > PART_CHARS) {
                parts.add(List.copyOf(part));
                part.clear();
                chars = 0;
            }
            part.add(item);
            chars += more;
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }

    static DutyDecision count(HandoverPlan plan, DutyState duty, Handover open, CountTools e, String by) {
        DutyDecision no = HandoverSides.notOutgoing(duty, by);
        if (no != null) {
            return no;
        }
        if (open.stage() != Stage.DRAFT) {
            return DutyDecision.refuse("handover.signed", "person", duty.name(open.outgoing()));
        }
        List<ToolCount> counts = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Counted each : e.counts()) {
            HandoverPlan.Tool tool = plan.tool(each.tool());
            if (tool == null || !named.add(each.tool())) {
                String known = String.join(
                        ", ", plan.tools().stream().map(HandoverPlan.Tool::id).toList());
                return DutyDecision.refuse("handover.tool", "tool", each.tool(), "known", known);
            }
            if (each.count() < 0
                    || (each.count() != tool.count() && each.remark().isBlank())) {
                return DutyDecision.refuse(
                        "handover.tool-remark",
                        "tool",
                        each.tool(),
                        "count",
                        Integer.toString(each.count()),
                        "listed",
                        Integer.toString(tool.count()));
            }
            counts.add(new ToolCount(each.tool(), tool.count(), each.count(), each.remark()));
        }
        return counts.isEmpty()
                ? DutyDecision.NOTHING
                : DutyDecision.of(new ToolsCounted(open.number(), by, List.copyOf(counts)));
    }

    static DutyDecision remark(DutyState duty, Handover open, RemarkHandover e, String by) {
        if (open.stage() != Stage.DRAFT) {
            return DutyDecision.refuse("handover.signed", "person", duty.name(open.outgoing()));
        }
        if (e.words().isBlank()) {
            return DutyDecision.refuse("handover.words");
        }
        return open.remarks().size() >= NOTES_MAX
                ? DutyDecision.refuse("handover.full", "max", Integer.toString(NOTES_MAX))
                : DutyDecision.of(new HandoverRemarked(open.number(), by, e.topic(), e.words()));
    }

    static DutyDecision sign(
            HandoverPlan plan, DutyState duty, HandoverFacts facts, Handover open, SignHandover e, String by, Now now) {
        DutyDecision no = HandoverSides.notNow(duty, facts);
        no = no == null ? HandoverSides.notOutgoing(duty, by) : no;
        if (no != null) {
            return no;
        }
        if (open.stage() != Stage.DRAFT) {
            return DutyDecision.refuse("handover.signed", "person", duty.name(open.outgoing()));
        }
        List<String> uncounted = plan.tools().stream()
                .map(HandoverPlan.Tool::id)
                .filter(tool -> !open.tools().containsKey(tool))
                .toList();
        if (!uncounted.isEmpty()) {
            return DutyDecision.refuse("handover.uncounted", "tools", String.join(", ", uncounted));
        }
        long ageMs = open.cutOff().elapsedMs(facts.boot(), now);
        if (ageMs < 0 || ageMs > plan.draftMs()) {
            return DutyDecision.refuse("handover.old", "minutes", Long.toString(plan.draftMs() / 60_000));
        }
        return DutyDecision.of(new HandoverSigned(open.number(), by, e.words()));
    }
}
