package io.pumpwatch.app.demo;

import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.journal.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain lines of a week's journal, read as text: no fold and no codec of the agent's. */
final class WeekLines {
    private static final Pattern UTC = Pattern.compile("\"utc\":\"([^\"]+)\"");

    private final List<String> lines = new ArrayList<>();

    WeekLines(Path data) {
        try (Journal journal = Journal.openReadOnly(data.resolve(RunningAgent.JOURNAL))) {
            journal.replay(journal.before(), entry -> lines.add(entry.line()));
        }
    }

    private static long utcMs(String line) {
        Matcher found = UTC.matcher(line);
        if (!found.find()) {
            throw new IllegalStateException("no time: " + line);
        }
        return Instant.parse(found.group(1)).toEpochMilli();
    }

    private static String text(String line, String field) {
        Matcher found = Pattern.compile("\"" + field + "\":\"?([^\",}]*)").matcher(line);
        return found.find() ? found.group(1) : "";
    }

    long firstMs() {
        return utcMs(lines.get(0));
    }

    long lastMs() {
        return utcMs(lines.get(lines.size() - 1));
    }

    /** Lines of a kind that hold a text. */
    List<String> of(String kind, String text) {
        return lines.stream()
                .filter(line -> line.contains("\"kind\":\"" + kind + "\"") && line.contains(text))
                .toList();
    }

    /** Alarms that became unacknowledged; one that asks again while it lasts is the same. */
    int raised(long fromMs, long toMs) {
        return (int) of("alarm.moved", "\"to\":\"UNACKED\"").stream()
                .filter(line -> utcMs(line) >= fromMs && utcMs(line) < toMs)
                .filter(line -> !line.contains("\"from\":\"ACKED\""))
                .count();
    }

    double sum(String kind, String text, String field) {
        return of(kind, text).stream()
                .mapToDouble(line -> Double.parseDouble(text(line, field)))
                .sum();
    }

    /** From when somebody was told to give no answer until the answer came, or they went. */
    List<WeekLedger.Stay> silences(long endMs) {
        List<WeekLedger.Stay> silences = new ArrayList<>();
        for (String line : of("duty.presence-missed", "")) {
            String person = text(line, "person");
            long untilMs = lines.subList(lines.indexOf(line), lines.size()).stream()
                    .filter(each -> each.contains("\"kind\":\"duty.presence-answered\"")
                            || each.contains("\"kind\":\"duty.signed-off\""))
                    .filter(each -> text(each, "person").equals(person))
                    .mapToLong(WeekLines::utcMs)
                    .findFirst()
                    .orElse(endMs);
            silences.add(new WeekLedger.Stay(person, utcMs(line), untilMs));
        }
        return silences;
    }

    /** Time in which at least one of these pumps ran. */
    long runMs(List<String> pumps, long endMs) {
        TreeMap<Long, Integer> steps = new TreeMap<>();
        for (String line : lines) {
            boolean started = line.contains("\"kind\":\"interlock.pump-started\"");
            boolean stopped = line.contains("\"kind\":\"interlock.pump-stopped\"");
            if ((started || stopped) && pumps.contains(text(line, "pump"))) {
                steps.merge(utcMs(line), started ? 1 : -1, Integer::sum);
            }
        }
        steps.merge(endMs, 0, Integer::sum);
        long sum = 0;
        long sinceMs = 0;
        int running = 0;
        for (var step : steps.entrySet()) {
            sum += running > 0 ? step.getKey() - sinceMs : 0;
            running += step.getValue();
            sinceMs = step.getKey();
        }
        return sum;
    }
}
