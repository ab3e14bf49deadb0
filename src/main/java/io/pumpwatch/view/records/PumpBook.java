package io.pumpwatch.view.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs of pumps; lives within one fold. */
public final class PumpBook {
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Run> running = new HashMap<>();

    /** One run, from the running contact's closing to its opening. */
    public static final class Run {
        public final String pump;
        public final Line start;
        /** Wall time of its end; -1 while it lasts. */
        public long endUtcMs = -1;
        /** Running time by uptime; -1 while it lasts. */
        public long ranMs = -1;

        public String why = "";
        public String reason = "";

        Run(Line start) {
            this.pump = start.text("pump");
            this.start = start;
        }

        /** Running time within a stretch of wall time. */
        public long within(long fromMs, long toMs) {
            long end = endUtcMs < 0 ? toMs : endUtcMs;
            long share = Math.max(0, Math.min(end, toMs) - Math.max(start.utcMs(), fromMs));
            boolean whole = endUtcMs >= 0 && start.utcMs() >= fromMs && endUtcMs <= toMs;
            return whole ? ranMs : share;
        }
    }

    void take(Line line) {
        String pump = line.text("pump");
        switch (line.kind()) {
            case "interlock.pump-started" -> {
                Run run = new Run(line);
                runs.add(run);
                running.put(pump, run);
            }
            case "interlock.pump-stopped" -> {
                Run run = running.remove(pump);
                if (run != null) {
                    run.endUtcMs = line.utcMs();
                    run.ranMs = line.whole("ranMs");
                    run.why = line.text("why");
                    run.reason = line.text("reason");
                }
            }
            default -> explained(pump, line);
        }
    }

    private void explained(String pump, Line line) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (runs.get(i).pump.equals(pump)) {
                runs.get(i).reason = line.text("reason");
                return;
            }
        }
    }

    /** Runs that touch a stretch of wall time, oldest first. */
    public List<Run> runs(long fromMs, long toMs) {
        return runs.stream()
                .filter(run -> run.start.utcMs() < toMs && (run.endUtcMs < 0 || run.endUtcMs > fromMs))
                .toList();
    }

    /** Running time of a pump within a stretch of wall time. */
    public long ranMs(String pump, long fromMs, long toMs) {
        return runs(fromMs, toMs).stream()
                .filter(run -> run.pump.equals(pump))
                .mapToLong(run -> run.within(fromMs, toMs))
                .sum();
    }
}
