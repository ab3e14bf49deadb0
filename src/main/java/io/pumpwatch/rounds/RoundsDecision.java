package io.pumpwatch.rounds;

import io.pumpwatch.station.Refusal;
import java.util.List;
import java.util.Optional;

/** What came of a command: events, or the reason why not. */
public record RoundsDecision(List<RoundsEvent> events, Optional<Refusal> refusal) {
    /** Already so. */
    static final RoundsDecision NOTHING = new RoundsDecision(List.of(), Optional.empty());

    public RoundsDecision {
        events = List.copyOf(events);
    }

    static RoundsDecision of(RoundsEvent... events) {
        return new RoundsDecision(List.of(events), Optional.empty());
    }

    static RoundsDecision refuse(String code, String... namesAndValues) {
        return new RoundsDecision(List.of(), Optional.of(Refusal.of(code, namesAndValues)));
    }
}
