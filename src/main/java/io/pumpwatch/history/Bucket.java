package io.pumpwatch.history;

import io.pumpwatch.station.Quality;

/**
 * A stretch of a trend.
 *
 * @param fromUtcMs where it begins
 * @param toUtcMs where it ends, not in it
 * @param min smallest value in engineering units; NaN if there was none with a value
 * @param max largest
 * @param last latest
 * @param worst quality
 * @param seconds for which there was a sample
 */
public record Bucket(long fromUtcMs, long toUtcMs, double min, double max, double last, Quality worst, long seconds) {}
