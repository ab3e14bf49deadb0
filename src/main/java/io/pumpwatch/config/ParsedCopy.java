package io.pumpwatch.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.pumpwatch.config.Table.Items;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What the parser of TOML made of a station file, to be kept beside it: JSON in which each value follows its line and
 * column. A start on a small Pi needn't load that parser then, and a fault still names its place. The file itself stays
 * what counts: a copy of other bytes, of another format or with a byte wrong is none.
 */
public final class ParsedCopy {
    private static final String FORMAT = "pumpwatch-parsed 1";
    private static final JsonFactory JSON = new JsonFactory();

    private ParsedCopy() {}

    /**
     * The copy to be kept of that text.
     *
     * @param sha256 of the file's bytes
     * @return null where the text isn't TOML, or has a value that JSON hasn't: a date, a number that isn't finite
     */
    public static byte @Nullable [] of(String text, String sha256) {
        Table table = StationFile.parseToml(text, new Faults(""));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(json)) {
            if (table == null || !write(out, table)) {
                return null;
            }
        } catch (IOException never) {
            throw new IllegalStateException("memory can be written to", never);
        }
        byte[] body = json.toByteArray();
        byte[] head = head(sha256, body, 0);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Whether it is, unharmed, the copy of the file with that SHA-256. */
    public static boolean isOf(byte[] copy, String sha256) {
        byte[] head = head(sha256, copy, headLength(sha256));
        return copy.length > head.length && Arrays.equals(copy, 0, head.length, head, 0, head.length);
    }

    /** The file's table, or null where this isn't the copy of the file with that SHA-256. */
    static @Nullable Table read(byte[] copy, String sha256) {
        if (!isOf(copy, sha256)) {
            return null;
        }
        int from = headLength(sha256);
        try (JsonParser in = JSON.createParser(copy, from, copy.length - from)) {
            return JsonTable.read(in, true);
        } catch (IOException notOurs) {
            return null;
        }
    }

    private static int headLength(String sha256) {
        return FORMAT.length() + sha256.length() + 11;
    }

    private static byte[] head(String sha256, byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, Math.min(from, bytes.length), Math.max(0, bytes.length - from));
        String sum = Long.toHexString(0x1_0000_0000L | crc.getValue()).substring(1);
        return (FORMAT + ' ' + sha256 + ' ' + sum + '\n').getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean write(JsonGenerator out, Table table) throws IOException {
        out.writeStartObject();
        for (String key : table.keys()) {
            out.writeFieldName(key);
            if (!write(out, table.get(key), table.spot(key))) {
                return false;
            }
        }
        out.writeEndObject();
        return true;
    }

    private static boolean write(JsonGenerator out, @Nullable Object value, @Nullable Spot spot) throws IOException {
        out.writeStartArray();
        out.writeNumber(spot == null ? 0 : spot.line());
        out.writeNumber(spot == null ? 0 : spot.column());
        boolean known = true;
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long whole) {
            out.writeNumber(whole);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            out.writeNumber(number);
        } else if (value instanceof Table inner) {
            known = write(out, inner);
        } else if (value instanceof Items items) {
            known = write(out, items);
        } else {
            known = false;
        }
        if (known) {
            out.writeEndArray();
        }
        return known;
    }

    private static boolean write(JsonGenerator out, Items items) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < items.values().size(); i++) {
            if (!write(out, items.values().get(i), items.spots().get(i))) {
                return false;
            }
        }
        out.writeEndArray();
        return true;
    }
}
