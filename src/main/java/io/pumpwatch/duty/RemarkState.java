package io.pumpwatch.duty;

import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Text;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remarks and violations; a fold of {@link RemarkEvent}s.
 *
 * @param open those that aren't settled, by number
 * @param ever how many there were
 */
public record RemarkState(SortedMap<Long, Remark> open, long ever) {
    static final RemarkState EMPTY = new RemarkState(new TreeMap<>(), 0);

    /**
     * A remark or a violation.
     *
     * @param person who broke the rule; null for a remark, and where nobody known did
     * @param by null where the agent saw it itself
     * @param answer what was done about it; empty so far
     */
    public record Remark(
            boolean violation,
            @Nullable String person,
            String rule,
            String words,
            List<Text> addressees,
            @Nullable String by,
            Stamp at,
            String answer,
            @Nullable String answeredBy) {
        Remark answered(String words, String person) {
            return new Remark(violation, this.person, rule, this.words, addressees, by, at, words, person);
        }
    }

    RemarkState with(long number, Remark remark) {
        SortedMap<Long, Remark> next = new TreeMap<>(open);
        next.put(number, remark);
        return new RemarkState(next, Math.max(ever, number));
    }

    RemarkState without(long number) {
        SortedMap<Long, Remark> next = new TreeMap<>(open);
        next.remove(number);
        return new RemarkState(next, ever);
    }
}
