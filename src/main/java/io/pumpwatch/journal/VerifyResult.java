package io.pumpwatch.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param source folder or export
 * @param entries whose hash fits
 * @param first the first entry, NONE in an empty journal
 * @param last the last one
 * @param lastHash its hash
 * @param epochs seen
 * @param declaredGaps entries of kind {@code gap} that fit
 * @param holes ranges that a salvage found unreadable and declared
 * @param snapshots files whose SHA-256 is what their entry says
 * @param entriesByKind counts
 * @param faults at most {@link #FAULTS_MAX}, the first one first
 * @param cancelled whether the caller stopped it before the end
 */
public record VerifyResult(
        String source,
        long entries,
        EntryId first,
        EntryId last,
        String lastHash,
        int epochs,
        long declaredGaps,
        int holes,
        int snapshots,
        Map<String, Long> entriesByKind,
        List<Fault> faults,
        boolean cancelled) {
    /** Faults that are listed; counting ends there too. */
    public static final int FAULTS_MAX = 100;

    public VerifyResult {
        entriesByKind = Map.copyOf(entriesByKind);
        faults = List.copyOf(faults);
    }

    /**
     * One thing that is wrong.
     *
     * @param file segment, snapshot or export
     * @param at the entry or byte
     * @param trouble what is wrong, with words in both languages and what to do
     */
    public record Fault(String file, String at, JournalException trouble) {}

    /** Whether all was seen and nothing is wrong. */
    public boolean ok() {
        return faults.isEmpty() && !cancelled;
    }

    /** The first thing that is wrong, if any. */
    public @Nullable Fault firstFault() {
        return faults.isEmpty() ? null : faults.get(0);
    }
}
