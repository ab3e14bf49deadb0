package io.pumpwatch.app.demo;

import io.pumpwatch.station.Tag;
import io.pumpwatch.stories.StoryInputs;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the plant of a simulated year does, by the calendar alone; counts how long an agent sees each pump run. */
final class YearWater {
    private static final int CYCLE = 480;
    private static final int RISING = 360;

    private final StoryInputs inputs;
    private final Map<String, Long> ranMs = new HashMap<>();
    private Set<String> running = Set.of();
    private Set<String> seen = Set.of();

    YearWater(StoryInputs inputs) {
        this.inputs = inputs;
    }

    /** Hours for which a pump ran. */
    double ranHours(String pump) {
        return ranMs.getOrDefault(pump, 0L) / 3_600_000.0;
    }

    /** Somebody looks, so long after the last look: what ran then counts until now. */
    void seen(long sinceMs) {
        seen.forEach(pump -> ranMs.merge(pump, sinceMs, Long::sum));
        seen = running;
    }

    /** Whether it pours: three hours every tenth day. */
    static boolean pours(LocalDate date, int minute) {
        return date.toEpochDay() % 10 == 6 && minute >= 13 * 60 && minute < 16 * 60;
    }

    /** Sets what every channel reads in this minute of the day. */
    void at(LocalDate date, int minute) {
        long day = date.toEpochDay();
        running = new TreeSet<>(Set.of("P-201"));
        String today = day % 2 == 0 ? "P-101" : "P-102";
        String before = day % 2 == 0 ? "P-102" : "P-101";
        // They change over at ten; both run for three minutes.
        running.add(minute < 603 ? before : today);
        if (minute >= 600) {
            running.add(today);
        }
        boolean rain = pours(date, minute);
        int of = minute % CYCLE;
        if (of >= RISING || rain) {
            running.add("P-30" + (1 + day % 3));
        }
        double level = of < RISING ? 1.5 + of / (double) RISING : 2.5 - (of - RISING) / (double) (CYCLE - RISING);
        if (day % 9 == 5) {
            // From eleven on the water comes and goes, above high where it was high before.
            level += 1.8 * Math.max(0, 1 - Math.abs(minute - 12 * 60) / 60.0);
        }
        boolean lost = day % 28 == 8 && minute >= 14 * 60 && minute < 14 * 60 + 6;
        put("PT-101", emulsion(day, minute), "MPa");
        put("PT-201", lost ? 3.5 : 5, "MPa");
        put("LT-102", day % 19 == 7 && minute >= 990 && minute < 1050 ? 28 : 70, "%");
        put("LT-301", level, "m");
        put("LT-302", level, "m");
        put("FT-301", running.stream().anyMatch(each -> each.startsWith("P-30")) ? 180 : 0, "m3/h");
        put("RT-601", rain ? 40 : 0, "mm/h");
        for (String pump : Set.of("P-101", "P-102", "P-201", "P-301", "P-302", "P-303")) {
            boolean runs = running.contains(pump);
            inputs.put(new Tag("XS-" + pump.substring(2)), runs ? "closed" : "open");
        }
    }

    private static double emulsion(long day, int minute) {
        boolean afternoon = minute >= 15 * 60 && minute < 15 * 60 + 6;
        if (afternoon && day % 23 == 9) {
            return 34.5;
        }
        return afternoon && day % 31 == 11 ? 29 : 32;
    }

    private void put(String tag, double value, String unit) {
        inputs.put(new Tag(tag), value + " " + unit);
    }
}
