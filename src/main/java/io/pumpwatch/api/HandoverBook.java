package io.pumpwatch.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/handover}: the handover under way and the last one that was accepted.
 *
 * @param zone for the times, by its name
 * @param crew who answers for the station
 * @param nextChange next change of crews; null where the clock can't be believed
 * @param overdue whether the last change should have brought a handover and hasn't
 * @param next what is to be done now, in words
 * @param tools the list that tools are counted against
 * @param orders from above since the last handover; the topic says who gave it
 */
public record HandoverBook(
        String zone,
        List<Someone> crew,
        @Nullable String nextChange,
        boolean overdue,
        String next,
        List<Tool> tools,
        List<Note> orders,
        @Nullable Sheet open,
        @Nullable Sheet last) {

    /** A person. */
    public record Someone(String id, String name) {}

    /** A tool of the list. */
    public record Tool(String id, String name, int count) {}

    /**
     * One handover.
     *
     * @param stage draft, signed, objected, refused or accepted
     * @param cutOff what came after it belongs to the next shift
     * @param crew who hands over
     * @param barred whom the outgoing side refused
     */
    public record Sheet(
            long number,
            String stage,
            String stageText,
            String cutOff,
            List<Someone> crew,
            List<Item> items,
            List<Counted> tools,
            List<Note> remarks,
            @Nullable Note signed,
            @Nullable Note accepted,
            List<Note> objections,
            List<Note> refusals,
            List<Someone> barred,
            List<Amendment> amendments,
            List<Note> countersigned) {}

    /**
     * A line that the station filled in.
     *
     * @param kind such as reading
     * @param name what the alarm, pump or instrument is called; empty for what is none of them
     * @param text in the caller's language
     * @param facts the same as data
     */
    public record Item(
            String kind, String kindText, String subject, String name, String text, Map<String, String> facts) {}

    /** A tool as counted; {@code counted} is null before. */
    public record Counted(
            String id, String name, int listed, @Nullable Integer counted, String remark) {}

    /** What a person said or signed. */
    public record Note(String by, String byName, String topic, String words, String at) {}

    /** A correction after signing. */
    public record Amendment(int number, String by, String byName, String words, String at, List<String> seenBy) {}
}
