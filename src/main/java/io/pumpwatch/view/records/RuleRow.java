package io.pumpwatch.view.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How well one rule was kept; lives within one report. */
final class RuleRow {
    /** Behind a rule's name: its second row. */
    static final String TIMES = " times";

    final String rule;
    /** Times, or hours. */
    final boolean hours;

    double due;
    double kept;
    double late;
    double missed;
    double unknown;
    final List<Line> lines = new ArrayList<>();

    RuleRow(String rule, boolean hours) {
        this.rule = rule;
        this.hours = hours;
    }

    /** The row that counts times for a rule: beside the one that counts hours, where a rule has both. */
    static RuleRow times(Map<String, RuleRow> rows, String rule) {
        RuleRow first = rows.computeIfAbsent(rule, id -> new RuleRow(id, false));
        return first.hours ? rows.computeIfAbsent(rule + TIMES, id -> new RuleRow(rule, false)) : first;
    }

    /** One event that asks for something: kept, or missed. */
    void once(boolean good, Line line) {
        due++;
        kept += good ? 1 : 0;
        missed += good ? 0 : 1;
        lines.add(line);
    }
}
