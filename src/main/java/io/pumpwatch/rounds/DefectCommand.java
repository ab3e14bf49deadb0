package io.pumpwatch.rounds;

/** What is asked about defects. */
public sealed interface DefectCommand extends RoundsCommand {
    /**
     * Somebody found something wrong.
     *
     * @param equipment what it is on, as people call it
     */
    record ReportDefect(String equipment, String words) implements DefectCommand {}
}
