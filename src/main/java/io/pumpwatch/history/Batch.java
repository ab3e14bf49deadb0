package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;

/**
 * What the scans since the last flush brought: what the next blocks are made of. One run, one offset, one dictionary.
 */
final class Batch {
    final Dictionary dictionary;
    final long boot;
    final long run;
    final long offsetMs;
    final long uptimeFirstMs;
    final Rows[] seconds;
    final Rows[] full;
    /** Uptimes of the scans in which a channel had a new sample; the rows of {@code full} count in it. */
    final Rows scans = new Rows();

    final ClockTrust trust;
    long uptimeLastMs;
    int samples;
    boolean secondsKept;
    boolean fullKept;

    Batch(Dictionary dictionary, long boot, long run, Now first) {
        this.dictionary = dictionary;
        this.boot = boot;
        this.run = run;
        this.offsetMs = first.utcMs() - first.uptimeMs();
        this.uptimeFirstMs = first.uptimeMs();
        this.uptimeLastMs = first.uptimeMs();
        this.trust = first.trust();
        this.seconds = Rows.of(dictionary.channels().size());
        this.full = Rows.of(dictionary.channels().size());
    }

    /** The header of a block made of this. */
    BlockHeader header(BlockHeader.Kind kind, long number) {
        return new BlockHeader(
                0, kind, trust, number, boot, run, uptimeFirstMs, uptimeLastMs, offsetMs, dictionary.id());
    }

    boolean hasSeconds() {
        for (Rows rows : seconds) {
            if (rows.size() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Gives up the full-rate part; returns how many samples that were. */
    int dropFull() {
        int dropped = samples;
        fullKept = true;
        samples = 0;
        for (int i = 0; i < full.length; i++) {
            full[i] = new Rows();
        }
        return dropped;
    }
}
