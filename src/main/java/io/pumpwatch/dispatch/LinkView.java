package io.pumpwatch.dispatch;

import io.pumpwatch.journal.EntryId;
import java.util.List;

/**
 * The link as screens show it.
 *
 * @param state where it stands
 * @param faults what is wrong now; empty where nothing is
 * @param durable last kept entry
 * @param sent last entry that the broker has
 * @param confirmed last entry that dispatch has
 * @param overdueAlarms alarms that dispatch hasn't confirmed in their time
 * @param droppedInbound messages that came faster than they could be judged, since start
 * @param refusedCommands since start
 */
public record LinkView(
        LinkState state,
        List<LinkFault> faults,
        EntryId durable,
        EntryId sent,
        EntryId confirmed,
        int overdueAlarms,
        long droppedInbound,
        long refusedCommands) {}
