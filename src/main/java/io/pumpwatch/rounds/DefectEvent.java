package io.pumpwatch.rounds;

import io.pumpwatch.station.Role;
import io.pumpwatch.station.Text;
import java.util.List;

/** A defect from its finding to its closing. */
public sealed interface DefectEvent extends RoundsEvent {
    /**
     * Somebody found something wrong.
     *
     * @param defect counts from 1
     * @param sheet id of the round or sheet it was found in; empty where it was found alone
     */
    record DefectFound(long defect, String equipment, String words, String by, String sheet) implements DefectEvent {}

    /** Somebody shall handle it. */
    record DefectAssigned(long defect, String to, String by) implements DefectEvent {}

    /** It was handled. */
    record DefectHandled(long defect, String words, String by) implements DefectEvent {}

    /** It isn't in order after all. */
    record DefectReopened(long defect, String words, String by) implements DefectEvent {}

    /** It is open for too long and goes to this role; the offices that supervise the rule are told. */
    record DefectEscalated(long defect, Role to, List<Text> addressees) implements DefectEvent {}

    /** Another person found it in order. */
    record DefectClosed(long defect, String words, String by) implements DefectEvent {}
}
