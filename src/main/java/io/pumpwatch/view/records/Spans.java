package io.pumpwatch.view.records;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of wall time. */
final class Spans {
    private Spans() {}

    /** From a moment to behind another. */
    record Span(long fromMs, long toMs) {
        long within(long from, long to) {
            return Math.max(0, Math.min(toMs, to) - Math.max(fromMs, from));
        }
    }

    /** Milliseconds between two entries: by uptime within one boot, else by wall time; never less than 0. */
    static long between(Stamp from, Stamp to) {
        Now then = new Now(to.utcMs(), to.uptimeMs(), to.trust());
        return Math.max(0, from.elapsedMs(to.boot(), then));
    }

    /** How much of a stretch these cover together; where two overlap it counts once. */
    static long covered(List<Span> spans, long fromMs, long toMs) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(Span::fromMs));
        long sum = 0;
        long done = fromMs;
        for (Span span : sorted) {
            long from = Math.max(done, span.fromMs());
            long to = Math.min(toMs, span.toMs());
            if (to > from) {
                sum += to - from;
                done = to;
            }
        }
        return sum;
    }

    /** Whether a moment lies in one of them. */
    static boolean hold(List<Span> spans, long utcMs) {
        return spans.stream().anyMatch(span -> utcMs >= span.fromMs() && utcMs < span.toMs());
    }

    /** What lies in a span of the one list and in a span of the other. */
    static List<Span> common(List<Span> some, List<Span> others) {
        List<Span> both = new ArrayList<>();
        for (Span one : some) {
            for (Span other : others) {
                long from = Math.max(one.fromMs(), other.fromMs());
                long to = Math.min(one.toMs(), other.toMs());
                if (to > from) {
                    both.add(new Span(from, to));
                }
            }
        }
        return both;
    }
}
