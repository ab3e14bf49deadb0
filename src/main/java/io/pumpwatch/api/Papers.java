package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/papers}: certificates, trainings and examinations of those who work here, the first to
 * end first.
 *
 * @param warnDays papers that end within so many days are marked
 */
public record Papers(int warnDays, List<Paper> papers) {
    /**
     * One paper.
     *
     * @param sort certificate, training or examination
     * @param expires last day on which it holds
     * @param daysLeft negative after it; null while the clock hasn't been set
     */
    public record Paper(
            String person,
            String name,
            String sort,
            String kind,
            String number,
            String expires,
            @Nullable Long daysLeft) {}
}
