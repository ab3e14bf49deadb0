package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /api/v1/remarks}: remarks and violations that aren't settled. */
public record Remarks(String zone, List<Remark> remarks) {
    /**
     * A remark or a violation.
     *
     * @param person who broke the rule, or null
     * @param addressees offices that supervise the rule
     * @param by null where the agent saw it itself
     * @param answer what was done about it; empty so far
     */
    public record Remark(
            long number,
            boolean violation,
            @Nullable String person,
            String rule,
            String text,
            List<String> addressees,
            @Nullable String by,
            String at,
            String answer,
            @Nullable String answeredBy,
            boolean overdue) {}
}
