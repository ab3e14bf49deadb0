package io.pumpwatch.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers rows into buckets of equal width, apart for each run of the clock. */
final class Buckets {
    private final long firstMs;
    private final long endMs;
    private final long widthMs;
    private final Map<Key, Sum> sums = new HashMap<>();
    private @Nullable Sum newest;

    private record Key(long run, long index) {}

    private static final class Sum {
        private final Source source;
        private final long fromMs;
        private double min = Double.NaN;
        private double max = Double.NaN;
        private double last = Double.NaN;
        private long lastAtMs = Long.MIN_VALUE;
        private int worst;
        private long count;

        private Sum(Source source, long fromMs) {
            this.source = source;
            this.fromMs = fromMs;
        }
    }

    /**
     * Where rows come from.
     *
     * @param quantum of their values
     */
    record Source(long run, long boot, long block, double quantum) {}

    Buckets(long firstMs, long endMs, long widthMs) {
        this.firstMs = firstMs;
        this.endMs = endMs;
        this.widthMs = widthMs;
    }

    /** Takes row {@code i} as what happened at that wall time; nothing outside the range. */
    void add(Source source, long utcMs, Rows rows, int i) {
        if (utcMs < firstMs || utcMs >= endMs) {
            return;
        }
        Sum sum = sum(source, utcMs);
        sum.worst = Math.max(sum.worst, rows.quality(i));
        if (rows.count(i) == 0) {
            return;
        }
        double low = rows.min(i) * source.quantum();
        double high = rows.max(i) * source.quantum();
        boolean none = sum.count == 0;
        sum.min = none ? low : Math.min(sum.min, low);
        sum.max = none ? high : Math.max(sum.max, high);
        sum.count += rows.count(i);
        if (utcMs >= sum.lastAtMs) {
            sum.lastAtMs = utcMs;
            sum.last = rows.last(i) * source.quantum();
        }
    }

    private Sum sum(Source source, long utcMs) {
        long index = (utcMs - firstMs) / widthMs;
        long fromMs = firstMs + index * widthMs;
        Sum before = newest;
        if (before != null && before.fromMs == fromMs && before.source.run() == source.run()) {
            return before;
        }
        Sum sum = sums.computeIfAbsent(new Key(source.run(), index), key -> new Sum(source, fromMs));
        newest = sum;
        return sum;
    }

    /** In order of time, then of run. */
    List<Bucket> toList() {
        List<Bucket> list = new ArrayList<>(sums.size());
        for (Sum sum : sums.values()) {
            Source source = sum.source;
            list.add(new Bucket(
                    sum.fromMs,
                    sum.fromMs + widthMs,
                    sum.min,
                    sum.max,
                    sum.last,
                    Codes.quality(sum.worst),
                    sum.count,
                    source.run(),
                    source.boot(),
                    source.block()));
        }
        list.sort(Comparator.comparingLong(Bucket::fromMs).thenComparingLong(Bucket::run));
        return list;
    }
}
