package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.LinkState;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.StatusPayload;
import io.pumpwatch.journal.EntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All stations as a dispatch seat sees them now.
 *
 * @param link of the desk itself to the broker
 * @param linkFault why there is none, empty words where there is
 * @param stations by name
 * @param alarms of all stations, the most urgent first
 */
public record DeskView(LinkState link, String linkFault, List<StationLine> stations, List<AlarmLine> alarms) {
    /** Before the first message. */
    public static final DeskView EMPTY = new DeskView(LinkState.WAITING, "", List.of(), List.of());

    public DeskView {
        stations = List.copyOf(stations);
        alarms = List.copyOf(alarms);
    }

    /** How a station is there. */
    public enum Presence {
        ONLINE,
        /** It said goodbye, or the broker lost it. */
        OFFLINE,
        /** It ought to be there, but nothing comes. */
        SILENT,
        /** No status yet. */
        UNKNOWN
    }

    /**
     * One station.
     *
     * @param status last one received, null for none
     * @param last last entry received in order
     * @param missing whether entries are known to be missing now
     * @param broken chain breaks and rewritten entries since start
     */
    public record StationLine(
            String station,
            Presence presence,
            @Nullable StatusPayload status,
            EntryId last,
            boolean missing,
            long broken) {}

    /**
     * One alarm.
     *
     * @param seenBy who marked it at this desk, empty for nobody
     */
    public record AlarmLine(String station, AlarmPayload alarm, String seenBy) {}
}
