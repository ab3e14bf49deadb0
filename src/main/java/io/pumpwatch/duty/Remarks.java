package io.pumpwatch.duty;

import io.pumpwatch.duty.RemarkCommand.AnswerRemark;
import io.pumpwatch.duty.RemarkCommand.CloseRemark;
import io.pumpwatch.duty.RemarkCommand.Countersign;
import io.pumpwatch.duty.RemarkCommand.RecordViolation;
import io.pumpwatch.duty.RemarkCommand.TypeIn;
import io.pumpwatch.duty.RemarkCommand.WriteRemark;
import io.pumpwatch.duty.RemarkEvent.Countersigned;
import io.pumpwatch.duty.RemarkEvent.PaperTypedIn;
import io.pumpwatch.duty.RemarkEvent.RemarkAnswered;
import io.pumpwatch.duty.RemarkEvent.RemarkClosed;
import io.pumpwatch.duty.RemarkEvent.RemarkWritten;
import io.pumpwatch.duty.RemarkEvent.ViolationRecorded;
import io.pumpwatch.duty.RemarkState.Remark;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Text;
import io.pumpwatch.station.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Remarks and violations, followed until they are settled; countersignatures; paper records typed in. Pure. */
public final class Remarks {
    /** What counts for attendance. */
    static final String ATTENDANCE = "attendance";

