package io.pumpwatch.duty;

import org.jspecify.annotations.Nullable;

/** An accident from its report to its closing (E7). */
public sealed interface AccidentEvent extends DutyEvent {
    /** An accident; {@code by} is null where nobody had time for a PIN. */
    record AccidentReported(@Nullable String by, String words) implements AccidentEvent {}

    /** The chief closed the accident. */
    record AccidentClosed(String by, String words) implements AccidentEvent {}
}
