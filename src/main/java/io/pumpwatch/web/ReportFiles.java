package io.pumpwatch.web;

import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.records.Formats;
import io.pumpwatch.view.records.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as a file: CSV, XLSX or JSON Lines. */
final class ReportFiles {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ReportFiles() {}

    /**
     * The file.
     *
     * @param format csv, xlsx or jsonl
     * @param of what its name ends with, such as the month
     * @throws RequestFault for any other, or none
     */
    static FileAnswer of(Report report, @Nullable String format, String of) throws RequestFault {
        String name = "pumpwatch-" + report.kind() + of + ".";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (format == null ? "" : format) {
                case "csv" -> {
                    Formats.csv(report, out);
                    return new FileAnswer("text/csv; charset=utf-8", name + format, out.toByteArray());
                }
                case "xlsx" -> {
                    Formats.xlsx(report, out);
                    return new FileAnswer(XLSX, name + format, out.toByteArray());
                }
                case "jsonl" -> {
                    byte[] lines = lines(report).getBytes(StandardCharsets.UTF_8);
                    return new FileAnswer(ChainExport.TYPE, name + format, lines);
                }
                default ->
                    throw RequestFault.field(
                            Refusal.of("field.wrong", "field", "format", "form", "form.format"), "format");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The head, then one line for each row: the table's title, and the cells by their columns. */
    private static String lines(Report report) {
        StringBuilder lines = new StringBuilder(Wire.json(new Head(report.kind(), report.title(), report.about())));
        for (Report.Section section : report.sections()) {
            for (List<String> cells : section.rows()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    String column = section.columns().get(i);
                    row.put(row.containsKey(column) ? column + " " + (i + 1) : column, cells.get(i));
                }
                lines.append(Wire.json(new Row(section.title(), row)));
            }
        }
        return lines.toString();
    }

    /** The first line. */
    record Head(String kind, String title, List<String> about) {}

    /** Every other line. */
    record Row(String table, Map<String, String> row) {}
}