    private static final Pattern RULE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,31}");
    private static final Pattern SORT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final int OPEN_MAX = 1_000;
    private static final long DAY_MS = 86_400_000;
    private static final long PAST_MAX_MS = 400 * DAY_MS;

    private Remarks() {}

    static DutyDecision decide(DutyPlan plan, DutyState state, RemarkCommand command, String by, Now now) {
        RemarkState remarks = state.roster().remarks();
        if (command instanceof WriteRemark e) {
            RemarkWritten written =
                    new RemarkWritten(remarks.ever() + 1, e.rule(), e.words(), plan.addressees(e.rule()), by);
            return opened(remarks, e.rule(), e.words(), null, by, written);
        }
        if (command instanceof RecordViolation e) {
            if (state.person(e.person()) == null) {
                return DutyDecision.refuse("person.unknown", "person", Sayings.cut(e.person()));
            }
            if (e.person().equals(by)) {
                return DutyDecision.refuse("remark.own");
            }
            ViolationRecorded recorded = violation(plan, state, e.person(), e.rule(), e.words(), by);
            return opened(remarks, e.rule(), e.words(), e.person(), by, recorded);
        }
        if (command instanceof AnswerRemark e) {
            Refusal wrong = Sayings.wrong("text", e.words());
            if (!remarks.open().containsKey(e.number())) {
                return unknown(e.number());
            }
            return wrong != null
                    ? DutyDecision.because(wrong)
                    : DutyDecision.of(new RemarkAnswered(e.number(), e.words(), by));
        }
        if (command instanceof CloseRemark e) {
            return close(remarks, e, by);
        }
        if (command instanceof Countersign e) {
            Refusal wrong = Sayings.wrong("seen", e.seen());
            if (!RULE.matcher(e.rule()).matches()) {
                return DutyDecision.refuse("remark.rule", "rule", Sayings.cut(e.rule()));
            }
            return wrong != null
                    ? DutyDecision.because(wrong)
                    : DutyDecision.of(new Countersigned(e.seen(), e.rule(), e.words(), plan.addressees(e.rule()), by));
        }
        return typedIn(state, (TypeIn) command, by, now);
    }

    private static DutyDecision unknown(long number) {
        return DutyDecision.refuse("remark.unknown", "number", Long.toString(number));
    }

    private static DutyDecision opened(
            RemarkState remarks, String rule, String words, @Nullable String person, String by, RemarkEvent event) {
        Refusal wrong = Sayings.wrong("text", words);
        if (wrong != null) {
            return DutyDecision.because(wrong);
        }
        if (!RULE.matcher(rule).matches()) {
            return DutyDecision.refuse("remark.rule", "rule", Sayings.cut(rule));
        }
        boolean twice = remarks.open().values().stream()
                .anyMatch(open -> open.words().equals(words)
                        && open.rule().equals(rule)
                        && by.equals(open.by())
                        && Objects.equals(person, open.person()));
        if (twice) {
            return DutyDecision.NOTHING;
        }
        return remarks.open().size() >= OPEN_MAX ? DutyDecision.refuse("remark.many") : DutyDecision.of(event);
    }

    /** A violation that comes with another act, or that the agent saw. */
    static ViolationRecorded violation(
            DutyPlan plan, DutyState state, @Nullable String person, String rule, String words, @Nullable String by) {
        long number = state.roster().remarks().ever() + 1;
        return new ViolationRecorded(number, person, rule, words, plan.addressees(rule), by);
    }

    /** What the inspectors are to look at, such as a round that was too fast (D6); followed like any remark. */
    static RemarkWritten forInspectors(DutyPlan plan, DutyState state, String rule, String words) {
        List<Text> addressees = new ArrayList<>(List.of(new Text(
                Words.of(Lang.EN).say("role.inspector"), Words.of(Lang.ZH).say("role.inspector"))));
        addressees.addAll(plan.addressees(rule));
        return new RemarkWritten(state.roster().remarks().ever() + 1, rule, words, addressees, null);
    }

    private static DutyDecision close(RemarkState remarks, CloseRemark command, String by) {
        Remark open = remarks.open().get(command.number());
        if (open == null) {
            return unknown(command.number());
        }
        if (by.equals(open.person())) {
            return DutyDecision.refuse("remark.own");
        }
        Refusal wrong = Sayings.wrong("text", command.words());
        return wrong != null
                ? DutyDecision.because(wrong)
                : DutyDecision.of(new RemarkClosed(command.number(), command.words(), by));
    }

    private static DutyDecision typedIn(DutyState state, TypeIn command, String by, Now now) {
        String person = command.person();
        if (!SORT.matcher(command.sort()).matches()) {
            return DutyDecision.refuse("paper.kind", "kind", Sayings.cut(command.sort()));
        }
        if (person != null && state.person(person) == null) {
            return DutyDecision.refuse("person.unknown", "person", Sayings.cut(person));
        }
        if (command.sort().equals(ATTENDANCE) && person == null) {
            return DutyDecision.refuse("field.missing", "field", "of");
        }
        if (now.trust() == ClockTrust.UNSET) {
            return DutyDecision.refuse("clock.untrusted");
        }
        boolean inOrder = command.fromUtcMs() <= command.untilUtcMs() && command.untilUtcMs() <= now.utcMs();
        if (!inOrder || command.fromUtcMs() < now.utcMs() - PAST_MAX_MS) {
            return DutyDecision.refuse("transcript.time");
        }
        Refusal wrong = Sayings.wrong("text", command.words());
        if (wrong != null) {
            return DutyDecision.because(wrong);
        }
        boolean twice = command.sort().equals(ATTENDANCE)
                && state.shift().sessions().stream()
                        .anyMatch(session -> session.paper()
                                && session.person().equals(person)
                                && session.on().utcMs() == command.fromUtcMs()
                                && session.off().utcMs() == command.untilUtcMs());
        if (twice) {
            return DutyDecision.NOTHING;
        }
        return DutyDecision.of(new PaperTypedIn(
                command.sort(), person, command.fromUtcMs(), command.untilUtcMs(), command.words(), by));
    }

    static RemarkState apply(RemarkState state, Stamp at, RemarkEvent event) {
        if (event instanceof RemarkWritten e) {
            Remark remark = new Remark(false, null, e.rule(), e.words(), e.addressees(), e.by(), at, "", null);
            return state.with(e.remark(), remark);
        }
        if (event instanceof ViolationRecorded e) {
            Remark remark = new Remark(true, e.person(), e.rule(), e.words(), e.addressees(), e.by(), at, "", null);
            return state.with(e.remark(), remark);
        }
        if (event instanceof RemarkAnswered e) {
            Remark open = state.open().get(e.remark());
            return open == null ? state : state.with(e.remark(), open.answered(e.words(), e.by()));
        }
        // A countersignature and a paper record are records for people.
        return event instanceof RemarkClosed e ? state.without(e.remark()) : state;
    }

    static void watch(DutyPlan plan, DutyState state, DutyFacts facts, Now now, Map<AlarmId, Check> checks) {
        if (plan.crew().remarkDays() > 0) {
            RemarkState remarks = state.roster().remarks();
            boolean overdue = !remarks.open().isEmpty()
                    && !overdue(plan, remarks, facts.boot(), now).isEmpty();
            checks.put(DutyPlan.DUTY.alarm(DutyPlan.REMARKS), Check.of(overdue));
        }
    }

    /** Numbers of those that are open for too long. */
    public static List<Long> overdue(DutyPlan plan, RemarkState state, long boot, Now now) {
        long longestMs = plan.crew().remarkDays() * DAY_MS;
        return state.open().entrySet().stream()
                .filter(open -> longestMs > 0 && open.getValue().at().elapsedMs(boot, now) > longestMs)
                .map(Map.Entry::getKey)
                .toList();
    }
}
