package io.pumpwatch.console;

import io.pumpwatch.api.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;

/** Reports of a month: which there are, and one of them as lines. Pure. */
final class RecordBodies {
    /** As the API names them. */
    static final List<String> KINDS =
            List.of("shift", "day", "handover", "attendance", "rules", "summary", "trip", "capacity", "events");

    /** Between two columns of a table. */
    private static final int GAP = 2;

    private RecordBodies() {}

    /** The month that is chosen, in the station's own calendar: 2026-11. */
    static String month(Model model) {
        return new Say(model).month(model.place().paper().back());
    }

    static List<AttributedString> list(Model model, Say say, int columns, int room) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new Ink()
                .put(" " + say.word("console.records.month", Map.of("month", month(model))))
                .line(columns));
        lines.add(AttributedString.EMPTY);
        lines.addAll(Body.window(
                KINDS.size(),
                model.place().row(),
                Math.max(1, room - 4),
                i -> new Ink().put("   " + say.word("rep.title." + KINDS.get(i))),
                columns));
        lines.add(AttributedString.EMPTY);
        lines.add(new Ink().put(" " + say.word("console.records.file"), Ink.DIM).line(columns));
        return lines;
    }

    static int count(Model model) {
        Records record = model.data().record();
        return record == null
                ? 0
                : rows(record, new Say(model), model.look().columns()).size();
    }

    static List<AttributedString> one(Model model, Say say, int columns, int room) {
        Records record = model.data().record();
        if (record == null) {
            return List.of(
                    new Ink().put(" " + say.word("console.waiting"), Ink.DIM).line(columns));
        }
        List<Ink> rows = rows(record, say, columns);
        return Body.window(rows.size(), model.place().row(), room, rows::get, columns);
    }

    private static List<Ink> rows(Records record, Say say, int columns) {
        List<Ink> rows = new ArrayList<>();
        rows.add(new Ink().put(" " + record.title(), Ink.BOLD));
        for (String about : record.about()) {
            wrapped(about, columns - 3).forEach(part -> rows.add(new Ink().put(" " + part, Ink.DIM)));
        }
        for (Records.Table table : record.tables()) {
            rows.add(new Ink());
            rows.add(new Ink().put(" " + table.title(), Ink.BOLD));
            if (table.rows().isEmpty()) {
                rows.add(new Ink().put("   " + say.word("console.nothing"), Ink.DIM));
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
            List<String> parts = wrapped(names.get(i) + ": " + flat(cells.get(i)), columns - 5);
            for (int part = 0; part < parts.size(); part++) {
                rows.add(new Ink().put((part == 0 ? mark : "     ") + parts.get(part)));
            }
        }
    }

    private static String flat(String text) {
        return text.replace('\n', ' ').replace('\t', ' ');
    }

    private static List<String> wrapped(String text, int columns) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (Ink.width(rest) > columns) {
            int end = 0;
            int space = 0;
            while (Ink.width(rest.substring(0, rest.offsetByCodePoints(end, 1))) <= columns) {
                end = rest.offsetByCodePoints(end, 1);
                space = rest.charAt(end - 1) == ' ' ? end : space;
            }
            int cut = space > 0 ? space : end;
            parts.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut);
        }
        parts.add(rest);
        return parts;
    }
}
