package io.pumpwatch.history;

/**
 * One scan's readings, in the order of the channels.
 *
 * @param utcMs wall time
 * @param uptimeMs uptime
 * @param values engineering units
 * @param codes quality, as {@link Rows} codes it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes: never compared, hashed or printed
record Frame(long utcMs, long uptimeMs, double[] values, byte[] codes) {}
