package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/sheets}: rounds and sheets with what each asks for, in the order of the station file.
 *
 * @param zone for the times, by its name
 */
public record Sheets(String zone, List<Sheet> sheets) {
    /**
     * A sheet.
     *
     * @param id {@code round} for the four rounds of a day
     * @param rule that asks for it
     * @param roles who may fill it in and sign
     * @param signatures that it takes, of as many people
     * @param state upcoming, due, in-progress or late; late is due or in progress after its time
     * @param key names the slot, such as 2026-11-23/morning; null while upcoming without a known day
     * @param from when it is or comes due
     * @param missedAfter null for one that stays until it is done
     * @param shortestMs done in less it is flagged; 0 never
     */
    public record Sheet(
            String id,
            String name,
            String rule,
            List<String> roles,
            int signatures,
            String state,
            @Nullable String key,
            @Nullable String from,
            @Nullable String to,
            @Nullable String missedAfter,
            @Nullable String startedAt,
            long shortestMs,
            List<Signature> signed,
            List<Item> items,
            List<Past> past) {}

    /** Who signed. */
    public record Signature(String by, String byName, String at) {}

    /**
     * One thing to look at.
     *
     * @param place in the list, from 1: may be used in place of {@code id}
     * @param number whether a number in {@code unit} is asked for
     * @param low and
     * @param high the range; null where there is none
     * @param compare instrument whose reading is put beside the number
     * @param location whether the text of the tag at the place must be given
     * @param evidence whether words must say how it was tested
     * @param answer null while there is none
     */
    public record Item(
            int place,
            String id,
            String text,
            String equipment,
            boolean number,
            String unit,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String compare,
            @Nullable Double tolerance,
            boolean location,
            boolean evidence,
            @Nullable Answer answer) {}

    /**
     * What was answered.
     *
     * @param verdict normal, abnormal, not-applicable or skipped
     * @param agent the instrument's reading beside the number
     * @param quality of that reading: good, uncertain or bad
     * @param noteNeeded the two differ and nobody has said why
     */
    public record Answer(
            String verdict,
            @Nullable Double value,
            String text,
            @Nullable Double agent,
            @Nullable String quality,
            boolean deviates,
            boolean noteNeeded,
            String note,
            String by,
            String byName,
            String at) {}

    /**
     * One that is over.
     *
     * @param slotText the key in words, such as 2026-11-23 morning
     * @param outcome done, done-late, missed or void
     * @param fast in less than the shortest time
     * @param signed ids of those who signed, and their names
     */
    public record Past(
            String key,
            String slotText,
            String from,
            String outcome,
            boolean fast,
            List<String> signed,
            List<String> signedNames,
            String at) {}
}
