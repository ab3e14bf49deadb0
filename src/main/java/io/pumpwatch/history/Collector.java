package io.pumpwatch.history;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes rows of readings: one for each second and channel, and one for each new sample. One batch long. */
final class Collector {
    /** The wall clock stepped if it moved by more than this against uptime since the batch began; less is slewing. */
    static final long STEP_MS = 200;

    private static final int NO_QUALITY = -1;

    private final Batch batch;
    private final boolean fullRate;
    private final Map<Tag, Integer> places = new HashMap<>();
    private final long[] min;
    private final long[] max;
    private final long[] last;
    private final int[] count;
    private final int[] worst;
    private final long[] sampleNumber;
    private final int[] sampleQuality;
    private long second;

    Collector(Batch batch, boolean fullRate) {
        this.batch = batch;
        this.fullRate = fullRate;
        List<Channel> channels = batch.dictionary.channels();
        for (int i = 0; i < channels.size(); i++) {
            places.put(channels.get(i).tag(), i);
        }
        int n = channels.size();
        min = new long[n];
        max = new long[n];
        last = new long[n];
        count = new int[n];
        worst = new int[n];
        sampleNumber = new long[n];
        sampleQuality = new int[n];
        Arrays.fill(worst, NO_QUALITY);
        Arrays.fill(sampleQuality, NO_QUALITY);
        second = secondOf(batch.uptimeFirstMs);
    }

    Batch batch() {
        return batch;
    }

    /** Whether that scan is the first one of another second. */
    boolean opensSecond(Now now) {
        return secondOf(now.uptimeMs()) != second;
    }

    private long secondOf(long uptimeMs) {
        return Math.floorDiv(uptimeMs + batch.offsetMs, 1_000L);
    }

    /** Ends the running second: its rows join the batch. */
    void closeSecond(Now now) {
        for (int i = 0; i < worst.length; i++) {
            if (worst[i] != NO_QUALITY) {
                boolean any = count[i] > 0;
                batch.seconds[i].add(
                        second, any ? min[i] : 0, any ? max[i] : 0, any ? last[i] : 0, any ? 1 : 0, worst[i]);
            }
        }
        Arrays.fill(worst, NO_QUALITY);
        Arrays.fill(count, 0);
        second = secondOf(now.uptimeMs());
    }

    void add(Now now, List<Reading> readings) {
        boolean scanAdded = false;
        batch.uptimeLastMs = now.uptimeMs();
        for (Reading reading : readings) {
            Integer place = places.get(reading.tag());
            if (place == null) {
                continue;
            }
            long steps = batch.dictionary.channels().get(place).steps(reading);
            int quality = Codes.of(reading.quality());
            secondOf(place, steps, quality);
            if (fullRate && isNew(place, reading, quality)) {
                if (!scanAdded) {
                    batch.scans.add(now.uptimeMs(), 0, 0, 0, 0, 0);
                    scanAdded = true;
                }
                boolean none = steps == Channel.NO_NUMBER;
                long kept = none ? 0 : steps;
                batch.full[place].add(batch.scans.size() - 1L, kept, kept, kept, none ? 0 : 1, quality);
                batch.samples++;
            }
        }
    }

    private void secondOf(int i, long steps, int quality) {
        worst[i] = Math.max(worst[i], quality);
        if (steps == Channel.NO_NUMBER) {
            return;
        }
        min[i] = count[i] == 0 ? steps : Math.min(min[i], steps);
        max[i] = count[i] == 0 ? steps : Math.max(max[i], steps);
        last[i] = steps;
        count[i]++;
    }

    /** Each sample is kept once, whatever the scan rate, and again if it is judged otherwise. */
    private boolean isNew(int i, Reading reading, int quality) {
        if (sampleQuality[i] == quality && sampleNumber[i] == reading.sampleNumber()) {
            return false;
        }
        sampleNumber[i] = reading.sampleNumber();
        sampleQuality[i] = quality;
        return true;
    }

    /** Whether that scan may join the batch: same boot and channels, no step of the clock, as much trust in it. */
    boolean goesOn(Now now, long boot, Dictionary dictionary) {
        long offsetMs = now.utcMs() - now.uptimeMs();
        return boot == batch.boot
                && dictionary.id() == batch.dictionary.id()
                && Math.abs(offsetMs - batch.offsetMs) <= STEP_MS
                && now.trust() == batch.trust;
    }
}
