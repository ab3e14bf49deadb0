package io.pumpwatch.duty;

import io.pumpwatch.duty.PaperState.Sort;
import java.time.LocalDate;

/** What happens to certificates, trainings and examinations. */
public sealed interface PaperEvent extends PeopleEvent {
    /** A paper was recorded, or renewed. */
    record PaperRecorded(String person, Sort sort, String kind, String number, LocalDate expires, String by)
            implements PaperEvent {}

    /** It isn't valid any more. */
    record PaperWithdrawn(String person, Sort sort, String kind, String reason, String by) implements PaperEvent {}
}
