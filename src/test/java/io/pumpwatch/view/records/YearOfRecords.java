package io.pumpwatch.view.records;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A year of entries drawn by seed, with counts taken while they are written, apart from every fold. */
final class YearOfRecords {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int YEAR = 2026;

    final List<Line> lines = new ArrayList<>();
    final Map<String, Integer> alarms = new HashMap<>();
    final Map<String, Long> ranMs = new HashMap<>();
    int acknowledged;
    int handovers;
    int missed;
    int found;
    int closed;
    private long seq;

    YearOfRecords(long seed, int alarmsADay) {
        Random dice = new Random(seed);
        LocalDate first = LocalDate.of(YEAR, 1, 1);
        // The evening before: the first change of crews of the year is within the records.
        add(ms(first, -6 * 60), "agent.started", Map.of("version", "1", "boot", 1));
        add(ms(first, -6 * 60), "duty.signed-on", Map.of("person", "op-1", "work", ""));
        for (LocalDate day = first; day.getYear() == YEAR; day = day.plusDays(1)) {
            day(day, dice, alarmsADay);
        }
    }

    private static long ms(LocalDate day, int minutes) {
        return day.atStartOfDay(ZONE).toInstant().toEpochMilli() + minutes * 60_000L;
    }

    /** Everything of a day in the order of its time. */
    private void day(LocalDate day, Random dice, int alarmsADay) {
        boolean nobody = dice.nextInt(20) == 0;
        if (nobody) {
            missed++;
        } else {
            handovers++;
            add(ms(day, 5), "duty.handover-accepted", Map.of("handover", seq, "by", "op-1"));
        }
        for (int i = 0; i < alarmsADay; i++) {
            String priority =
                    List.of("LOW", "LOW", "MEDIUM", "HIGH", "CRITICAL").get(dice.nextInt(5));
            alarm(ms(day, 60) + i * 100_000L, priority, dice.nextBoolean());
        }
        String pump = "P-10" + (1 + dice.nextInt(2));
        long ran = 60_000L * (30 + dice.nextInt(200));
        add(ms(day, 1_000), "interlock.pump-started", Map.of("pump", pump));
        add(ms(day, 1_000) + ran, "interlock.pump-stopped", Map.of("pump", pump, "ranMs", ran, "why", "announced"));
        ranMs.merge(pump, ran, Long::sum);
        if (dice.nextInt(7) == 0) {
            found++;
            Map<String, Object> words =
                    Map.of("defect", found, "equipment", "=P-101", "words", "@SUM(A1)", "by", "op-1");
            add(ms(day, 1_300), "rounds.defect-found", words);
            if (dice.nextBoolean()) {
                closed++;
                add(ms(day, 1_310), "rounds.defect-closed", Map.of("defect", found, "words", "done", "by", "fit-1"));
            }
        }
        for (String change : List.of("480", "960")) {
            handovers++;
            add(ms(day, Integer.parseInt(change)), "duty.handover-accepted", Map.of("handover", seq, "by", "op-2"));
        }
    }

    private void alarm(long atMs, String priority, boolean answered) {
        alarms.merge(priority, 1, Integer::sum);
        moved(atMs, priority, "UNACKED", "RAISE");
        if (answered) {
            acknowledged++;
            moved(atMs + 20_000, priority, "ACKED", "ACKNOWLEDGE");
            moved(atMs + 40_000, priority, "NORMAL", "RETURN");
        } else {
            moved(atMs + 40_000, priority, "RTN_UNACKED", "RETURN");
            moved(atMs + 50_000, priority, "NORMAL", "RESET");
        }
    }

    private void moved(long atMs, String priority, String to, String on) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", "LT-301." + priority.charAt(0));
        body.put("to", to);
        body.put("on", on);
        body.put("priority", priority);
        body.put("counted", true);
        body.put("by", "op-1");
        add(atMs, "alarm.moved", body);
    }

    private void add(long utcMs, String kind, Map<String, Object> body) {
        seq++;
        lines.add(new Line(1, seq, new Stamp(1, utcMs, utcMs - 1_700_000_000_000L, ClockTrust.NTP), kind, body));
    }

    Books books() {
        Books books = new Books();
        lines.forEach(books::take);
        books.finish(ms(LocalDate.of(YEAR + 1, 1, 1), 0));
        return books;
    }

    long endMs() {
        return ms(LocalDate.of(YEAR + 1, 1, 1), 0);
    }
}
