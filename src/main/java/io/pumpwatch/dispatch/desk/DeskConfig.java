package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.LinkTimes;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * What a desk needs to know.
 *
 * @param broker where it is
 * @param site one site, or {@code +} for all
 * @param station one station, or {@code +} for all
 * @param seat name of this seat's key in the station files
 * @param key null for a desk that only watches: it can't ask, confirm or mark
 * @param receipts whether this is the seat whose receipts the stations count
 * @param memory file for the last entry of each station; its folder must exist
 * @param times retry times; the others aren't used
 */
public record DeskConfig(
        Broker broker,
        String site,
        String station,
        String seat,
        @Nullable PrivateKey key,
        boolean receipts,
        Path memory,
        LinkTimes times) {}
