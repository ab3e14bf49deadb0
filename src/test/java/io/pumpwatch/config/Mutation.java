package io.pumpwatch.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Changes a station file by chance, mostly so that it is still TOML. */
final class Mutation {
    private static final List<String> VALUES = List.of(
            "0",
            "-1",
            "1e308",
            "nan",
            "inf",
            "\"\"",
            "\"x\"",
            "[]",
            "[1]",
            "[[1, 2], 3]",
            "{}",
            "{ en = 3 }",
            "true",
            "2026-11-23",
            "\"15 s\"",
            "\"999999999 d\"",
            "\"PT-101\"",
            "\"P-101\"",
            "[\"P-101\", 7]",
            "\"gpio/4\"",
            "9223372036854775807",
            "\"\\u0000\"",
            "12:30:00");

    private Mutation() {}

    /** One to four changes. */
    static String of(String text, Random random) {
        List<String> lines = text.lines().collect(Collectors.toCollection(ArrayList::new));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(lines, random);
        }
        return String.join("\n", lines);
    }

    private static void change(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int equals = line.indexOf('=');
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(at, lines.get(random.nextInt(lines.size())));
            case 3 -> {
                if (!line.isEmpty()) {
                    int place = random.nextInt(line.length());
                    char other = (char) (32 + random.nextInt(95));
                    lines.set(at, line.substring(0, place) + other + line.substring(place + 1));
                }
            }
            default -> {
                if (equals > 0) {
                    lines.set(at, line.substring(0, equals + 1) + " " + VALUES.get(random.nextInt(VALUES.size())));
                }
            }
        }
    }
}
