package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.api.Status;
import io.pumpwatch.api.Trend;
import io.pumpwatch.history.Bucket;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.Page.Asked;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/history}: trends without lost extremes, gaps as gaps. */
final class TrendPage {
    static final int POINTS_MAX = 4_000;
    private static final int POINTS_USUAL = 1_000;
    private static final long HOUR_MS = 3_600_000;
    private static final long RANGE_MAX_MS = 10L * 366 * 24 * HOUR_MS;

    private TrendPage() {}

    static Trend answer(Asked asked) throws RequestFault {
        StationView view = asked.view();
        String wanted = asked.first("tag");
        Status status = new StatusAnswer(view, asked.progress(), asked.version(), asked.lang()).status();
        Status.Instrument instrument = status.instruments().stream()
                .filter(each -> each.tag().equals(wanted))
                .findFirst()
                .orElse(null);
        if (instrument == null || wanted == null) {
            List<String> known =
                    status.instruments().stream().map(Status.Instrument::tag).toList();
            String nearest = wanted == null ? null : Nearest.of(wanted, known);
            String given = wanted == null ? "" : Fields.shown(wanted);
            throw new RequestFault(400, Refusal.of("history.tag", "tag", given), "tag", nearest);
        }
        long nowMs = view.now().utcMs();
        long toMs = time(asked, "to", nowMs);
        long fromMs = time(asked, "from", toMs - HOUR_MS);
        if (fromMs >= toMs || toMs - fromMs > RANGE_MAX_MS) {
            throw new RequestFault(400, Refusal.of("history.range"), "from", null);
        }
        int points = DataPages.whole(asked, "points", POINTS_USUAL, 2, POINTS_MAX);
        List<Bucket> buckets = asked.port().history(new Tag(wanted), fromMs, toMs, points);
        return trend(instrument, status, view, fromMs, toMs, buckets);
    }

    private static long time(Asked asked, String name, long usual) throws RequestFault {
        String text = asked.first(name);
        if (text == null) {
            return usual;
        }
        try {
            return text.matches("[0-9]{1,14}")
                    ? Long.parseLong(text)
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException notATime) {
            throw RequestFault.field(Refusal.of("field.wrong", "field", name, "form", "form.utc"), name);
        }
    }

    private static Trend trend(
            Status.Instrument instrument,
            Status status,
            StationView view,
            long fromMs,
            long toMs,
            List<Bucket> buckets) {
        List<Long> at = new ArrayList<>();
        List<@Nullable Double> min = new ArrayList<>();
        List<@Nullable Double> max = new ArrayList<>();
        List<@Nullable Double> last = new ArrayList<>();
        List<@Nullable Integer> quality = new ArrayList<>();
        long end = buckets.isEmpty() ? fromMs : buckets.get(0).fromMs();
        for (Bucket bucket : buckets) {
            if (bucket.fromMs() > end) {
                at.add(end);
                min.add(null);
                max.add(null);
                last.add(null);
                quality.add(null);
            }
            at.add(bucket.fromMs());
            min.add(Wire.number(bucket.min()));
            max.add(Wire.number(bucket.max()));
            last.add(Wire.number(bucket.last()));
            quality.add(code(bucket.worst()));
            end = Math.max(end, bucket.toMs());
        }
        List<Trend.Limit> limits = new ArrayList<>();
        view.plan().setpoints().forEach((point, setpoint) -> {
            if (point.tag().name().equals(instrument.tag()) && Double.isFinite(setpoint)) {
                limits.add(new Trend.Limit(point.toString(), setpoint, priority(view, point)));
            }
        });
        Status.Header header = status.headers().stream()
                .filter(each -> each.tag().equals(instrument.tag()))
                .findFirst()
                .orElse(null);
        return new Trend(
                instrument.tag(),
                instrument.what(),
                instrument.unit(),
                Wire.utc(fromMs),
                Wire.utc(toMs),
                at,
                min,
                max,
                last,
                quality,
                limits,
                header == null ? null : header.ruleLow(),
                header == null ? null : header.ruleHigh());
    }

    private static int code(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case BAD -> 2;
        };
    }

    /** A setpoint that no alarm point stands for is one of a trip. */
    private static String priority(StationView view, AlarmId point) {
        AlarmPlan known = view.plan().alarms().point(point);
        return known == null ? "trip" : Wire.word(known.priority());
    }
}
