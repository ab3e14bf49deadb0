package io.pumpwatch.dispatch;

import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Refusal;

/** What the link tells the station; each is worth an event. */
public sealed interface LinkNews {
    /** A fault began; told once until it ends. */
    record FaultBegan(LinkFault fault) implements LinkNews {}

    /** It ended. */
    record FaultEnded(LinkFault fault) implements LinkNews {}

    /** Dispatch hasn't confirmed this alarm in its time: console and horn say so. */
    record AlarmOverdue(AlarmId alarm, EntryId entry, long forMs) implements LinkNews {}

    /** An overdue alarm was confirmed after all. */
    record AlarmConfirmedLate(AlarmId alarm, EntryId entry, long afterMs) implements LinkNews {}

    /** An overdue alarm is plain normal now; nobody waits for its receipt any more. */
    record AlarmOverdueEnded(AlarmId alarm, long afterMs) implements LinkNews {}

    /**
     * A command wasn't carried out.
     *
     * @param counted refusals since the last such news that weren't told one by one
     */
    record CommandRefused(Refusal refusal, long counted) implements LinkNews {}

    /** An entry was replaced on the wire by a declared stub. */
    record Stubbed(EntryId entry) implements LinkNews {}

    /** Entries that dispatch can't be sent any more. */
    record GapDeclared(EntryId from, EntryId to) implements LinkNews {}
}
