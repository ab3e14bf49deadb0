package io.pumpwatch.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What stands between the head and the foot, screen by screen. Pure. */
final class Body {
    /** So many lines has the text of the chosen row. */
    private static final int WHOLE_MAX = 4;

    private Body() {}

    /** At most {@code room} lines of at most {@code columns} columns. */
    static List<AttributedString> of(Model model, Say say, int columns, int room) {
        return switch (model.place().screen()) {
            case OVERVIEW -> new OverviewBody(model, say, columns).lines(room);
            case ALARMS, POINTS -> new AlarmsBody(model, say, columns).lines(room);
            case ROUND -> new SheetBody(model, say, columns).lines(room);
            case SHEETS -> ListBodies.sheets(model, say, columns, room);
            case JOBS -> ListBodies.jobs(model, say, columns, room);
            case JOB -> ListBodies.job(model, say, columns, room);
            case HANDOVER -> HandoverBody.lines(model, say, columns, room);
            case DEFECTS -> ListBodies.defects(model, say, columns, room);
            case SHIFT ->
                rolled(ShiftBody.lines(model, say, columns), model.place().row(), room, columns);
            case PEOPLE -> rows(PeopleBody.rows(model.data(), say), model, say, columns, room);
            case ROSTER -> CrewBodies.roster(model, say, columns, room);
            case MUSTER -> rows(CrewBodies.muster(model, say), model, say, columns, room);
            case VISITORS -> rows(CrewBodies.visitors(model.data(), say), model, say, columns, room);
            case LOG -> ListBodies.log(model, say, columns, room);
            case RECORDS -> RecordBodies.list(model, say, columns, room);
            case RECORD -> RecordBodies.one(model, say, columns, room);
            case HELP ->
                rolled(HelpBody.lines(model, say, columns), model.place().row(), room, columns);
        };
    }

    /**
     * The part of a list around its chosen row that fits.
     *
     * @param row draws a row; the chosen one is shown inverse and with a mark
     */
    static List<AttributedString> window(int count, int chosen, int room, IntFunction<Ink> row, int columns) {
        if (count == 0 || room <= 0) {
            return List.of();
        }
        int at = Math.min(chosen, count - 1);
        int top = Math.max(0, Math.min(at - room / 2, count - room));
        return java.util.stream.IntStream.range(top, Math.min(count, top + room))
                .mapToObj(i -> i == at
                        ? chosen(row.apply(i).line(columns - 1), columns)
                        : row.apply(i).line(columns))
                .toList();
    }

    /**
     * A list as {@link #window}; the whole text of the chosen row stands below where its row had to cut it.
     *
     * @param whole what a row is about, uncut
     */
    static List<AttributedString> list(
            int count, int chosen, int room, IntFunction<Ink> row, IntFunction<String> whole, int columns) {
        if (count == 0) {
            return List.of();
        }
        int at = Math.min(chosen, count - 1);
        String words = whole.apply(at);
        boolean cut = !row.apply(at).line(columns - 1).toString().contains(words);
        List<AttributedString> below = cut ? Ink.whole(words, Ink.PLAIN, columns, WHOLE_MAX) : List.of();
        List<AttributedString> lines =
                new ArrayList<>(window(count, chosen, Math.max(1, room - below.size()), row, columns));
        lines.addAll(below);
        return lines;
    }

    /** Lines that are no list: the part around the chosen one where they are more than fit. */
    private static List<AttributedString> rolled(List<AttributedString> lines, int at, int room, int columns) {
        if (lines.size() <= room) {
            return lines;
        }
        int chosen = Math.min(at, lines.size() - 1);
        int top = Math.max(0, Math.min(chosen - room / 2, lines.size() - room));
        List<AttributedString> part = new ArrayList<>(lines.subList(top, top + Math.max(0, room)));
        if (!part.isEmpty()) {
            part.set(chosen - top, chosen(part.get(chosen - top), columns));
        }
        return part;
    }

    /** Rows that were laid out before; the whole of the chosen one stands below where the terminal cuts it. */
    private static List<AttributedString> rows(List<Ink> rows, Model model, Say say, int columns, int room) {
        return rows.isEmpty()
                ? List.of(ListBodies.nothing(say, columns))
                : list(
                        rows.size(),
                        model.place().row(),
                        room,
                        rows::get,
                        i -> rows.get(i).text().strip(),
                        columns);
    }

    private static AttributedString chosen(AttributedString line, int columns) {
        String text = line.toString();
        String marked = text.startsWith(" ") ? ">" + text.substring(1) : text;
        AttributedStringBuilder out = new AttributedStringBuilder();
        out.style(Ink.CHOSEN).append(marked);
        out.append(" ".repeat(Math.max(0, columns - out.columnLength())));
        return out.toAttributedString();
    }
}
