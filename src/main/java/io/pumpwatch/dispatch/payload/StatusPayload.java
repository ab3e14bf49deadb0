package io.pumpwatch.dispatch.payload;

import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.ClockTrust;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether a station is there, and how far its journal, its sending and dispatch's receipts have come. Retained.
 *
 * @param online false in the will, and when the agent stops in order
 * @param epoch of the journal, 1 or more
 * @param boot counts the agent's starts, 1 or more
 * @param version of the agent
 * @param clock how far its wall time can be believed
 * @param utcMs when it was written, by that clock; in the will, when the link was opened
 * @param durable last entry that is kept
 * @param sent last entry that the broker has acknowledged
 * @param confirmed last entry that dispatch has confirmed
 */
public record StatusPayload(
        boolean online,
        long epoch,
        long boot,
        String version,
        ClockTrust clock,
        long utcMs,
        EntryId durable,
        EntryId sent,
        EntryId confirmed) {

    /** Longest payload taken, bytes. */
    public static final int BYTES_MAX = 4096;

    /** As it goes over the wire. */
    public byte[] encode() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("online", online);
        fields.put("epoch", epoch);
        fields.put("boot", boot);
        fields.put("version", version);
        fields.put("clock", Wire.word(clock));
        fields.put("utc", Wire.utc(utcMs));
        fields.put("durable", Wire.id(durable));
        fields.put("sent", Wire.id(sent));
        fields.put("confirmed", Wire.id(confirmed));
        return Wire.bytes(fields);
    }

    /**
     * Reads what came in.
     *
     * @throws PayloadException naming the field at fault
     */
    public static StatusPayload decode(byte[] bytes) throws PayloadException {
        Fields fields = Fields.parse("status", bytes, BYTES_MAX);
        StatusPayload status = new StatusPayload(
                fields.flag("online"),
                fields.whole("epoch", 0),
                fields.whole("boot", 0),
                fields.text("version", 64),
                fields.word("clock", ClockTrust.values()),
                fields.utc("utc"),
                fields.id("durable"),
                fields.id("sent"),
                fields.id("confirmed"));
        fields.end();
        return status;
    }
}
