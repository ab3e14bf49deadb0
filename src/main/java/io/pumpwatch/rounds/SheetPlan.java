package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that people fill in when it is due: a round, a daily sheet, a periodic check, the level log. Blank forms are
 * printed from the same definition.
 *
 * @param id such as {@code round}: 1 to 16 of {@code a-z 0-9 -}
 * @param rule that asks for it, such as D6
 * @param roles who may fill it in and sign; a role carries its team
 * @param signatures that it takes, of as many people
 * @param shortestMs done in less than this it is flagged; 0 never
 * @param late its alarm "late" or "overdue"
 * @param missed its alarm "missed"; only where it can be missed
 */
public record SheetPlan(
        String id,
        Text name,
        String rule,
        Set<Role> roles,
        int signatures,
        Schedule schedule,
        long shortestMs,
        List<Item> items,
        AlarmId late,
        AlarmId missed) {
    /** The four rounds of a day (D6). */
    public static final String ROUND = "round";

    public SheetPlan {
        roles = Set.copyOf(roles);
        items = List.copyOf(items);
    }

    /** A sheet with its alarms, whose names come of its id. */
    public SheetPlan(
            String id,
            Text name,
            String rule,
            Set<Role> roles,
            int signatures,
            Schedule schedule,
            long shortestMs,
            List<Item> items) {
        this(
                id,
                name,
                rule,
                roles,
                signatures,
                schedule,
                shortestMs,
                items,
                RoundsPoints.of(RoundsPoints.LATE, id),
                RoundsPoints.of(RoundsPoints.MISSED, id));
    }

    /**
     * One thing to look at.
     *
     * @param equipment what it is on, for the defect that may come of it
     * @param number whether a number is asked for; {@code unit} and the range belong to it
     * @param low and
     * @param high the range, infinite where there is none; outside it the item isn't normal
     * @param compare instrument whose reading is put beside the number
     * @param tolerance how far the two may differ, in {@code unit}
     * @param location text of the QR or NFC tag at the place; empty where there is none
     * @param evidence words are needed that say how it was tested: looked at isn't enough
     */
    public record Item(
            String id,
            Text text,
            Text equipment,
            boolean number,
            String unit,
            double low,
            double high,
            @Nullable Tag compare,
            double tolerance,
            String location,
            boolean evidence) {}

    /** Its name with the id that commands take. */
    public String named(Lang lang) {
        return name.in(lang) + " (" + id + ")";
    }

    /** The item of that id, or of that place in the list counted from 1; null where there is none. */
    public @Nullable Item item(String idOrPlace) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(idOrPlace) || Integer.toString(i + 1).equals(idOrPlace)) {
                return items.get(i);
            }
        }
        return null;
    }
}
