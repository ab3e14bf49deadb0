package io.pumpwatch.history;

import io.pumpwatch.station.Quality;

/** One sample; {@code value} in engineering units, NaN where there was none. */
public record Point(long utcMs, double value, Quality quality) {}
