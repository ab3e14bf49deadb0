package io.pumpwatch.duty;

import io.pumpwatch.duty.BriefingCommand.HoldBriefing;
import io.pumpwatch.duty.BriefingCommand.Risk;
import io.pumpwatch.duty.BriefingEvent.BriefingHeld;
import io.pumpwatch.duty.BriefingEvent.BriefingMissed;
import io.pumpwatch.duty.BriefingEvent.BriefingSigned;
import io.pumpwatch.duty.BriefingState.Briefing;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pre-shift briefings: measures, risks with their measures, signatures (E8, E9). Pure. */
public final class Briefings {
    /** So that an entry stays below the journal's longest line whatever the script. */
    private static final int RISKS_MAX = 20;

    private static final int RISK_MAX = 300;

    private Briefings() {}

    /** The slot that a briefing or its signature is for: the next one shortly before it begins, else the present. */
    public static @Nullable Slot slot(DutyPlan plan, Now now) {
        if (now.trust() == ClockTrust.UNSET) {
            return null;
        }
        Slot next = plan.timetable().next(now.utcMs());
        boolean soon = next.beginUtcMs() - now.utcMs() <= plan.crew().briefingMs();
        Slot present = plan.timetable().at(now.utcMs());
        return soon || present == null ? next : present;
    }

    static DutyDecision decide(DutyPlan plan, DutyState state, BriefingCommand command, String by, Now now) {
        Slot slot = slot(plan, now);
        if (slot == null) {
            return DutyDecision.refuse("clock.untrusted");
        }
        Briefing held = state.shift().briefings().of(slot.key());
        if (command instanceof HoldBriefing e) {
            return hold(slot, held, e, by);
        }
        if (held == null) {
            return DutyDecision.refuse("briefing.none", "slot", slot.key());
        }
        boolean signed = by.equals(held.by()) || held.signed().containsKey(by);
        return signed ? DutyDecision.NOTHING : DutyDecision.of(new BriefingSigned(slot.key(), by));
    }

    private static DutyDecision hold(Slot slot, @Nullable Briefing held, HoldBriefing command, String by) {
        Refusal wrong = Sayings.wrong("text", command.words());
        if (wrong != null) {
            return DutyDecision.because(wrong);
        }
        if (command.risks().isEmpty() || command.risks().size() > RISKS_MAX) {
            return DutyDecision.refuse("briefing.risks", "max", Integer.toString(RISKS_MAX));
        }
        for (Risk risk : command.risks()) {
            boolean whole = !risk.risk().isBlank() && !risk.measure().isBlank();
            if (!whole || risk.risk().length() > RISK_MAX || risk.measure().length() > RISK_MAX) {
                return DutyDecision.refuse("briefing.measure", "max", Integer.toString(RISK_MAX));
            }
        }
        if (held == null) {
            return DutyDecision.of(new BriefingHeld(slot.key(), command.words(), command.risks(), by));
        }
        boolean twice = held.words().equals(command.words())
                && held.risks().equals(command.risks())
                && held.by().equals(by);
        return twice ? DutyDecision.NOTHING : DutyDecision.refuse("briefing.held", "slot", slot.key());
    }

    static BriefingState apply(BriefingState state, Stamp at, BriefingEvent event) {
        if (event instanceof BriefingHeld e) {
            return state.with(e.slot(), new Briefing(e.words(), List.copyOf(e.risks()), e.by(), at, new TreeMap<>()));
        }
        if (event instanceof BriefingSigned e) {
            Briefing held = state.of(e.slot());
            if (held == null) {
                return state;
            }
            SortedMap<String, Stamp> signed = new TreeMap<>(held.signed());
            signed.put(e.person(), at);
            return state.with(e.slot(), new Briefing(held.words(), held.risks(), held.by(), held.at(), signed));
        }
        return state.without(((BriefingMissed) event).beginUtcMs());
    }

    /** Whether the duty book was kept when it was due: nothing is said of a time before the station's first day. */
    private static boolean known(DutyState state, long believedUtcMs, long dueUtcMs) {
        boolean known = believedUtcMs <= dueUtcMs;
        for (Stamp since : state.onDuty().values()) {
            known |= since.utcMs() <= dueUtcMs;
        }
        for (ShiftState.Session over : state.shift().sessions()) {
            known |= over.on().utcMs() <= dueUtcMs;
        }
        return known;
    }

    static List<DutyEvent> watch(
            DutyPlan plan, DutyState state, long believedUtcMs, Today today, Now now, Map<AlarmId, Check> checks) {
        if (plan.crew().briefingMs() == 0) {
            return List.of();
        }
        Slot slot = today.slot();
        if (slot == null) {
            checks.put(DutyPlan.DUTY.alarm(DutyPlan.BRIEFING), Check.HELD);
            return List.of();
        }
        List<DutyEvent> events = new ArrayList<>();
        BriefingState briefings = state.shift().briefings();
        boolean missing = briefings.of(today.slotKey()) == null;
        long dueUtcMs = slot.beginUtcMs() + plan.crew().briefingMs();
        // A clock that steps back must not mark a shift twice: slots are marked in their order only.
        boolean due = missing && slot.beginUtcMs() > briefings.missedUtcMs() && now.utcMs() >= dueUtcMs;
        if (due && known(state, believedUtcMs, dueUtcMs)) {
            List<String> here = List.copyOf(state.onDuty().keySet());
            events.add(new BriefingMissed(today.slotKey(), slot.beginUtcMs(), here));
        }
        boolean marked = missing && slot.beginUtcMs() == briefings.missedUtcMs();
        checks.put(DutyPlan.DUTY.alarm(DutyPlan.BRIEFING), Check.of(marked));
        return events;
    }
}
