package io.pumpwatch.duty;

import io.pumpwatch.station.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to remarks, violations and paper records. */
public sealed interface RemarkEvent extends PeopleEvent {
    /**
     * A remark; {@code remark} counts from 1, violations with it.
     *
     * @param by an inspector; null where the agent has something to look at for the inspectors
     */
    record RemarkWritten(
            long remark,
            String rule,
            String words,
            List<Text> addressees,
            @Nullable String by) implements RemarkEvent {}

    /**
     * A rule was broken.
     *
     * @param person by whom, or null where nobody known did
     * @param by who recorded it; null where the agent saw it itself
     */
    record ViolationRecorded(
            long remark,
            @Nullable String person,
            String rule,
            String words,
            List<Text> addressees,
            @Nullable String by) implements RemarkEvent {}

    /** What was done about it. */
    record RemarkAnswered(long remark, String words, String by) implements RemarkEvent {}

    /** It is settled. */
    record RemarkClosed(long remark, String words, String by) implements RemarkEvent {}

    /** An inspector has seen a record. */
    record Countersigned(String seen, String rule, String words, List<Text> addressees, String by)
            implements RemarkEvent {}

    /** A paper record was typed in: this entry's own time is when; the fields say when it happened. */
    record PaperTypedIn(String sort, @Nullable String person, long fromUtcMs, long untilUtcMs, String words, String by)
            implements RemarkEvent {}
}
