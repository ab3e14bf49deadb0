package io.pumpwatch.duty;

import java.time.LocalDate;
import java.util.List;

/** What happens to the roster. */
public sealed interface RotaEvent extends ShiftEvent {
    /** These are due in that shift on so many days from then on. */
    record ShiftArranged(String shift, LocalDate from, int days, List<String> people, String by) implements RotaEvent {}

    /** Somebody who is due needn't come; {@code slot} such as 2026-11-23/day. */
    record AbsenceExcused(String person, String slot, String reason, String by) implements RotaEvent {}
}
