package io.pumpwatch.duty;

import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * What the duty book is told of the station in each scan: made for one decision, so nothing is copied.
 *
 * @param readings of every instrument and contact
 * @param running pumps that run, by their own tag
 * @param flood whether flood mode is on
 * @param rising whether the water of a sump rises fast
 * @param liveLocks those whose lock is on an open job of live work (D1)
 * @param boot counts the agent's starts
 * @param handover what a handover needs to know
 */
public record DutyFacts(
        Map<Tag, Reading> readings,
        SortedSet<Tag> running,
        boolean flood,
        boolean rising,
        Set<String> liveLocks,
        long boot,
        HandoverFacts handover) {}
