package io.pumpwatch.duty;

import io.pumpwatch.duty.DutyPlan.Flood;
import io.pumpwatch.duty.MusterCommand.ArriveAtMuster;
import io.pumpwatch.duty.MusterCommand.CallMuster;
import io.pumpwatch.duty.MusterCommand.EndMuster;
import io.pumpwatch.duty.MusterCommand.ExcuseFromMuster;
import io.pumpwatch.duty.MusterEvent.MusterArrived;
import io.pumpwatch.duty.MusterEvent.MusterCalled;
import io.pumpwatch.duty.MusterEvent.MusterEnded;
import io.pumpwatch.duty.MusterEvent.MusterExcused;
import io.pumpwatch.duty.MusterEvent.MusterIncomplete;
import io.pumpwatch.duty.MusterEvent.SeasonBegan;
import io.pumpwatch.duty.MusterEvent.SeasonEnded;
import io.pumpwatch.duty.MusterEvent.SpellBegan;
import io.pumpwatch.duty.MusterEvent.SpellEnded;
import io.pumpwatch.duty.MusterState.Muster;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everybody at their post in flood season (D7). Pure. */
final class Musters {
    /** Who belongs to the whole roster; inspectors and dispatch don't. */
    private static final Set<Role> ROSTER = EnumSet.complementOf(EnumSet.of(Role.INSPECTOR, Role.DISPATCH));

    private static final String RAIN = "rain";
    private static final String RISE = "rise";

    private Musters() {}

    static DutyDecision decide(DutyPlan plan, DutyState state, MusterCommand command, String by) {
        Muster open = state.premises().muster().open();
        if (command instanceof CallMuster e) {
            if (open != null) {
                return DutyDecision.refuse("muster.open");
            }
            Refusal wrong = Sayings.wrong("reason", e.reason());
            return wrong != null
                    ? DutyDecision.because(wrong)
                    : DutyDecision.of(called(plan, state, "order", e.reason(), by));
        }
        if (open == null) {
            return DutyDecision.refuse("muster.none");
        }
        if (command instanceof ArriveAtMuster) {
            return open.arrived().containsKey(by)
                    ? DutyDecision.NOTHING
                    : DutyDecision.of(new MusterArrived(open.number(), by));
        }
        if (command instanceof ExcuseFromMuster e) {
            if (!open.called().contains(e.person())) {
                return DutyDecision.refuse("muster.not-called", "person", Sayings.cut(e.person()));
            }
            if (e.person().equals(by)) {
                return DutyDecision.refuse("roster.own");
            }
            Refusal wrong = Sayings.wrong("reason", e.reason());
            return wrong != null
                    ? DutyDecision.because(wrong)
                    : DutyDecision.of(new MusterExcused(open.number(), e.person(), e.reason(), by));
        }
        EndMuster e = (EndMuster) command;
        Refusal wrong = Sayings.wrong("text", e.words());
        return wrong != null
                ? DutyDecision.because(wrong)
                : DutyDecision.of(new MusterEnded(open.number(), e.words(), by));
    }

    private static MusterCalled called(DutyPlan plan, DutyState state, String why, String words, @Nullable String by) {
        List<String> roster = state.people().values().stream()
                .filter(person -> person.active() && !Collections.disjoint(person.roles(), ROSTER))
                .map(Person::id)
                .toList();
        long number = state.premises().muster().ever() + 1;
        return new MusterCalled(number, why, words, roster, plan.flood().arriveMs(), by);
    }

    static MusterState apply(DutyState before, Stamp at, MusterEvent event) {
        MusterState state = before.premises().muster();
        if (event instanceof SeasonBegan || event instanceof SeasonEnded) {
            return state.season(event instanceof SeasonBegan);
        }
        if (event instanceof SpellBegan e) {
            return state.spell(e.why());
        }
        if (event instanceof SpellEnded) {
            return state.spell(null);
        }
        if (event instanceof MusterCalled e) {
            Muster muster = new Muster(
                    e.muster(),
                    e.why(),
                    List.copyOf(e.called()),
                    e.arriveMs(),
                    at,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of());
            // Who is on duty is there.
            for (String person : before.onDuty().keySet()) {
                muster = muster.came(person, at);
            }
            return state.with(muster);
        }
        Muster open = state.open();
        if (open == null || event instanceof MusterEnded) {
            return state.with((Muster) null);
        }
        if (event instanceof MusterArrived e) {
            return state.with(open.came(e.person(), at));
        }
        if (event instanceof MusterExcused e) {
            return state.with(open.excuse(e.person(), e.reason()));
        }
        return state.with(open.tell(List.copyOf(((MusterIncomplete) event).missing())));
    }

