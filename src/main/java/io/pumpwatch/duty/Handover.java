package io.pumpwatch.duty;

import io.pumpwatch.duty.HandoverEvent.ToolCount;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One handover as it stands.
 *
 * <pre>
 * DRAFT --sign--> SIGNED --accept--> ACCEPTED
 *                   |  ^
 *            object/refuse, amend
 *                   v  |
 *            OBJECTED or REFUSED --accept (after an objection)--> ACCEPTED
 * </pre>
 *
 * @param cutOff what came after it belongs to the next shift
 * @param crew who hands over
 * @param tools as counted, by short name
 * @param barred whom the outgoing side refused
 */
public record Handover(
        long number,
        Stage stage,
        Stamp cutOff,
        String draftedBy,
        List<String> crew,
        List<HandoverItem> items,
        SortedMap<String, ToolCount> tools,
        List<Note> remarks,
        @Nullable Note signed,
        @Nullable Note accepted,
        List<Note> objections,
        List<Note> refusals,
        Set<String> barred,
        List<Amendment> amendments,
        List<Note> countersigned) {

    /** Where it stands. */
    public enum Stage {
        DRAFT,
        SIGNED,
        OBJECTED,
        REFUSED,
        ACCEPTED
    }

    /** What a person said or signed. */
    public record Note(String by, String topic, String words, Stamp at) {}

    /** A correction after signing, and who has seen it. */
    public record Amendment(int number, String by, String words, Stamp at, Set<String> seenBy) {}

    static Handover draft(long number, Stamp at, String by, List<String> crew) {
        return new Handover(
                number,
                Stage.DRAFT,
                at,
                by,
                crew,
                List.of(),
                new TreeMap<>(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    /** Who signed for the outgoing side; empty before. */
    public String outgoing() {
        return signed == null ? "" : signed.by();
    }

    /** Who signed for the incoming side; empty before. */
    public String incoming() {
        return accepted == null ? "" : accepted.by();
    }

    /** Amendments that this side hasn't seen. */
    public List<Amendment> unseenBy(String person) {
        return amendments.stream()
                .filter(each -> !each.by().equals(person) && !each.seenBy().contains(person))
                .toList();
    }

    /** The same sheet at a later cut-off; what people counted and said stays. */
    Handover redrafted(Stamp at, String by, List<String> nextCrew) {
        return new Change(this).at(at, by, nextCrew).done();
    }

    Handover with(List<HandoverItem> more) {
        Change change = new Change(this);
        change.items = joined(items, more);
        return change.done();
    }

    Change change() {
        return new Change(this);
    }

    static <T> List<T> joined(List<T> before, List<T> more) {
        List<T> all = new ArrayList<>(before);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** A copy with some parts changed; lives within one fold of one event. */
    static final class Change {
        private final long number;
        Stage stage;
        private Stamp cutOff;
        private String draftedBy;
        private List<String> crew;
        List<HandoverItem> items;
        SortedMap<String, ToolCount> tools;
        List<Note> remarks;

        @Nullable
        Note signed;

        @Nullable
        Note accepted;

        List<Note> objections;
        List<Note> refusals;
        Set<String> barred;
        List<Amendment> amendments;
        List<Note> countersigned;

        Change(Handover from) {
            number = from.number;
            stage = from.stage;
            cutOff = from.cutOff;
            draftedBy = from.draftedBy;
            crew = from.crew;
            items = from.items;
            tools = from.tools;
            remarks = from.remarks;
            signed = from.signed;
            accepted = from.accepted;
            objections = from.objections;
            refusals = from.refusals;
            barred = from.barred;
            amendments = from.amendments;
            countersigned = from.countersigned;
        }

        Change at(Stamp newCutOff, String by, List<String> newCrew) {
            cutOff = newCutOff;
            draftedBy = by;
            crew = newCrew;
            items = List.of();
            return this;
        }

        Handover done() {
            return new Handover(
                    number,
                    stage,
                    cutOff,
                    draftedBy,
                    crew,
                    items,
                    tools,
                    remarks,
                    signed,
                    accepted,
                    objections,
                    refusals,
                    barred,
                    amendments,
                    countersigned);
        }
    }
}
