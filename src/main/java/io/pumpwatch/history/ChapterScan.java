package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;
import java.util.ArrayList;
import java.util.List;

/** Finds the chapters of a file from its blocks, where the index doesn't tell. */
final class ChapterScan {
    private final List<Chapter> chapters = new ArrayList<>();
    private long start = -1;
    private long firstUptimeMs;
    private long utcFromMs;
    private long utcToMs;
    private long number;
    private long run;
    private long boot;
    private ClockTrust trust = ClockTrust.NTP;
    private boolean empty = true;
    private long lastNumber;
    private long lastRun;
    private long coveredMs;

    void known(Chapter chapter) {
        chapters.add(chapter);
        lastNumber = Math.max(lastNumber, chapter.number());
        lastRun = Math.max(lastRun, chapter.run());
    }

    void take(Block block) {
        BlockHeader header = block.header();
        lastNumber = Math.max(lastNumber, header.number());
        lastRun = Math.max(lastRun, header.run());
        switch (header.kind()) {
            case DICTIONARY -> {
                close(block.at(), -1);
                start = block.at();
            }
            case SECONDS -> second(block);
            case ROLLUP -> {
                // A rollup belongs to the blocks before it only if it begins with the first of them.
                boolean whole = !empty && header.run() == run && header.uptimeFirstMs() == firstUptimeMs;
                close(block.at() + header.length(), whole ? block.at() : -1);
            }
            case FULL_RATE -> coveredMs += Math.max(1, header.uptimeLastMs() - header.uptimeFirstMs());
        }
    }

    private void second(Block block) {
        BlockHeader header = block.header();
        if (empty) {
            start = start < 0 ? block.at() : start;
            firstUptimeMs = header.uptimeFirstMs();
            utcFromMs = header.utcFromMs();
            utcToMs = header.utcToMs();
            trust = header.trust();
            empty = false;
        }
        utcFromMs = Math.min(utcFromMs, header.utcFromMs());
        utcToMs = Math.max(utcToMs, header.utcToMs());
        trust = header.trust().compareTo(trust) < 0 ? header.trust() : trust;
        number = header.number();
        run = header.run();
        boot = header.boot();
    }

    private void close(long end, long rollupAt) {
        if (!empty) {
            chapters.add(new Chapter(start, end, rollupAt, utcFromMs, utcToMs, number, run, boot, trust));
        }
        empty = true;
        start = -1;
    }

    /** At the end of the file: a chapter that was never closed is read block by block. */
    void finish(long end) {
        close(end, -1);
    }

    List<Chapter> chapters() {
        return chapters;
    }

    long lastNumber() {
        return lastNumber;
    }

    long lastRun() {
        return lastRun;
    }

    /** How much recording is in the full-rate blocks, ms. */
    long coveredMs() {
        return coveredMs;
    }
}
