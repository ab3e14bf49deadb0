package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/alarms}: those that ask first, then the most urgent, then the newest.
 *
 * @param all whether points in normal state are among them
 * @param shelved how many are, shown here or not
 */
public record AlarmList(
        String station,
        String now,
        String zone,
        boolean all,
        int shelved,
        int outOfService,
        int suppressed,
        List<Alarm> alarms) {

    /**
     * One alarm point.
     *
     * @param point such as PT-101.HH
     * @param state normal, unacked, acked, rtn-unacked, latched-unacked or latched-acked
     * @param stateText the same in words
     * @param priority critical, high, medium or low
     * @param value when it was raised, in {@code unit}
     * @param since when it came to this state; null if it never moved
     * @param raised when it last asked; null if never
     * @param firstOut whether it was the first of its group
     * @param suppressed why logic suppresses it; null while it doesn't
     * @param functionCheck a drill, not a real alarm
     * @param seenBy seat of dispatch that has seen it
     * @param kept whether the entry of this state is on the disk
     */
    public record Alarm(
            String point,
            String state,
            String stateText,
            String priority,
            @Nullable Double value,
            @Nullable Double setpoint,
            String unit,
            @Nullable String since,
            @Nullable String raised,
            @Nullable String acknowledgedBy,
            @Nullable String acknowledgedByName,
            boolean firstOut,
            @Nullable Mask shelved,
            @Nullable Mask outOfService,
            @Nullable String suppressed,
            boolean functionCheck,
            @Nullable String seenBy,
            boolean kept,
            String name,
            String cause,
            String consequence,
            String response) {}

    /** A person took the point away from view for a time. */
    public record Mask(String by, String byName, String reason, String until) {}
}
