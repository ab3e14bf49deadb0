package io.pumpwatch.duty;

import io.pumpwatch.duty.DutyPlan.Work;
import io.pumpwatch.duty.ShiftCommand.AnswerPresence;
import io.pumpwatch.duty.ShiftCommand.Declaration;
import io.pumpwatch.duty.ShiftCommand.RecordTest;
import io.pumpwatch.duty.ShiftCommand.SignOff;
import io.pumpwatch.duty.ShiftCommand.SignOn;
import io.pumpwatch.duty.ShiftCommand.SignOnWithout;
import io.pumpwatch.duty.ShiftEvent.CrewComplete;
import io.pumpwatch.duty.ShiftEvent.CrewShort;
import io.pumpwatch.duty.ShiftEvent.PresenceAnswered;
import io.pumpwatch.duty.ShiftEvent.PresenceMissed;
import io.pumpwatch.duty.ShiftEvent.SignOnBlocked;
import io.pumpwatch.duty.ShiftEvent.SignedOff;
import io.pumpwatch.duty.ShiftEvent.SignedOn;
import io.pumpwatch.duty.ShiftEvent.TestRecorded;
import io.pumpwatch.duty.ShiftState.Gap;
import io.pumpwatch.duty.ShiftState.Post;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signing on and off, tests, presence, and whether enough are here (E3, D1, D2). Pure. */
final class Shifts {
    private static final String ALL = "all";
    /** Family of what pieces of gear are called; one that a site has named itself is its own name. */
    private static final String GEAR = "gear.item.";

    private static final double MG_MAX = 1_000;

    private Shifts() {}

    static DutyDecision decide(DutyPlan plan, DutyState state, ShiftCommand command, String by, Now now) {
        if (command instanceof SignOn e) {
            return signOn(plan, state, e.declaration(), by, now, null);
        }
        if (command instanceof SignOnWithout e) {
            return signOn(plan, state, e.declaration(), by, now, e);
        }
        boolean here = state.onDuty().containsKey(by);
        if (command instanceof SignOff) {
            return here ? DutyDecision.of(new SignedOff(by, "")) : DutyDecision.NOTHING;
        }
        if (command instanceof AnswerPresence) {
            return here ? DutyDecision.of(new PresenceAnswered(by)) : DutyDecision.refuse("presence.off-duty");
        }
        return test(plan, state, (RecordTest) command, by);
    }

    private static DutyDecision signOn(
            DutyPlan plan, DutyState state, Declaration declared, String by, Now now, @Nullable SignOnWithout allowed) {
        String name = declared.work().isEmpty() ? plan.usualWork() : declared.work();
        Post present = state.shift().posts().get(by);
        if (present != null && (declared.work().isEmpty() || present.work().equals(name))) {
            return DutyDecision.NOTHING;
        }
        Work work = plan.work().get(name);
        if (work == null && !declared.work().isEmpty()) {
            String known =
                    String.join(", ", plan.work().keySet().stream().sorted().toList());
            return DutyDecision.refuse("work.kind", "work", Sayings.cut(name), "known", known);
        }
        List<String> missing = work == null ? List.of() : missing(work, declared.gear());
        Refusal stop = unfit(plan, state, declared, by);
        if (stop == null && work != null) {
            stop = Papers.judge(plan, state, work, by, now).orElse(null);
        }
        if (stop == null && work != null) {
            stop = wrongGear(work, declared.gear());
        }
        if (stop == null && !missing.isEmpty() && allowed == null) {
            stop = Refusal.of("gear.missing", "gear", String.join(", ", missing));
        }
        if (stop != null) {
            return DutyDecision.because(stop).and(new SignOnBlocked(by, name, stop.code(), missing));
        }
        DutyDecision on = allowed == null || missing.isEmpty()
                ? DutyDecision.of(new SignedOn(by, name, missing, null, ""))
                : overridden(plan, state, name, missing, by, allowed);
        if (present == null || on.refusal().isPresent()) {
            return on;
        }
        // Whoever is here changes to other work: what it asks for was judged as for anybody who comes.
        List<DutyEvent> changed = new ArrayList<>(List.of(new SignedOff(by, "other-work")));
        changed.addAll(on.events());
        return DutyDecision.of(changed);
    }

    private static @Nullable Refusal unfit(DutyPlan plan, DutyState state, Declaration declared, String by) {
        if (state.shift().failed().containsKey(by)) {
            return Refusal.of("test.failed", "person", state.name(by));
        }
        boolean fit = declared.sober() && declared.rested();
        return plan.crew().fitness() && !fit ? Refusal.of("fitness.undeclared") : null;
    }

    private static List<String> missing(Work work, Set<String> gear) {
        return gear.contains(ALL)
                ? List.of()
                : work.gear().stream().filter(item -> !gear.contains(item)).toList();
    }

    private static @Nullable Refusal wrongGear(Work work, Set<String> gear) {
        return gear.stream()
                .filter(item -> !item.equals(ALL) && !work.gear().contains(item))
                .sorted()
                .findFirst()
                .map(item ->
                        Refusal.of("gear.unknown", "gear", Sayings.cut(item), "known", String.join(", ", work.gear())))
                .orElse(null);
    }

