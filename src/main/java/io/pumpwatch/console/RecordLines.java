package io.pumpwatch.console;

import io.pumpwatch.api.Records;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as lines, laid out once for the width of the terminal: a month may have thousands, and the screen is drawn
 * several times a second. Pure.
 *
 * @param of as it came, to be laid out again where the width changes
 */
record RecordLines(Records of, List<Ink> rows) {
    /** Between two columns of a table. */
    private static final int GAP = 2;

    /** For this terminal. */
    static RecordLines of(Records record, Model model) {
        return new RecordLines(record, rows(record, new Say(model), model.look().columns()));
    }

    private static List<Ink> rows(Records record, Say say, int columns) {
        List<Ink> rows = new ArrayList<>();
        if (!record.title().isEmpty()) {
            rows.add(new Ink().put(" " + record.title(), Ink.BOLD));
        }
        for (String about : record.about()) {
            Ink.wrapped(about, columns - 3).forEach(part -> rows.add(new Ink().put(" " + part, Ink.DIM)));
        }
        for (Records.Table table : record.tables()) {
            rows.add(new Ink());
            rows.add(new Ink().put(" " + table.title(), Ink.BOLD));
            if (table.rows().isEmpty()) {
                rows.add(new Ink().put("   " + say.word("console.nothing"), Ink.DIM));
                continue;
            }
            List<Integer> widths = widths(table);
            int wide = widths.stream().mapToInt(width -> width + GAP).sum();
            if (wide + GAP <= columns) {
                rows.add(row(table.columns(), widths, true));
                table.rows().forEach(cells -> rows.add(row(cells, widths, false)));
            } else {
                table.rows().forEach(cells -> block(table.columns(), cells, columns, rows));
            }
        }
        return rows;
    }

    private static List<Integer> widths(Records.Table table) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int width = Ink.width(table.columns().get(i));
            for (List<String> cells : table.rows()) {
                width = Math.max(width, Ink.width(flat(cells.get(i))));
            }
            widths.add(width);
        }
        return widths;
    }

    private static Ink row(List<String> cells, List<Integer> widths, boolean head) {
        Ink ink = new Ink();
        int at = GAP;
        for (int i = 0; i < cells.size(); i++) {
            ink.to(at).put(flat(cells.get(i)), head ? Ink.DIM : Ink.PLAIN);
            at += widths.get(i) + GAP;
        }
        return ink;
    }

    /** A row that is too wide for the terminal: each cell on lines of its own. */
    private static void block(List<String> names, List<String> cells, int columns, List<Ink> rows) {
        boolean first = true;
        for (int i = 0; i < names.size(); i++) {
            if (cells.get(i).isEmpty()) {
                continue;
            }
            String mark = first ? " - " : "   ";
            first = false;
            List<String> parts = Ink.wrapped(names.get(i) + ": " + flat(cells.get(i)), columns - 5);
            for (int part = 0; part < parts.size(); part++) {
                rows.add(new Ink().put((part == 0 ? mark : "     ") + parts.get(part)));
            }
        }
    }

    private static String flat(String text) {
        return text.replace('\n', ' ').replace('\t', ' ');
    }
}
