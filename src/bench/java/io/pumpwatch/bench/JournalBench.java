package io.pumpwatch.bench;

import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.journal.StateText;
import io.pumpwatch.journal.Verify;
import io.pumpwatch.journal.VerifyResult;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A year's journal: appending, size, single durable entries, verifying, opening.
 *
 * <p>{@code java -cp <classes and libraries> io.pumpwatch.bench.JournalBench [new folder [entries]]}
 */
public final class JournalBench {
    private static final long YEAR_MS = 365L * 86_400_000;
    private static final long BEGIN = 1_767_225_600_000L; // 2026-01-01
    private static final String[] KINDS = {
        "alarm.moved", "reading.excursion", "pump.started", "command.refused", "round.item-done"
    };
    private static final String[] TEXTS = {
        "outlet pressure above the rule bound", "乳化液泵出口压力高", "returned through the deadband"
    };

    private JournalBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0
                ? Path.of(args[0])
                : Files.createTempDirectory("journal-bench").resolve("journal");
        int entries = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        Supplier<StateText> state = () -> new StateText(1, "{\"text\":\"" + "s".repeat(20_000) + "\"}");
        Random random = new Random(42);
        long[] bodies = new long[entries];
        long begun = System.nanoTime();
        try (Keeper keeper = Keeper.start(Journal.open(folder, JournalSettings.STANDARD))) {
            int n = 0;
            while (n < entries) {
                List<Draft> group = new ArrayList<>();
                Stamp now = stamp(n, entries);
                for (int k = 1 + random.nextInt(3); k > 0 && n < entries; k--) {
                    Draft draft = draft(random, n, now);
                    bodies[n++] = draft.body().getBytes(StandardCharsets.UTF_8).length;
                    group.add(draft);
                }
                while (keeper.pending() > 10_000) {
                    Thread.onSpinWait();
                }
                keeper.offer(now, group, state);
                if (keeper.snapshotDue()) {
                    keeper.snapshot(now, state);
                }
            }
        }
        print("append %,d entries in groups: %.1f s", entries, seconds(begun));
        Arrays.sort(bodies);
        print("median body %d bytes", bodies[entries / 2]);
        singles(folder, entries, state);
        long from = System.nanoTime();
        VerifyResult result = Verify.folder(folder, () -> false);
        print("verify %,d entries: %.2f s, ok %s", result.entries(), seconds(from), result.ok());
        open(folder);
        reading(folder);
    }

    private static void singles(Path folder, int entries, Supplier<StateText> state) throws IOException {
        Random random = new Random(43);
        try (Keeper keeper = Keeper.lockStep(Journal.open(folder, JournalSettings.STANDARD))) {
            print("size: %.1f bytes an entry", keeper.journal().bytes() / (double) entries);
            long[] took = new long[2_000];
            long written = written();
            for (int i = 0; i < took.length; i++) {
                Stamp now = stamp(entries, entries);
                long begun = System.nanoTime();
                keeper.offer(now, List.of(draft(random, i, now)), state);
                took[i] = System.nanoTime() - begun;
            }
            written = written() - written;
            Arrays.sort(took);
            print(
                    "single durable entry: p50 %.3f ms, p99 %.3f ms, %,d bytes written (/proc/self/io)",
                    took[took.length / 2] / 1e6, took[took.length * 99 / 100] / 1e6, written / took.length);
        }
    }

    private static void open(Path folder) {
        long begun = System.nanoTime();
        try (Journal journal = Journal.open(folder, JournalSettings.STANDARD)) {
            EntryId base = journal.base(1).map(Journal.Base::at).orElse(EntryId.NONE);
            long[] folded = new long[1];
            journal.replay(base, entry -> folded[0]++);
            print("open, newest snapshot, fold of %,d entries behind it: %.3f s", folded[0], seconds(begun));
        }
    }

    private static void reading(Path folder) {
        try (Journal journal = Journal.openReadOnly(folder)) {
            long begun = System.nanoTime();
            long[] count = new long[1];
            journal.replay(EntryId.NONE, entry -> count[0]++);
            print("read all %,d entries in order: %.2f s", count[0], seconds(begun));
            Random random = new Random(44);
            begun = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                count[0] += journal.read(
                                new EntryId(
                                        1, random.nextInt((int) journal.last().seq())),
                                1)
                        .size();
            }
            print("one entry anywhere: %.3f ms", seconds(begun));
        }
    }

    private static Stamp stamp(int n, int of) {
        long ms = (long) (YEAR_MS * (n / (double) of));
        return new Stamp(1 + n / 50_000, BEGIN + ms, ms, ClockTrust.NTP);
    }

    private static Draft draft(Random random, int n, Stamp stamp) {
        StringBuilder body = new StringBuilder("{\"point\":\"PT-")
                .append(100 + random.nextInt(20))
                .append(".HH\",\"value\":")
                .append(random.nextInt(60_000) / 1000.0);
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            body.append(",\"text")
                    .append(i)
                    .append("\":\"")
                    .append(TEXTS[random.nextInt(3)])
                    .append('"');
        }
        body.append(",\"n\":").append(n).append('}');
        return new Draft(KINDS[random.nextInt(KINDS.length)], 1, body.toString(), stamp);
    }

    private static long written() throws IOException {
        Path io = Path.of("/proc/self/io");
        if (!Files.exists(io)) {
            return 0;
        }
        return Files.readAllLines(io).stream()
                .filter(line -> line.startsWith("write_bytes:"))
                .mapToLong(line -> Long.parseLong(line.substring(12).trim()))
                .sum();
    }

    private static double seconds(long sinceNs) {
        return (System.nanoTime() - sinceNs) / 1e9;
    }

    private static void print(String format, Object... args) {
        System.out.println("BENCH journal " + String.format(java.util.Locale.ROOT, format, args));
    }
}
