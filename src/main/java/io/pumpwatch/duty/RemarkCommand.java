package io.pumpwatch.duty;

import org.jspecify.annotations.Nullable;

/** What is asked about inspectors' remarks, violations, and paper records typed in later (E1, P6, D1). */
public sealed interface RemarkCommand extends PeopleCommand {
    /** An inspector remarks something. */
    record WriteRemark(String rule, String words) implements RemarkCommand {}

    /** Somebody broke a rule. */
    record RecordViolation(String person, String rule, String words) implements RemarkCommand {}

    /** What was done about it. */
    record AnswerRemark(long number, String words) implements RemarkCommand {}

    /** It is settled. */
    record CloseRemark(long number, String words) implements RemarkCommand {}

    /** An inspector has seen a record, such as a shift {@code 2026-11-23/day}. */
    record Countersign(String seen, String rule, String words) implements RemarkCommand {}

    /**
     * Something that was written on paper.
     *
     * @param sort attendance, or any other word for what it is
     * @param person whom it is about, or null
     * @param fromUtcMs when it happened
     * @param untilUtcMs until when; the same for a moment
     */
    record TypeIn(String sort, @Nullable String person, long fromUtcMs, long untilUtcMs, String words)
            implements RemarkCommand {}
}