    /** Uptime of the last scan in which it rained, rose, or nobody could tell; {@link #UNKNOWN} before the first. */
    record Memory(long wetUptimeMs) {
        static final long UNKNOWN = -1;
        static final Memory START = new Memory(UNKNOWN);
    }

    static Memory watch(
            DutyPlan plan,
            DutyState state,
            Memory memory,
            DutyFacts facts,
            Today today,
            Now now,
            List<DutyEvent> events,
            Map<AlarmId, Check> checks) {
        MusterState musters = state.premises().muster();
        season(musters, today, events);
        Muster open = musters.open();
        Memory next = water(plan, state, memory, facts, now, events);
        List<String> late = open != null && waitedMs(open, facts, now) >= open.arriveMs() ? open.missing() : List.of();
        if (open != null && !late.equals(open.told())) {
            events.add(new MusterIncomplete(open.number(), late));
        }
        checks.put(DutyPlan.DUTY.alarm(DutyPlan.MUSTER), Check.of(!late.isEmpty()));
        return next;
    }

    /**
     * Calls once in a spell of rain, and once more where the water begins to rise fast. That a drainage pump stops in
     * between, that a muster was ended or the agent restarted, makes no new rain of it: only a calm does.
     */
    private static Memory water(
            DutyPlan plan, DutyState state, Memory memory, DutyFacts facts, Now now, List<DutyEvent> events) {
        MusterState musters = state.premises().muster();
        Flood flood = plan.flood();
        boolean rain = rains(flood, facts);
        boolean wet = rain || facts.rising() || !known(flood, facts);
        long wetMs = wet || memory.wetUptimeMs() == Memory.UNKNOWN ? now.uptimeMs() : memory.wetUptimeMs();
        boolean armed = musters.season() || facts.flood();
        boolean draining = !Collections.disjoint(flood.pumps(), facts.running());
        String why = facts.rising() ? RISE : rain ? RAIN : null;
        boolean more = musters.spell() == null || (musters.spell().equals(RAIN) && RISE.equals(why));
        if (armed && draining && why != null && more) {
            events.add(new SpellBegan(why));
            if (musters.open() == null) {
                events.add(called(plan, state, why, "", null));
            }
        } else if (musters.spell() != null && now.uptimeMs() - wetMs >= flood.calmMs()) {
            events.add(new SpellEnded(flood.calmMs()));
        }
        return new Memory(wetMs);
    }

    /** Whether the gauge of rain can be believed; where there is none only the water tells. */
    private static boolean known(Flood flood, DutyFacts facts) {
        Tag tag = flood.rain();
        Reading reading = tag == null ? null : facts.readings().get(tag);
        return tag == null || (reading != null && reading.used());
    }

    /** Since the call; where a restart leaves it open, since that. */
    private static long waitedMs(Muster open, DutyFacts facts, Now now) {
        long waitedMs = open.at().elapsedMs(facts.boot(), now);
        return waitedMs < 0 ? now.uptimeMs() : waitedMs;
    }

    private static void season(MusterState musters, Today today, List<DutyEvent> events) {
        if (today.believed() && today.season() != musters.season()) {
            events.add(today.season() ? new SeasonBegan() : new SeasonEnded());
        }
    }

    /** Whether that day is in the season of floods; never where none is set. */
    static boolean inSeason(Flood flood, LocalDate date) {
        MonthDay from = flood.from();
        MonthDay to = flood.to();
        if (from == null || to == null) {
            return false;
        }
        MonthDay day = MonthDay.from(date);
        boolean since = !day.isBefore(from);
        boolean until = !day.isAfter(to);
        return from.isAfter(to) ? since || until : since && until;
    }

    private static boolean rains(Flood flood, DutyFacts facts) {
        Tag tag = flood.rain();
        Reading reading = tag == null ? null : facts.readings().get(tag);
        return reading != null && reading.used() && reading.value() >= flood.rainMin();
    }

    /** Those who are called as a list of arrivals when somebody signs on while a muster is open. */
    static List<DutyEvent> onSignOn(DutyState state, String person) {
        Muster open = state.premises().muster().open();
        List<DutyEvent> events = new ArrayList<>();
        if (open != null && !open.arrived().containsKey(person)) {
            events.add(new MusterArrived(open.number(), person));
        }
        return events;
    }
}
