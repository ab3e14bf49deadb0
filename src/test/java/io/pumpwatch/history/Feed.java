package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Posts scans to a history and remembers, apart from it, what a query must answer. */
final class Feed {
    static final Tag PRESSURE = new Tag("PT-101");
    static final Tag LEVEL = new Tag("LT-301");
    static final Tag DOOR = new Tag("ZS-401");
    static final List<Channel> CHANNELS =
            List.of(new Channel(PRESSURE, 0.01), new Channel(LEVEL, 0.001), Channel.contact(DOOR));
    /** 2026-11-23 00:00 UTC. */
    static final long DAY = 1_795_392_000_000L;

    /** One sample that was posted. */
    record Told(Tag tag, long utcMs, long boot, double value, Quality quality) {
        boolean numbered() {
            return quality != Quality.BAD;
        }
    }

    final List<Told> told = new ArrayList<>();
    private final Random random;
    private double pressure;
    private double level = 1;
    private long number;

    Feed(long seed) {
        random = new Random(seed);
    }

    static Reading reading(Tag tag, double value, Quality quality, long number, Now now) {
        Reading.Use use = quality == Quality.BAD ? Reading.Use.HELD : Reading.Use.USED;
        QualityCause cause = quality == Quality.GOOD ? QualityCause.NONE : QualityCause.JUMP;
        return new Reading(tag, value, value, quality, cause, use, number, now.uptimeMs());
    }

    static Now at(long utcMs, long uptimeMs) {
        return new Now(utcMs, uptimeMs, ClockTrust.NTP);
    }

    /** A scan of all channels, with everything that instruments do: noise, big jumps, below zero, bad now and then. */
    void scan(History history, Now now, long boot) {
        number++;
        pressure = random.nextInt(200) == 0
                ? random.nextDouble() * 1e6 - 5e5
                : pressure * 0.9 + 3 + random.nextGaussian() * 0.2;
        level += random.nextGaussian() * 0.01;
        List<Reading> readings = new ArrayList<>();
        add(readings, PRESSURE, pressure, quality(), now, boot);
        if (random.nextInt(50) > 0) {
            add(readings, LEVEL, level, quality(), now, boot);
        }
        add(readings, DOOR, random.nextInt(40) == 0 ? 1 : 0, Quality.GOOD, now, boot);
        history.post(now, boot, readings);
    }

    private void add(List<Reading> readings, Tag tag, double value, Quality quality, Now now, long boot) {
        readings.add(reading(tag, value, quality, number, now));
        told.add(new Told(tag, now.utcMs(), boot, value, quality));
    }

    private Quality quality() {
        int dice = random.nextInt(30);
        return dice == 0 ? Quality.BAD : dice == 1 ? Quality.UNCERTAIN : Quality.GOOD;
    }
}
