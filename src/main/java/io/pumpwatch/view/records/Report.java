package io.pumpwatch.view.records;

import java.util.List;

/**
 * A report as tables of texts, the same for every format.
 *
 * @param kind such as shift
 * @param title in the language asked for
 * @param about lines that stand above the tables: station, period, since when there are records
 */
public record Report(String kind, String title, List<String> about, List<Section> sections) {
    public Report {
        about = List.copyOf(about);
        sections = List.copyOf(sections);
    }

    /** One table; every row has as many cells as there are columns. */
    public record Section(String title, List<String> columns, List<List<String>> rows) {
        public Section {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** The same as part of a paper of its own; what shows papers finds their names before the two blanks. */
        Section of(String paper) {
            return new Section(paper + "  " + title, columns, rows);
        }
    }
}
