package io.pumpwatch.view.records;

import java.util.ArrayList;
import java.util.List;

/** How well one rule was kept; lives within one report. */
final class RuleRow {
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

    /** One event that asks for something: kept, or missed. */
    void once(boolean good, Line line) {
        due++;
        kept += good ? 1 : 0;
        missed += good ? 0 : 1;
        lines.add(line);
    }
}
