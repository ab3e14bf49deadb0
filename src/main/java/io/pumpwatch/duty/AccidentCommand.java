package io.pumpwatch.duty;

import io.pumpwatch.duty.AccidentEvent.EvidenceFile;
import java.util.List;

/** What is asked about an accident (E7). */
public sealed interface AccidentCommand extends DutyCommand {
    /** Report an accident; never needs a PIN. */
    record ReportAccident(String words) implements AccidentCommand {}

    /** The shift leader knows of it and is on the way. */
    record ConfirmAccident(String words) implements AccidentCommand {}

    /** A person's own account, signed. */
    record StateAccident(String words) implements AccidentCommand {}

    /** What the scene looks like and how it is protected. */
    record NoteScene(String words) implements AccidentCommand {}

    /** Close the accident. */
    record CloseAccident(String words) implements AccidentCommand {}

    /**
     * The agent's own word that readings were frozen; nobody can post it from outside.
     *
     * @param part before or after
     */
    record KeepEvidence(long accident, String part, String folder, List<EvidenceFile> files)
            implements AccidentCommand {}
}
