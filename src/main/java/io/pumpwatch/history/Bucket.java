package io.pumpwatch.history;

import io.pumpwatch.station.Quality;

/**
 * What one channel did in a stretch of wall time, as one run of the clock tells it. A stretch without any recording has
 * no bucket.
 *
 * @param fromMs wall time where it begins
 * @param toMs wall time behind its end
 * @param min smallest value, NaN where {@code count} is 0
 * @param max largest value, likewise
 * @param last newest value, likewise
 * @param worst quality of what was recorded
 * @param count rows that had a number: seconds, or samples where the ring answered; 0 means recorded as bad
 * @param run of the clock: grows at each start and each step, so that a time which the clock told twice has two buckets
 * @param boot of the agent
 * @param block number of the first block that it comes from; 0 if that isn't written yet
 */
public record Bucket(
        long fromMs,
        long toMs,
        double min,
        double max,
        double last,
        Quality worst,
        long count,
        long run,
        long boot,
        long block) {}
