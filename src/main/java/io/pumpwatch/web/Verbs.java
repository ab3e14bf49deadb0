package io.pumpwatch.web;

import java.util.Map;

/** The acts of the API. */
final class Verbs {
    private static final Map<String, Verb> ALL = table();

    private Verbs() {}

    private static Map<String, Verb> table() {
        VerbTable table = new VerbTable();
        ProtectionVerbs.add(table);
        DutyVerbs.add(table);
        ShiftVerbs.add(table);
        PeopleVerbs.add(table);
        HandoverVerbs.add(table);
        RoundsVerbs.add(table);
        return table.rows();
    }

    /** By name, in the order of the documentation. */
    static Map<String, Verb> all() {
        return ALL;
    }
}
