package io.pumpwatch.journal;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Entries that tests keep. */
final class Samples {
    static final long NOVEMBER = Instant.parse("2026-11-23T15:36:00.123Z").toEpochMilli();

    /** Small limits, so that a test reaches them. */
    static final JournalSettings SMALL = new JournalSettings(1 << 20, 50, 1 << 20, 20, 50, 20, 100, 70);

    static final Supplier<StateText> STATE = () -> new StateText(3, "{\"alarms\":7}");

    private Samples() {}

    static Stamp stamp(long uptimeMs) {
        return new Stamp(1, NOVEMBER + uptimeMs, uptimeMs, ClockTrust.NTP);
    }

    static Draft draft(int n) {
        return new Draft("alarm.moved", 1, "{\"n\":" + n + "}", stamp(n));
    }

    static List<Draft> drafts(int from, int to) {
        List<Draft> drafts = new ArrayList<>();
        for (int n = from; n <= to; n++) {
            drafts.add(draft(n));
        }
        return drafts;
    }

    /** Drafts as a station writes them: kinds mixed, bodies of 60 to 420 bytes with a median above 150. */
    static Draft mixed(Random random, int n) {
        String[] kinds = {"alarm.moved", "reading.excursion", "pump.started", "command.refused", "round.item-done"};
        String[] texts = {"outlet pressure above the rule bound", "乳化液泵出口压力高", "returned through the deadband"};
        StringBuilder body = new StringBuilder("{\"point\":\"PT-")
                .append(100 + random.nextInt(20))
                .append(".HH\",\"value\":")
                .append(random.nextInt(60000) / 1000.0);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            body.append(",\"text")
                    .append(i)
                    .append("\":\"")
                    .append(texts[random.nextInt(3)])
                    .append('"');
        }
        return new Draft(
                kinds[random.nextInt(5)], 1, body.append(",\"n\":" + n + "}").toString(), stamp(n * 1000L));
    }

    /** Keeps n mixed drafts, a few at a time. */
    static void keep(Keeper keeper, long seed, int n) {
        Random random = new Random(seed);
        for (int i = 0; i < n; ) {
            List<Draft> group = new ArrayList<>();
            for (int k = 1 + random.nextInt(3); k > 0 && i < n; k--) {
                group.add(mixed(random, i++));
            }
            keeper.offer(stamp(i), group, STATE);
        }
    }

    static List<Entry> all(Journal journal) {
        List<Entry> all = new ArrayList<>();
        journal.replay(EntryId.NONE, all::add);
        return all;
    }
}
