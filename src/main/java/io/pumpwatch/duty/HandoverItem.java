package io.pumpwatch.duty;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of a handover sheet, as the station filled it in at the cut-off.
 *
 * @param kind what it is about
 * @param subject tag, alarm point or number that it stands on; empty for the station as a whole
 * @param facts numbers and words by name, as text; each kind has its own names, see words {@code sheet.KIND}
 */
public record HandoverItem(Kind kind, String subject, SortedMap<String, String> facts) {
    /** What a line is about, in the order of the sheet. */
    public enum Kind {
        BYPASSED,
        ALARM,
        SHELVED,
        OUT_OF_SERVICE,
        INHIBIT,
        TRIP,
        PUMP,
        READING,
        LEVEL,
        DEFECT,
        JOB,
        WORK,
        ORDER,
        VISITOR,
        ROUND,
        FLOOD,
        GAP,
        LOAD,
        STORE,
        LINK
    }

    public HandoverItem {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** A line; {@code namesAndValues}: name, value, name, value ... */
    public static HandoverItem of(Kind kind, String subject, String... namesAndValues) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new HandoverItem(kind, subject, facts);
    }

    /** Characters of all its texts. */
    int chars() {
        int sum = subject.length();
        for (var fact : facts.entrySet()) {
            sum += fact.getKey().length() + fact.getValue().length();
        }
        return sum;
    }
}
