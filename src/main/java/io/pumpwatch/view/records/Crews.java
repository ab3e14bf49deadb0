package io.pumpwatch.view.records;

import io.pumpwatch.view.records.Spans.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who was signed on and when. Pure. */
final class Crews {
    private static final List<String> KINDS = List.of("duty.signed-on", "duty.signed-off", "duty.person-left");

    private Crews() {}

    /** One stay: {@code span} ends at the end asked for where it lasts. */
    record Stay(String person, Span span, boolean ended) {}

    /** Signing on and off, in order. */
    static List<Line> lines(Books books) {
        List<Line> lines = new ArrayList<>();
        KINDS.forEach(kind -> lines.addAll(books.of(kind)));
        lines.sort(Line.ORDER);
        return lines;
    }

    /** Stays that touch a stretch of wall time, in order of their begin. */
    static List<Stay> stays(Books books, long fromMs, long toMs) {
        Map<String, Long> on = new HashMap<>();
        List<Stay> stays = new ArrayList<>();
        for (Line line : lines(books)) {
            String person = line.text("person");
            if (line.kind().equals("duty.signed-on")) {
                on.putIfAbsent(person, line.utcMs());
            } else {
                Long since = on.remove(person);
                if (since != null) {
                    stays.add(new Stay(person, new Span(since, line.utcMs()), true));
                }
            }
        }
        on.forEach((person, since) -> stays.add(new Stay(person, new Span(since, Math.max(since, toMs)), false)));
        return stays.stream()
                .filter(stay -> stay.span().fromMs() < toMs && stay.span().toMs() > fromMs)
                .sorted(Comparator.comparingLong((Stay stay) -> stay.span().fromMs())
                        .thenComparing(Stay::person))
                .toList();
    }

    /** Time in which at least one person was signed on. */
    static long mannedMs(Books books, long fromMs, long toMs) {
        List<Span> spans = stays(books, fromMs, toMs).stream().map(Stay::span).toList();
        return Spans.covered(spans, fromMs, toMs);
    }
}
