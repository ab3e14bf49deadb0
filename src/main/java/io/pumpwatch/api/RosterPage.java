package io.pumpwatch.api;

import java.util.List;

/** Answer of {@code GET /api/v1/roster?from=2026-11-23&days=7}: who is due when. */
public record RosterPage(String zone, List<Slot> slots) {
    /**
     * A shift of one date.
     *
     * @param people names of those due; nobody is arranged where it is empty
     * @param excused those of them who needn't come, with the reason
     */
    public record Slot(String key, String name, String begin, String end, List<String> people, List<String> excused) {}
}
