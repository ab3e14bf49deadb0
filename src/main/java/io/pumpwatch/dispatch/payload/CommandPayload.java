package io.pumpwatch.dispatch.payload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a command's signature covers.
 *
 * @param station addressee
 * @param id chosen by the sender, never used again; 1 to 64 of {@code A-Z a-z 0-9 _ -}
 * @param utcMs when it was written, by the sender's clock
 * @param body verb and what it needs
 */
public record CommandPayload(Topics station, String id, long utcMs, CommandBody body) {
    /** Longest claims taken, bytes. */
    public static final int BYTES_MAX = 16 * 1024;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Whether this can be the id of a command: it also becomes a topic level of the reply. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** As it is signed. */
    public byte[] encode() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("site", station.site());
        fields.put("station", station.station());
        fields.put("id", id);
        fields.put("utc", Wire.utc(utcMs));
        fields.put("verb", body.verb());
        fields.put("body", body.fields());
        return Wire.bytes(fields);
    }

    /**
     * Reads what came in.
     *
     * @throws PayloadException naming the field at fault
     */
    public static CommandPayload decode(byte[] bytes) throws PayloadException {
        Fields fields = Fields.parse("command", bytes, BYTES_MAX);
        String site = fields.text("site", 64);
        String station = fields.text("station", 64);
        if (!Topics.isName(site) || !Topics.isName(station)) {
            throw fields.wrong("site", "and 'station' must be names that can stand in a topic");
        }
        String id = fields.text("id", 64);
        if (!isId(id)) {
            throw fields.wrong("id", "must be 1 to 64 of A-Z a-z 0-9 _ -");
        }
        long utcMs = fields.utc("utc");
        CommandBody body = CommandBody.decode(fields.text("verb", 16), fields.object("body"));
        fields.end();
        return new CommandPayload(new Topics(site, station), id, utcMs, body);
    }
}
