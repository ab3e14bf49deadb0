package io.pumpwatch.view.records;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.pumpwatch.view.records.Report.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a report for spreadsheets. A cell that a person filled in never becomes a formula. */
public final class Formats {
    /** A plain number: it may begin with a minus and harms nobody. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    private static final String DANGEROUS = "=+-@\t\r\n";
    private static final int SHEET_NAME_MAX = 31;
    private static final int CELL_MAX = 32_000;
    private static final int SHEETS_MAX = 250;

    private Formats() {}

    /** The cell as it may stand in CSV: with an apostrophe before what a spreadsheet would run. */
    public static String harmless(String cell) {
        // Full-width forms are signs to some spreadsheets too.
        String first = cell.isEmpty() ? "" : cell.substring(0, 1);
        boolean dangerous = !first.isEmpty() && (DANGEROUS.contains(first) || "＝＋－＠".contains(first));
        return dangerous && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** UTF-8 with BOM: all tables one below the other, each under its title. */
    public static void csv(Report report, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        text.write(csv(report));
        text.flush();
    }

    /** The same as text, without the BOM. */
    static String csv(Report report) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(harmless(report.title()));
            report.about().forEach(line -> csv.writeRecord(harmless(line)));
            for (Section section : report.sections()) {
                csv.writeRecord("");
                csv.writeRecord(harmless(section.title()));
                csv.writeRecord(
                        section.columns().stream().map(Formats::harmless).toList());
                section.rows()
                        .forEach(row -> csv.writeRecord(
                                row.stream().map(Formats::harmless).toList()));
            }
        }
        return text.toString();
    }

    /** A workbook with a sheet for each table. Cells are numbers or texts, never formulas. */
    public static void xlsx(Report report, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "pumpwatch", "1.0")) {
            Set<String> names = new HashSet<>();
            Worksheet about = book.newWorksheet(sheetName(report.title(), names));
            about.value(0, 0, report.title());
            about.style(0, 0).bold().set();
            for (int i = 0; i < report.about().size(); i++) {
                about.value(i + 1, 0, cut(report.about().get(i)));
            }
            int row = report.about().size() + 2;
            for (int i = 0; i < report.sections().size(); i++) {
                Section section = report.sections().get(i);
                if (i < SHEETS_MAX) {
                    sheet(book.newWorksheet(sheetName(section.title(), names)), section, 0);
                    about.value(row++, 0, cut(section.title()));
                } else {
                    row = sheet(about, section, row + 1);
                }
            }
        }
    }

    private static int sheet(Worksheet sheet, Section section, int top) {
        sheet.value(top, 0, cut(section.title()));
        sheet.style(top, 0).bold().set();
        List<String> columns = section.columns();
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(top + 1, c, cut(columns.get(c)));
            sheet.style(top + 1, c).bold().set();
        }
        int r = top + 2;
        for (List<String> row : section.rows()) {
            for (int c = 0; c < row.size(); c++) {
                String cell = row.get(c);
                if (NUMBER.matcher(cell).matches()) {
                    sheet.value(r, c, Double.parseDouble(cell));
                } else if (!cell.isEmpty()) {
                    // A text cell is a text to every spreadsheet, but people copy and export it on: same mark as in
                    // CSV.
                    sheet.value(r, c, cut(harmless(cell)));
                }
            }
            r++;
        }
        return r;
    }

    private static String cut(String text) {
        String clean = text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || c >= ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() > CELL_MAX ? clean.substring(0, CELL_MAX) + "…" : clean;
    }

    /**
     * A name that a workbook takes: 31 characters, none of them special, each once. What the table is stands first,
     * behind it as far as there is room when the paper that it is part of begins.
     */
    private static String sheetName(String title, Set<String> taken) {
        String[] parts = title.split("  ", 2);
        String turned = parts.length == 2 ? parts[1] + " " + parts[0].split(" – ", 2)[0] : title;
        String clean = turned.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        String base = clean.isEmpty() ? "-" : clean;
        for (int i = 1; ; i++) {
            String suffix = i == 1 ? "" : " " + i;
            String name = base.substring(0, Math.min(base.length(), SHEET_NAME_MAX - suffix.length()))
                            .strip()
                    + suffix;
            if (taken.add(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
    }
}
