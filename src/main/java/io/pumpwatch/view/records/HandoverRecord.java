package io.pumpwatch.view.records;

import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.view.SheetLine;
import io.pumpwatch.view.records.Report.Section;
import io.pumpwatch.view.records.Spans.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Handovers with their sheets, counts and signatures (交接班记录). Pure. */
final class HandoverRecord {
    /** Steps of a handover, as kinds of entries. */
    static final List<String> STEPS = List.of(
            "duty.handover-drafted",
            "duty.handover-remarked",
            "duty.handover-signed",
            "duty.handover-objected",
            "duty.handover-refused",
            "duty.handover-amended",
            "duty.amendments-seen",
            "duty.handover-accepted",
            "duty.handover-countersigned",
            "duty.leaving-allowed");

    private HandoverRecord() {}

    /** What people did about handovers within a stretch of wall time, in the order in which they did it. */
    static List<Line> steps(Books books, long fromMs, long toMs) {
        return inOrder(kind -> books.of(kind, fromMs, toMs));
    }

    private static List<Line> inOrder(Function<String, List<Line>> ofKind) {
        return STEPS.stream()
                .flatMap(kind -> ofKind.apply(kind).stream())
                .sorted(Line.ORDER)
                .toList();
    }

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        List<Section> all = new ArrayList<>();
        List<Line> told = inOrder(books::of);
        List<Span> times = asked.scope().times(books, asked);
        for (Line accepted : books.of("duty.handover-accepted", asked.fromMs(), asked.toMs())) {
            if (!Spans.hold(times, accepted.utcMs())) {
                continue;
            }
            all.addAll(sheet(books, asked, cells, accepted));
            long number = accepted.whole("handover");
            Cells.Rows steps = cells.rows("handovers", "time", "what", "who", "words", "entry");
            told.stream()
                    .filter(line -> line.whole("handover") == number)
                    .forEach(line -> Deeds.row(steps, cells, books, line));
            all.add(steps.done());
        }
        return all;
    }

    /** The sheet of an accepted handover as it was signed, and its tools. */
    static List<Section> sheet(Books books, Asked asked, Cells cells, Line accepted) {
        long number = accepted.whole("handover");
        String name = cells.say("handover.title", "number", Long.toString(number));
        Cells.Rows items = cells.rows("sheet", "kind", "subject", "what");
        Line drafted = lastDraft(books, number, accepted);
        for (Line part : books.of("duty.handover-items")) {
            if (part.whole("handover") == number
                    && drafted != null
                    && part.seq() > drafted.seq()
                    && part.seq() < accepted.seq()) {
                part.objects("items").forEach(each -> item(items, asked, cells, each));
            }
        }
        Section sheet = items.done().of(name);
        Cells.Rows tools = cells.rows("tools", "tool", "listed", "counted", "words");
        SortedMap<String, Map<?, ?>> counted = new TreeMap<>();
        for (Line line : books.of("duty.tools-counted")) {
            if (line.whole("handover") == number) {
                line.objects("counts").forEach(each -> counted.put(String.valueOf(each.get("tool")), each));
            }
        }
        counted.forEach((tool, each) ->
                tools.row(cells.named().tool(tool), text(each, "listed"), text(each, "counted"), text(each, "remark")));
        return List.of(sheet, tools.done());
    }

    private static @Nullable Line lastDraft(Books books, long number, Line accepted) {
        Line last = null;
        for (Line line : books.of("duty.handover-drafted")) {
            if (line.whole("handover") == number && line.seq() < accepted.seq()) {
                last = line;
            }
        }
        return last;
    }

    private static void item(Cells.Rows rows, Asked asked, Cells cells, Map<?, ?> each) {
        SortedMap<String, String> facts = new TreeMap<>();
        if (each.get("facts") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
        }
        HandoverItem.Kind kind;
        try {
            kind = HandoverItem.Kind.valueOf(String.valueOf(each.get("kind")));
        } catch (IllegalArgumentException ofAnotherVersion) {
            rows.row(String.valueOf(each.get("kind")), text(each, "subject"), facts.toString());
            return;
        }
        HandoverItem item = new HandoverItem(kind, text(each, "subject"), facts);
        rows.row(
                SheetLine.kind(item, asked.lang()),
                (SheetLine.subject(item, cells.named()) + " " + SheetLine.name(item, cells.named())).strip(),
                SheetLine.text(item, cells.named()));
    }

    private static String text(Map<?, ?> object, String name) {
        Object value = object.get(name);
        return value == null ? "" : String.valueOf(value);
    }
}
