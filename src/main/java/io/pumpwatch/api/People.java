package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /api/v1/people}: everybody, those who left included. */
public record People(String zone, List<Someone> people) {
    /**
     * A person.
     *
     * @param roles such as shift-leader
     * @param active false after they left
     * @param onDutySince null while off duty
     */
    public record Someone(
            String id,
            String name,
            List<String> roles,
            boolean active,
            @Nullable String onDutySince) {}
}
