package io.pumpwatch.dispatch.payload;

import io.pumpwatch.station.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answer to a command.
 *
 * @param id of the command
 * @param verb of the command
 * @param done false where it was refused
 * @param code for programs, such as {@code done} or {@code command.replayed}
 * @param words for people
 * @param utcMs when, by the station's clock
 */
public record ReplyPayload(String id, String verb, boolean done, String code, Text words, long utcMs) {
    /** Longest payload taken, bytes. */
    public static final int BYTES_MAX = 8 * 1024;

    /** As it goes over the wire. */
    public byte[] encode() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("verb", verb);
        fields.put("done", done);
        fields.put("code", code);
        fields.put("words", Wire.words(words));
        fields.put("utc", Wire.utc(utcMs));
        return Wire.bytes(fields);
    }

    /**
     * Reads what came in.
     *
     * @throws PayloadException naming the field at fault
     */
    public static ReplyPayload decode(byte[] bytes) throws PayloadException {
        Fields fields = Fields.parse("reply", bytes, BYTES_MAX);
        ReplyPayload reply = new ReplyPayload(
                fields.text("id", 64),
                fields.text("verb", 16),
                fields.flag("done"),
                fields.text("code", 64),
                fields.words("words"),
                fields.utc("utc"));
        fields.end();
        return reply;
    }
}
