package io.pumpwatch.duty;

/** What is asked about an accident (E7). */
public sealed interface AccidentCommand extends DutyCommand {
    /** Report an accident; never needs a PIN. */
    record ReportAccident(String words) implements AccidentCommand {}

    /** Close the accident. */
    record CloseAccident(String words) implements AccidentCommand {}
}
