package io.pumpwatch.view.records;

import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alarms from raise to acknowledgement and return; lives within one fold. */
public final class AlarmBook {
    private final List<Raise> raises = new ArrayList<>();
    private final Map<String, Raise> open = new HashMap<>();

    /** One raise of an alarm point. */
    public static final class Raise {
        public final String point;
        public final String priority;
        public final Stamp at;
        private final @Nullable Number reading;
        private final String unit;
        public final long seq;
        /** Whether it counts in the load figures: neither shelved nor suppressed nor a drill. */
        public final boolean counted;
        /** Milliseconds to the acknowledgement; -1 while there is none. */
        public long responseMs = -1;

        public String by = "";
        /** Wall time of the return to normal; -1 while it lasts. */
        public long endUtcMs = -1;

        Raise(Line line) {
            point = line.text("id");
            priority = line.text("priority");
            at = line.at();
            seq = line.seq();
            counted = line.flag("counted");
            reading = line.body().get("value") instanceof Number number ? number : null;
            unit = line.text("unit");
        }

        /** The reading that raised it, with its unit; empty where there was none. In words only when it's asked for. */
        public String value() {
            return reading == null ? "" : Cells.number(reading.doubleValue()) + " " + unit;
        }

        /** Wall time of the end, or {@code otherwise} while it lasts. */
        public long endMs(long otherwise) {
            return endUtcMs < 0 ? otherwise : endUtcMs;
        }
    }

    void take(Line line) {
        String point = line.text("id");
        String to = line.text("to");
        Raise known = open.get(point);
        if (to.equals("UNACKED")) {
            if (known != null && known.endUtcMs < 0) {
                // Asked again while it lasts: the same alarm.
                return;
            }
            Raise raise = new Raise(line);
            raises.add(raise);
            open.put(point, raise);
            return;
        }
        if (known == null) {
            return;
        }
        if (line.text("on").equals("ACKNOWLEDGE") && known.responseMs < 0) {
            known.responseMs = Spans.between(known.at, line.at());
            known.by = line.text("by");
        }
        if (to.equals("NORMAL") || to.startsWith("RTN") || to.startsWith("LATCHED")) {
            known.endUtcMs = known.endUtcMs < 0 ? line.utcMs() : known.endUtcMs;
        }
        if (to.equals("NORMAL")) {
            open.remove(point);
        }
    }

    /** Raises within a span of wall time, oldest first. */
    public List<Raise> raises(long fromMs, long toMs) {
        return raises.stream()
                .filter(raise -> raise.at.utcMs() >= fromMs && raise.at.utcMs() < toMs)
                .toList();
    }

    /** Raises of some points that touch a span of wall time. */
    List<Raise> touching(java.util.function.Predicate<String> points, long fromMs, long toMs) {
        return raises.stream()
                .filter(raise -> points.test(raise.point))
                .filter(raise -> raise.at.utcMs() < toMs && raise.endMs(toMs) > fromMs)
                .toList();
    }
}
