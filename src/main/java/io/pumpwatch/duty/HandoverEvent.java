package io.pumpwatch.duty;

import io.pumpwatch.station.AlarmId;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A handover from its draft to its acceptance, and what is added later (D4). */
public sealed interface HandoverEvent extends DutyEvent {
    /**
     * The sheet was drawn up; its lines follow in entries of kind duty.handover-items. A number that is open already
     * stands for a draft drawn up anew before it was signed.
     *
     * @param handover counts from 1
     * @param by who drew it up
     * @param crew who hands over
     * @param raises and
     * @param floodMs load figures at the cut-off, from which those of the next shift are counted
     * @param parts how many entries of lines follow
     */
    record HandoverDrafted(
            long handover, String by, List<String> crew, SortedMap<AlarmId, Integer> raises, long floodMs, int parts)
            implements HandoverEvent {}

    /** Lines of a sheet; part counts from 1. */
    record HandoverItems(long handover, int part, List<HandoverItem> items) implements HandoverEvent {}

    /** Tools were counted. */
    record ToolsCounted(long handover, String by, List<ToolCount> counts) implements HandoverEvent {}

    /** A tool as counted. */
    record ToolCount(String tool, int listed, int counted, String remark) {}

    /** A person added what no instrument tells. */
    record HandoverRemarked(long handover, String by, String topic, String words) implements HandoverEvent {}

    /** An order from above came; {@code giver} gave it, {@code by} took it down. */
    record OrderReceived(String giver, String words, String by) implements HandoverEvent {}

    /** The outgoing side signed: from here on nothing of the sheet changes. */
    record HandoverSigned(long handover, String by, String words) implements HandoverEvent {}

    /** The incoming side accepted; {@code crew} answers for the station from now on. */
    record HandoverAccepted(long handover, String by, String words, List<String> crew) implements HandoverEvent {}

    /** The incoming side objected. */
    record HandoverObjected(long handover, String by, String words) implements HandoverEvent {}

    /** A side refused; {@code person} is whom the outgoing side didn't hand over to. */
    record HandoverRefused(
            long handover,
            String by,
            HandoverReason reason,
            @Nullable String person,
            String words) implements HandoverEvent {}

    /** A correction after signing; amendment counts from 1 within its handover. */
    record HandoverAmended(long handover, int amendment, String by, String words) implements HandoverEvent {}

    /** The other side has seen all amendments so far. */
    record AmendmentsSeen(long handover, String by) implements HandoverEvent {}

    /** An inspector countersigned. */
    record HandoverCountersigned(long handover, String by, String words) implements HandoverEvent {}

    /** The leader let somebody go before a handover was accepted, and answers for the station with the rest. */
    record LeavingAllowed(String person, String by, String words) implements HandoverEvent {}
}
