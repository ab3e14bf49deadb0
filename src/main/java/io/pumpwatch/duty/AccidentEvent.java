package io.pumpwatch.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An accident from its report to its closing (E7). */
public sealed interface AccidentEvent extends DutyEvent {
    /**
     * An accident; {@code by} is null where nobody had time for a PIN.
     *
     * @param accident counts from 1; a report while one is open adds to that one
     */
    record AccidentReported(long accident, @Nullable String by, String words) implements AccidentEvent {}

    /** The shift leader knows of it. */
    record AccidentConfirmed(long accident, String by, String words) implements AccidentEvent {}

    /** A person's own account, signed with their PIN. */
    record AccidentStated(long accident, String by, String words) implements AccidentEvent {}

    /** What the scene looks like. */
    record SceneNoted(long accident, String by, String words) implements AccidentEvent {}

    /** The chief closed the accident. */
    record AccidentClosed(long accident, String by, String words) implements AccidentEvent {}

    /**
     * Readings were frozen in the evidence folder.
     *
     * @param part before: the 30 minutes before the report; after: those after it
     * @param folder within the data folder
     */
    record EvidenceKept(long accident, String part, String folder, List<EvidenceFile> files) implements AccidentEvent {}

    /** A frozen file: SHA-256 of its bytes as 64 hex digits, and its length. */
    record EvidenceFile(String name, String sha256, long bytes) {}
}
