package io.pumpwatch.web;

import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import java.util.List;
import java.util.Optional;

/** The journal as the HTTP side reads it. All methods may be called from any thread. */
public interface KeptLog {
    /**
     * Kept entries after one, in order; empty at the end. Blocks.
     *
     * @param max at most so many; there may be fewer before the end
     */
    List<KeptEntry> entries(Position after, int max);

    /**
     * Where an epoch of the journal begins: what stands before its first entry that is still here, which is the last
     * one of the epoch before where there was one. Empty where no entry of it is here. Never blocks.
     */
    Optional<Position> beginOf(long epoch);
}
