package io.pumpwatch.bench;

import io.pumpwatch.history.Channel;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A station's 16 channels by seed: four pressures that load and unload, four levels, four temperatures and flows, four
 * contacts; each analogue one with a converter's noise of one or two steps of 16 bit over the span.
 */
final class HistoryDay {
    static final int CHANNELS = 16;
    /** 2026-11-23 00:00 UTC. */
    static final long START_MS = 1_795_392_000_000L;

    private static final double STEP = 1.0 / 65_536;

    private final Random random;
    private final double[] slow = new double[CHANNELS];
    final List<Channel> channels = new ArrayList<>();
    private final boolean contacts;
    private long number;

    /** @param contacts whether the last four channels are contacts; else they are analogue too */
    HistoryDay(long seed, boolean contacts) {
        random = new Random(seed);
        this.contacts = contacts;
        for (int i = 0; i < CHANNELS; i++) {
            Tag tag = new Tag((i < 4 ? "PT-" : i < 8 ? "LT-" : i < 12 ? "TT-" : "XS-") + (101 + i));
            channels.add(contacts && i >= 12 ? Channel.contact(tag) : Channel.analogue(tag, 0, 60));
            slow[i] = 20 + random.nextInt(20);
        }
    }

    static Now at(long uptimeMs) {
        return new Now(START_MS + uptimeMs, uptimeMs, ClockTrust.NTP);
    }

    List<Reading> scan(Now now) {
        number++;
        double seconds = now.uptimeMs() / 1_000.0;
        List<Reading> readings = new ArrayList<>(CHANNELS);
        for (int i = 0; i < CHANNELS; i++) {
            double value;
            if (contacts && i >= 12) {
                value = (long) (seconds / 600) % 2;
            } else if (i < 4) {
                double phase = (seconds / (20 + i)) % 1;
                value = 31 + (phase < 0.7 ? 2.5 * phase / 0.7 : 2.5 * (1 - phase) / 0.3);
            } else {
                slow[i] += random.nextGaussian() * 60 * STEP * 0.1;
                value = slow[i];
            }
            if (!(contacts && i >= 12)) {
                value += random.nextGaussian() * 60 * STEP;
            }
            readings.add(new Reading(
                    channels.get(i).tag(),
                    value,
                    value,
                    Quality.GOOD,
                    QualityCause.NONE,
                    Reading.Use.USED,
                    number,
                    now.uptimeMs()));
        }
        return readings;
    }
}
