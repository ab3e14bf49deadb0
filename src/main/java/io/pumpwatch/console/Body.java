package io.pumpwatch.console;

import java.util.List;
import java.util.function.IntFunction;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What stands between the head and the foot, screen by screen. Pure. */
final class Body {
    private Body() {}

    /** At most {@code room} lines of at most {@code columns} columns. */
    static List<AttributedString> of(Model model, Say say, int columns, int room) {
        return switch (model.place().screen()) {
            case OVERVIEW -> new OverviewBody(model, say, columns).lines(room);
            case ALARMS -> new AlarmsBody(model, say, columns).lines(room);
            case ROUND -> new SheetBody(model, say, columns).lines(room);
            case SHEETS -> ListBodies.sheets(model, say, columns, room);
            case JOBS -> ListBodies.jobs(model, say, columns, room);
            case JOB -> ListBodies.job(model, say, columns, room);
            case HANDOVER -> HandoverBody.lines(model, say, columns, room);
            case DEFECTS -> ListBodies.defects(model, say, columns, room);
            case SHIFT -> ShiftBody.lines(model, say, columns);
            case LOG -> ListBodies.log(model, say, columns, room);
            case RECORDS -> RecordBodies.list(model, say, columns, room);
            case RECORD -> RecordBodies.one(model, say, columns, room);
            case HELP -> HelpBody.lines(say, columns);
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

    private static AttributedString chosen(AttributedString line, int columns) {
        String text = line.toString();
        String marked = text.startsWith(" ") ? ">" + text.substring(1) : text;
        AttributedStringBuilder out = new AttributedStringBuilder();
        out.style(Ink.CHOSEN).append(marked);
        out.append(" ".repeat(Math.max(0, columns - out.columnLength())));
        return out.toAttributedString();
    }
}
