package io.pumpwatch.console;

import io.pumpwatch.api.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;

/** Reports of a month: which there are, and one of them as lines. Pure. */
final class RecordBodies {
    private RecordBodies() {}

    /** The month that is chosen, in the station's own calendar: 2026-11. */
    static String month(Model model) {
        return new Say(model).month(model.place().paper().back());
    }

    /** The report that is read, or that is chosen from the list. */
    static Model.Paper paper(Model model) {
        Model.Paper paper = model.place().paper();
        String kind = Rows.chosen(model, Records.KINDS);
        return model.place().screen() == Screen.RECORD
                ? paper
                : paper.opened(kind == null ? Records.KINDS.get(0) : kind, month(model));
    }

    static List<AttributedString> list(Model model, Say say, int columns, int room) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new Ink()
                .put(" " + say.word("console.records.month", Map.of("month", month(model))))
                .line(columns));
        lines.add(AttributedString.EMPTY);
        lines.addAll(Body.window(
                Records.KINDS.size(),
                model.place().row(),
                Math.max(1, room - 4),
                i -> new Ink().put("   " + say.word("rep.title." + Records.KINDS.get(i))),
                columns));
        lines.add(AttributedString.EMPTY);
        lines.add(new Ink().put(" " + say.word("console.records.file"), Ink.DIM).line(columns));
        return lines;
    }

    static List<AttributedString> one(Model model, Say say, int columns, int room) {
        RecordLines record = model.data().record();
        String none = model.contact().barred() ? "console.banner.barred" : "console.waiting";
        return record == null
                ? List.of(new Ink().put(" " + say.word(none), Ink.DIM).line(columns))
                : Body.window(record.rows().size(), model.place().row(), room, record.rows()::get, columns);
    }
}
