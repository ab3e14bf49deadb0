package io.pumpwatch.cli;

import io.pumpwatch.view.records.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report as a person reads it in a terminal, and as JSON. */
final class RecordText {
    private RecordText() {}

    static void print(Shell shell, Report report) {
        shell.out().println(Plain.line(report.title()));
        report.about().forEach(about -> shell.out().println(Plain.line(about)));
        for (Report.Section section : report.sections()) {
            shell.out().println();
            shell.out().println(Plain.line(section.title()));
            Table table = new Table(section.columns().toArray(String[]::new));
            section.rows().forEach(row -> table.row(row.toArray(String[]::new)));
            if (table.isEmpty()) {
                shell.out().println("  " + shell.say("cli.records.none"));
            } else {
                table.print(shell.out());
            }
        }
    }

    static Map<String, Object> json(Report report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", report.kind());
        all.put("title", report.title());
        all.put("about", report.about());
        all.put(
                "tables",
                report.sections().stream()
                        .map(each -> Map.of("title", each.title(), "columns", each.columns(), "rows", each.rows()))
                        .toList());
        return all;
    }
}
