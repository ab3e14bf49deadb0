package io.pumpwatch.journal;

import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of entry that the journal writes itself, in version 1. A fold takes the state out of a {@code gap} by
 * {@link Journal#gapState} and leaves the others out.
 */
public final class OwnEntry {
    /** Entries that couldn't be kept: their numbers, and the state after them as a new base. */
    public static final String GAP = "gap";
    /** First of a new epoch: the old one's end and why. */
    public static final String EPOCH = "epoch";
    /** A snapshot of the state was written: its file's SHA-256. */
    public static final String SNAPSHOT = "snapshot";
    /** Retention took segments: up to where, and why. */
    public static final String TRIM = "trim";
    /** All of them. */
    public static final Set<String> KINDS = Set.of(GAP, EPOCH, SNAPSHOT, TRIM);

    private static final String STATE = "\"state\":";

    private OwnEntry() {}

    static Draft epoch(Stamp stamp, View before, List<String> lost) {
        String body = "{\"why\":\"" + before.newest().why() + "\",\"oldEpoch\":"
                + before.last().epoch() + ",\"lastSeq\":" + before.last().seq() + ",\"lastHash\":\"" + before.hash()
                + "\""
                + (lost.isEmpty() ? "" : ",\"lost\":[\"" + String.join("\",\"", lost) + "\"]") + "}";
        return new Draft(EPOCH, 1, body, stamp);
    }

    static String gapHead(long from, long to) {
        return "{\"from\":" + from + ",\"to\":" + to;
    }

    /** A gap whose state fits into the entry. */
    static String gapBody(long from, long to, StateText state) {
        return gapHead(from, to) + ",\"version\":" + state.version() + "," + STATE + state.json() + "}";
    }

    static Draft snapshot(Stamp stamp, String fileFields) {
        return new Draft(SNAPSHOT, 1, "{" + fileFields + "}", stamp);
    }

    static Draft trim(Stamp stamp, EntryId upTo, String hash, int segments, String why) {
        String body = "{\"epoch\":" + upTo.epoch() + ",\"seq\":" + upTo.seq() + ",\"hash\":\"" + hash
                + "\",\"segments\":" + segments + ",\"why\":\"" + why + "\"}";
        return new Draft(TRIM, 1, body, stamp);
    }

    /** The state inside a gap's body, or empty if it lies in a snapshot file. */
    static String stateIn(String body) {
        int at = body.indexOf(STATE);
        return at < 0 ? "" : body.substring(at + STATE.length(), body.length() - 1);
    }

    /** A text field of a body that the journal wrote itself; empty if it isn't there. */
    static String text(Map<?, ?> body, String name) {
        return body.get(name) instanceof String text ? text : "";
    }

    /** A whole number of a body that the journal wrote itself; -1 if it isn't there. */
    static long number(Map<?, ?> body, String name) {
        return body.get(name) instanceof Long number ? number : -1;
    }

    /** The properties of a body, empty if it isn't an object. */
    static Map<?, ?> properties(String body) {
        try {
            return JsonText.parse(body) instanceof Map<?, ?> map ? map : Map.of();
        } catch (IllegalArgumentException noJson) {
            return Map.of();
        }
    }
}
