package io.pumpwatch.rounds;

/** What is asked about defects. */
public sealed interface DefectCommand extends RoundsCommand {
    /**
     * Somebody found something wrong.
     *
     * @param equipment what it is on, as people call it
     */
    record ReportDefect(String equipment, String words) implements DefectCommand {}

    /**
     * Somebody shall handle it.
     *
     * @param to id of the person
     */
    record AssignDefect(long defect, String to) implements DefectCommand {}

    /** It was handled; {@code words} say how. */
    record HandleDefect(long defect, String words) implements DefectCommand {}

    /** Another person has looked at it and it is in order. */
    record CloseDefect(long defect, String words) implements DefectCommand {}

    /** Another person has looked at it and it isn't in order. */
    record ReopenDefect(long defect, String words) implements DefectCommand {}
}
