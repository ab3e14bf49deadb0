package io.pumpwatch.dispatch.payload;

import io.pumpwatch.journal.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a desk learned, as one line of JSON for programs. */
public final class NoteJson {
    private NoteJson() {}

    /**
     * The line, without a newline.
     *
     * @param kind as a word, lower case
     * @param alarm its payload goes in as it came, null for none
     */
    public static String line(
            long utcMs, Enum<?> kind, String station, EntryId entry, @Nullable AlarmPayload alarm, String detail) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("utc", Wire.utc(utcMs));
        fields.put("kind", Wire.word(kind));
        fields.put("station", station);
        fields.put("epoch", entry.epoch());
        fields.put("seq", entry.seq());
        fields.put("detail", detail);
        String head = Wire.text(fields);
        return alarm == null
                ? head
                : head.substring(0, head.length() - 1) + ",\"alarm\":"
                        + new String(alarm.encode(), StandardCharsets.UTF_8) + "}";
    }
}
