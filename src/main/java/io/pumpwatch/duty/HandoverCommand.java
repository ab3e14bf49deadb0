package io.pumpwatch.duty;

import java.util.List;

/** What is asked about handing the station over (D4). */
public sealed interface HandoverCommand extends DutyCommand {
    /** Draw up the sheet: the cut-off is now. */
    record DraftHandover() implements HandoverCommand {}

    /** Tools counted against the list. */
    record CountTools(List<Counted> counts) implements HandoverCommand {
        public CountTools {
            counts = List.copyOf(counts);
        }
    }

    /** One tool as a person counted it; {@code remark} says what is wrong with it, or why it is missing. */
    record Counted(String tool, int count, String remark) {}

    /**
     * Something that no instrument tells: orders from above, keys, spares, work under way, cleanliness.
     *
     * @param topic what it is about: a line of the sheet, or a word
     */
    record RemarkHandover(String topic, String words) implements HandoverCommand {}

    /**
     * An order from above came; the next crew finds it on the sheet.
     *
     * @param giver who gave it
     */
    record ReceiveOrder(String giver, String words) implements HandoverCommand {}

    /** The outgoing side signs. */
    record SignHandover(String words) implements HandoverCommand {}

    /** The incoming side accepts. */
    record AcceptHandover(String words) implements HandoverCommand {}

    /** The incoming side doesn't agree with something. */
    record ObjectToHandover(String words) implements HandoverCommand {}

    /**
     * Either side refuses.
     *
     * @param person to whom the outgoing side doesn't hand over; empty where the incoming side refuses
     */
    record RefuseHandover(HandoverReason reason, String person, String words) implements HandoverCommand {}

    /** A correction after signing. */
    record AmendHandover(String words) implements HandoverCommand {}

    /** The other side has seen the corrections. */
    record SeeAmendments() implements HandoverCommand {}

    /** An inspector countersigns (E1, P6). */
    record CountersignHandover(String words) implements HandoverCommand {}

    /** The leader lets somebody go before a handover is accepted. */
    record AllowLeaving(String person, String words) implements HandoverCommand {}
}
