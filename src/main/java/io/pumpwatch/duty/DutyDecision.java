package io.pumpwatch.duty;

import io.pumpwatch.station.Refusal;
import java.util.List;
import java.util.Optional;

/** What came of a command: events, or the reason why not. */
public record DutyDecision(List<DutyEvent> events, Optional<Refusal> refusal) {
    /** Already so. */
    static final DutyDecision NOTHING = new DutyDecision(List.of(), Optional.empty());

    public DutyDecision {
        events = List.copyOf(events);
    }

    static DutyDecision of(DutyEvent... events) {
        return new DutyDecision(List.of(events), Optional.empty());
    }

    static DutyDecision of(List<DutyEvent> events) {
        return new DutyDecision(events, Optional.empty());
    }

    static DutyDecision because(Refusal refusal) {
        return new DutyDecision(List.of(), Optional.of(refusal));
    }

    /** The same, and what is kept of it although it was refused. */
    DutyDecision and(DutyEvent event) {
        return new DutyDecision(List.of(event), refusal);
    }

    static DutyDecision refuse(String code, String... namesAndValues) {
        return new DutyDecision(List.of(), Optional.of(Refusal.of(code, namesAndValues)));
    }
}
