package io.pumpwatch.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Names of the history's files. A month is the one in which its blocks begin by wall time. */
final class Names {
    static final String SECONDS = "second-";
    static final String ROLLUPS = "rollup-";
    static final String RING = "ring-";
    private static final String SUFFIX = ".blk";

    private Names() {}

    static Path month(Path folder, String prefix, YearMonth month) {
        return folder.resolve(prefix + month + SUFFIX);
    }

    static Path ring(Path folder, long number) {
        return folder.resolve(String.format(java.util.Locale.ROOT, "%s%012d%s", RING, number, SUFFIX));
    }

    static YearMonth monthOf(long utcMs) {
        return YearMonth.from(Instant.ofEpochMilli(utcMs).atOffset(ZoneOffset.UTC));
    }

    /** Files with a prefix, in order of their names. */
    static List<Path> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(prefix) && name.endsWith(SUFFIX);
                    })
                    .sorted()
                    .toList();
        }
    }
}
