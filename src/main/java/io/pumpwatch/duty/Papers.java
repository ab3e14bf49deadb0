package io.pumpwatch.duty;

import io.pumpwatch.duty.DutyPlan.Work;
import io.pumpwatch.duty.PaperCommand.RecordPaper;
import io.pumpwatch.duty.PaperCommand.WithdrawPaper;
import io.pumpwatch.duty.PaperEvent.PaperRecorded;
import io.pumpwatch.duty.PaperEvent.PaperWithdrawn;
import io.pumpwatch.duty.PaperState.Paper;
import io.pumpwatch.duty.PaperState.Sort;
import io.pumpwatch.duty.ShiftState.Post;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Certificates, trainings and examinations: who holds what until when (D1, E4). Pure. */
public final class Papers {
    /** Live work, as the station file names the kind of work that needs a certificate. */
    public static final String LIVE = "live-work";

    private static final Pattern KIND = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final int NUMBER_MAX = 64;
    private static final int KINDS_MAX = 100;

    private Papers() {}

    /** A paper and its holder. */
    public record Held(String person, Paper paper) {}

    static DutyDecision decide(DutyState state, PaperCommand command, String by) {
        if (command instanceof RecordPaper e) {
            Person holder = state.person(e.person());
            if (holder == null || !holder.active()) {
                return DutyDecision.refuse("person.unknown", "person", e.person());
            }
            if (!KIND.matcher(e.kind()).matches()) {
                return DutyDecision.refuse("paper.kind", "kind", Sayings.cut(e.kind()));
            }
            boolean numbered = e.sort() != Sort.CERTIFICATE || !e.number().isBlank();
            if (!numbered || e.number().length() > NUMBER_MAX) {
                return DutyDecision.refuse("paper.number", "kind", e.kind());
            }
            Paper paper = new Paper(e.sort(), e.kind(), e.number(), e.expires(), by);
            List<Paper> own = state.roster().papers().of(e.person());
            if (own.contains(paper)) {
                return DutyDecision.NOTHING;
            }
            if (own.size() >= KINDS_MAX) {
                return DutyDecision.refuse("paper.many", "person", e.person());
            }
            return DutyDecision.of(new PaperRecorded(e.person(), e.sort(), e.kind(), e.number(), e.expires(), by));
        }
        WithdrawPaper e = (WithdrawPaper) command;
        if (!state.roster().papers().has(e.person(), Paper.key(e.sort(), e.kind()))) {
            return DutyDecision.refuse("paper.unknown", "person", e.person(), "kind", Sayings.cut(e.kind()));
        }
        Refusal wrong = Sayings.wrong("reason", e.reason());
        return wrong != null
                ? DutyDecision.because(wrong)
                : DutyDecision.of(new PaperWithdrawn(e.person(), e.sort(), e.kind(), e.reason(), by));
    }

    static PaperState apply(PaperState state, PaperEvent event) {
        if (event instanceof PaperRecorded e) {
            return state.with(e.person(), new Paper(e.sort(), e.kind(), e.number(), e.expires(), e.by()));
        }
        PaperWithdrawn e = (PaperWithdrawn) event;
        return state.without(e.person(), Paper.key(e.sort(), e.kind()));
    }

    /** Why this person may not do this work, or empty. A certificate is never overridden. */
    static Optional<Refusal> judge(DutyPlan plan, DutyState state, Work work, String person, Now now) {
        if (work.certificates().isEmpty()) {
            return Optional.empty();
        }
        List<Paper> fitting = state.roster().papers().of(person).stream()
                .filter(paper ->
                        paper.sort() == Sort.CERTIFICATE && work.certificates().contains(paper.kind()))
                .toList();
        String needed = String.join(", ", work.certificates());
        if (fitting.isEmpty()) {
            return Optional.of(Refusal.of("certificate.missing", "person", state.name(person), "kinds", needed));
        }
        if (now.trust() == ClockTrust.UNSET) {
            return Optional.of(Refusal.of("certificate.clock"));
        }
        LocalDate today = plan.timetable().date(now.utcMs());
        if (fitting.stream().noneMatch(paper -> paper.holdsOn(today))) {
            return Optional.of(Refusal.of("certificate.expired", "person", state.name(person), "kinds", needed));
        }
        return Optional.empty();
    }

    /** Whether this person's certificates allow a work of the station file now; an unknown work allows nobody. */
    public static boolean allows(DutyPlan plan, DutyState state, String work, String person, Now now) {
        Work known = plan.work().get(work);
        return known != null && judge(plan, state, known, person, now).isEmpty();
    }

    /** Papers of those who work here that end within so many days, or have ended; the first to end first. */
    public static List<Held> ending(DutyState state, LocalDate today, int days) {
        LocalDate last = today.plusDays(days);
        return all(state).stream()
                .filter(held -> !held.paper().expires().isAfter(last))
                .toList();
    }

    /** Papers of those who work here; the first to end first. */
    public static List<Held> all(DutyState state) {
        List<Held> all = new ArrayList<>();
        state.roster().papers().papers().forEach((person, own) -> {
            @Nullable Person holder = state.person(person);
            if (holder != null && holder.active()) {
                own.values().forEach(paper -> all.add(new Held(person, paper)));
            }
        });
        all.sort((a, b) -> a.paper().expires().compareTo(b.paper().expires()));
        return all;
    }

    private static boolean anyEnds(DutyState state, LocalDate last) {
        for (var holder : state.roster().papers().papers().entrySet()) {
            Person person = state.person(holder.getKey());
            boolean counts = person != null && person.active();
            if (counts
                    && holder.getValue().values().stream()
                            .anyMatch(paper -> !paper.expires().isAfter(last))) {
                return true;
            }
        }
        return false;
    }

    static void watch(
            DutyPlan plan, DutyState state, Set<String> liveLocks, Today today, Now now, Map<AlarmId, Check> checks) {
        if (plan.crew().warnDays() > 0) {
            LocalDate last = today.date().plusDays(plan.crew().warnDays());
            checks.put(
                    DutyPlan.DUTY.alarm(DutyPlan.PAPERS),
                    today.believed() ? Check.of(anyEnds(state, last)) : Check.HELD);
        }
        checks.put(
                DutyPlan.DUTY.alarm(DutyPlan.LIVE_WORK),
                Check.of(!lapsed(plan, state, liveLocks, now).isEmpty()));
    }

    /**
     * Those whose certificates don't allow any more what they do: what they signed on for, or the live work on which
     * their lock is, whatever they signed on for.
     */
    static List<String> lapsed(DutyPlan plan, DutyState state, Set<String> liveLocks, Now now) {
        if (now.trust() == ClockTrust.UNSET) {
            return List.of();
        }
        Set<String> lapsed = new TreeSet<>();
        for (Map.Entry<String, Post> each : state.shift().posts().entrySet()) {
            Work work = plan.work().get(each.getValue().work());
            if (work != null && judge(plan, state, work, each.getKey(), now).isPresent()) {
                lapsed.add(each.getKey());
            }
        }
        for (String person : liveLocks) {
            if (!allows(plan, state, LIVE, person, now)) {
                lapsed.add(person);
            }
        }
        return List.copyOf(lapsed);
    }
}
