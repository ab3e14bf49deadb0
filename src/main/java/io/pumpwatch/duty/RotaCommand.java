package io.pumpwatch.duty;

import java.time.LocalDate;
import java.util.List;

/** What is asked about who is due when: the chief arranges the work (D9). */
public sealed interface RotaCommand extends ShiftCommand {
    /**
     * These are due in that shift on so many days from then on; who was due before isn't any more.
     *
     * @param people nobody: the shift isn't manned any more
     */
    record ArrangeShift(String shift, LocalDate from, int days, List<String> people) implements RotaCommand {}

    /** Somebody who is due needn't come. */
    record ExcuseAbsence(String person, String shift, LocalDate date, String reason) implements RotaCommand {}
}
