package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/shift}: the shift as its people see it. Times are ISO 8601, UTC.
 *
 * @param zone for the times, by its name
 * @param present the shift now; null between shifts and while the clock hasn't been set
 * @param next the one that begins next; null while the clock hasn't been set
 * @param needed persons on duty at any time
 * @param missing names of those who are due and not here
 * @param briefingMissed whether the present shift began without a briefing
 * @param muster the one under way, or null
 * @param doorForcedSince when the door was opened by nobody knows whom, or null
 * @param signOn what somebody who signs on is asked
 * @param noStart in words, for each pressure that swung: no start, no work before the cause is known (P3)
 * @param readiness of each drainage pump (D3)
 */
public record ShiftPage(
        String zone,
        @Nullable Slot present,
        @Nullable Slot next,
        int needed,
        List<Somebody> crew,
        List<String> missing,
        @Nullable Briefing briefing,
        boolean briefingMissed,
        boolean floodSeason,
        @Nullable Muster muster,
        List<Visitors.Inside> inside,
        @Nullable String doorForcedSince,
        SignOn signOn,
        List<String> noStart,
        List<Ready> readiness) {
    /**
     * Whether a drainage pump could start and drain now.
     *
     * @param notReady why it couldn't, in words; empty where it could
     */
    public record Ready(String pump, String name, boolean running, List<String> notReady) {}

    /**
     * A shift of one date.
     *
     * @param key such as 2026-11-23/day
     */
    public record Slot(String key, String name, String begin, String end, List<String> due) {}

    /**
     * Somebody on duty.
     *
     * @param work kind of work; empty where the station file has none
     * @param gearMissing what the shift leader let pass
     * @param answered when they last showed that they are here
     * @param silent whether that is too long ago
     */
    public record Somebody(
            String id,
            String name,
            String work,
            String since,
            List<String> gearMissing,
            String answered,
            boolean silent) {}

    /**
     * What is asked at sign-on (E3, D2).
     *
     * @param fitness whether to be sober and rested is declared
     * @param works kinds of work
     */
    public record SignOn(boolean fitness, List<Work> works) {}

    /**
     * A kind of work.
     *
     * @param usual whether it is meant where none is named
     * @param certificates one of which is needed; empty for none
     */
    public record Work(String id, String name, boolean usual, List<Gear> gear, List<String> certificates) {}

    /** A piece of gear: its id for the answer, its name for people. */
    public record Gear(String id, String name) {}

    /** What a kind of work is called; the id of one that the station file doesn't name. */
    public String workName(String id) {
        return signOn.works().stream()
                .filter(work -> work.id().equals(id) && !work.name().isEmpty())
                .findFirst()
                .map(Work::name)
                .orElse(id);
    }

    /** A briefing with its risks and signatures; {@code slotText} is the slot in words. */
    public record Briefing(
            String slot, String slotText, String text, List<Risk> risks, String by, String at, List<Signed> signed) {}

    /** A risk and what is done against it. */
    public record Risk(String risk, String measure) {}

    /** A signature. */
    public record Signed(String name, String at) {}

    /**
     * A muster.
     *
     * @param why order, rain or rise
     * @param deadline until when everybody is there
     */
    public record Muster(
            long number,
            String why,
            String calledAt,
            String deadline,
            List<Signed> arrived,
            List<Excused> excused,
            List<String> missing) {}

    /** Somebody who needn't come. */
    public record Excused(String name, String reason) {}
}
