package io.pumpwatch.duty;

import io.pumpwatch.duty.PaperState.Sort;
import java.time.LocalDate;

/** What is asked about certificates, trainings and examinations (D1, E4). */
public sealed interface PaperCommand extends PeopleCommand {
    /** Record a paper, or its renewal. */
    record RecordPaper(String person, Sort sort, String kind, String number, LocalDate expires)
            implements PaperCommand {}

    /** It isn't valid any more. */
    record WithdrawPaper(String person, Sort sort, String kind, String reason) implements PaperCommand {}
}