    private static DutyDecision overridden(
            DutyPlan plan, DutyState state, String work, List<String> missing, String by, SignOnWithout allowed) {
        Person leader = state.person(allowed.leader());
        if (leader == null || !leader.is(Role.SHIFT_LEADER) || allowed.leader().equals(by)) {
            return DutyDecision.refuse("gear.leader", "person", Sayings.cut(allowed.leader()));
        }
        Refusal wrong = Sayings.wrong("reason", allowed.reason());
        if (wrong != null) {
            return DutyDecision.because(wrong);
        }
        Words words = Words.of(plan.lang());
        String gear = missing.stream()
                .map(item -> words.has(GEAR + item) ? words.say(GEAR + item) : item)
                .collect(Collectors.joining(plan.lang() == Lang.ZH ? "、" : ", "));
        return DutyDecision.of(
                new SignedOn(by, work, missing, allowed.leader(), allowed.reason()),
                Remarks.violation(plan, state, by, "E3", gear + ": " + allowed.reason(), allowed.leader()));
    }

    private static DutyDecision test(DutyPlan plan, DutyState state, RecordTest command, String by) {
        Person person = state.person(command.person());
        if (person == null || !person.active()) {
            return DutyDecision.refuse("person.unknown", "person", Sayings.cut(command.person()));
        }
        if (command.person().equals(by)) {
            return DutyDecision.refuse("test.own");
        }
        if (!(command.mg() >= 0 && command.mg() <= MG_MAX)) {
            return DutyDecision.refuse("test.value", "max", Integer.toString((int) MG_MAX));
        }
        double max = plan.crew().alcoholMax();
        boolean passed = command.mg() <= max;
        List<DutyEvent> events = new ArrayList<>();
        events.add(new TestRecorded(command.person(), command.mg(), max, passed, by));
        if (!passed) {
            String words = command.mg() + " mg/100 ml > " + max;
            events.add(Remarks.violation(plan, state, command.person(), "D2", words, by));
            if (state.onDuty().containsKey(command.person())) {
                events.add(new SignedOff(command.person(), "test.failed"));
            }
        }
        return DutyDecision.of(events);
    }

    static ShiftState apply(ShiftState state, Stamp at, ShiftEvent event) {
        if (event instanceof SignedOn e) {
            return state.on(e.person(), at, new Post(e.work(), List.copyOf(e.missing()), at, false));
        }
        if (event instanceof SignedOff e) {
            return state.off(e.person(), at);
        }
        if (event instanceof PresenceAnswered e) {
            return answered(state, e.person(), at);
        }
        if (event instanceof PresenceMissed e) {
            Post post = state.posts().get(e.person());
            return post == null
                    ? state
                    : state.at(e.person(), new Post(post.work(), post.missing(), post.answered(), true));
        }
        if (event instanceof TestRecorded e) {
            return state.tested(e.person(), e.passed(), at);
        }
        if (event instanceof CrewShort e) {
            return state.with(new Gap(e.here(), e.needed(), List.copyOf(e.missing())));
        }
        // A sign-on that was blocked is a record for people.
        return event instanceof CrewComplete ? state.with((Gap) null) : state;
    }

    private static ShiftState answered(ShiftState state, String person, Stamp at) {
        Post post = state.posts().get(person);
        return post == null ? state : state.at(person, new Post(post.work(), post.missing(), at, false));
    }

    /** An answer of presence by an act, at most four in the time in which one is asked for. */
    static List<DutyEvent> seen(DutyPlan plan, ShiftState state, String person, long boot, Now now) {
        Post post = state.posts().get(person);
        long everyMs = plan.crew().presenceMs();
        boolean counts = everyMs > 0 && post != null && silentMs(post, boot, now) >= everyMs / 4;
        return counts ? List.of(new PresenceAnswered(person)) : List.of();
    }

    static List<DutyEvent> watch(
            DutyPlan plan, DutyState state, DutyFacts facts, Today today, Now now, Map<AlarmId, Check> checks) {
        List<DutyEvent> events = new ArrayList<>();
        if (plan.crew().presenceMs() > 0) {
            long allowedMs = plan.crew().presenceMs() + plan.crew().presenceGraceMs();
            boolean silent = false;
            for (Map.Entry<String, Post> post : state.shift().posts().entrySet()) {
                long silentMs = silentMs(post.getValue(), facts.boot(), now);
                if (silentMs > allowedMs && !post.getValue().silent()) {
                    events.add(new PresenceMissed(post.getKey(), silentMs));
                }
                silent |= silentMs > allowedMs;
            }
            checks.put(DutyPlan.DUTY.alarm(DutyPlan.PRESENCE), Check.of(silent));
        }
        if (plan.crew().needed() > 0) {
            int here = state.onDuty().size();
            boolean few = here < plan.crew().needed();
            Gap known = state.shift().gap();
            if (few) {
                List<String> missing = Rota.missing(today.slotKey(), state);
                if (known == null || !known.is(here, plan.crew().needed(), missing)) {
                    events.add(new CrewShort(here, plan.crew().needed(), missing));
                }
            } else if (known != null) {
                events.add(new CrewComplete(here));
            }
            checks.put(DutyPlan.DUTY.alarm(DutyPlan.CREW), Check.of(few));
        }
        return events;
    }

    /** How long somebody hasn't answered; where a restart leaves it open, since that. */
    static long silentMs(Post post, long boot, Now now) {
        long silentMs = post.answered().elapsedMs(boot, now);
        return silentMs < 0 ? now.uptimeMs() : silentMs;
    }
}
