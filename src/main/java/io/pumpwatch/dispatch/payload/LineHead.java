package io.pumpwatch.dispatch.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pumpwatch.journal.EntryId;
import java.io.IOException;

/**
 * What a receiver needs of an entry's line; the fields before the body, whatever their order.
 *
 * @param id identity
 * @param kind kind of entry
 * @param utc wall time as written, empty for none
 */
public record LineHead(EntryId id, String kind, String utc) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * Reads the head of a line.
     *
     * @throws PayloadException if the line has no epoch and seq before its body
     */
    public static LineHead of(String line) throws PayloadException {
        long epoch = 0;
        long seq = 0;
        String kind = "";
        String utc = "";
        try (JsonParser parser = FACTORY.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new PayloadException("event: 'line' isn't a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isStructStart()) {
                    break;
                }
                switch (name) {
                    case "epoch" -> epoch = parser.getValueAsLong();
                    case "seq" -> seq = parser.getValueAsLong();
                    case "kind" -> kind = parser.getText();
                    case "utc" -> utc = parser.getText();
                    default -> {}
                }
            }
        } catch (IOException bad) {
            throw new PayloadException("event: 'line' isn't valid JSON");
        }
        if (epoch < 1 || seq < 1) {
            throw new PayloadException("event: 'line' has no epoch and seq of 1 or more before its body");
        }
        return new LineHead(new EntryId(epoch, seq), kind, utc);
    }
}
