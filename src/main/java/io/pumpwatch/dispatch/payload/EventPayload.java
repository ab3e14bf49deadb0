package io.pumpwatch.dispatch.payload;

import io.pumpwatch.journal.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** One message of the ordered stream: an entry, or the declaration that one or more can't be had. */
public sealed interface EventPayload {
    /** Longest payload taken, bytes: an entry of 64 KB in which every character needs six. */
    int BYTES_MAX = 6 * 64 * 1024 + 1024;

    /** As it goes over the wire. */
    byte[] encode();

    /**
     * A journal entry: the same bytes as in the store.
     *
     * @param line one line of JSON
     * @param hash SHA-256(hash before ‖ line), 64 lower-case hex digits
     */
    record Line(String line, String hash) implements EventPayload {
        @Override
        public byte[] encode() {
            StringBuilder out = new StringBuilder(line.length() + line.length() / 8 + 96);
            out.append("{\"line\":");
            Wire.quoted(out, line);
            out.append(",\"hash\":\"").append(hash).append("\"}");
            return out.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Entries that the station doesn't have any more.
     *
     * @param epoch of all of them
     * @param from first one missing
     * @param to last one missing
     * @param reason such as {@code trimmed}
     */
    record Gap(long epoch, long from, long to, String reason) implements EventPayload {
        @Override
        public byte[] encode() {
            Map<String, Object> gap = new LinkedHashMap<>();
            gap.put("epoch", epoch);
            gap.put("from", from);
            gap.put("to", to);
            gap.put("reason", reason);
            return Wire.bytes(Map.of("gap", gap));
        }
    }

    /**
     * An entry whose payload drops the link: its place and hash, so that the chain goes on.
     *
     * @param id identity of the entry
     * @param hash of the entry
     * @param bytes length of its line in UTF-8
     */
    record Stub(EntryId id, String hash, long bytes, String reason) implements EventPayload {
        @Override
        public byte[] encode() {
            Map<String, Object> stub = new LinkedHashMap<>(Wire.id(id));
            stub.put("hash", hash);
            stub.put("bytes", bytes);
            stub.put("reason", reason);
            return Wire.bytes(Map.of("stub", stub));
        }
    }

    /**
     * Reads what came in.
     *
     * @throws PayloadException naming the field at fault
     */
    static EventPayload decode(byte[] bytes) throws PayloadException {
        Fields fields = Fields.parse("event", bytes, BYTES_MAX);
        EventPayload event = fields.has("gap") ? gap(fields) : fields.has("stub") ? stub(fields) : line(fields);
        fields.end();
        return event;
    }

    private static EventPayload line(Fields fields) throws PayloadException {
        return new Line(fields.text("line", 64 * 1024), hash(fields));
    }

    private static EventPayload gap(Fields fields) throws PayloadException {
        Fields gap = fields.object("gap");
        long epoch = gap.whole("epoch", 1);
        long from = gap.whole("from", 1);
        Gap declared = new Gap(epoch, from, gap.whole("to", from), gap.text("reason", 64));
        gap.end();
        return declared;
    }

    private static EventPayload stub(Fields fields) throws PayloadException {
        Fields stub = fields.object("stub");
        EntryId id = new EntryId(stub.whole("epoch", 1), stub.whole("seq", 1));
        Stub declared = new Stub(id, hash(stub), stub.whole("bytes", 0), stub.text("reason", 64));
        stub.end();
        return declared;
    }

    private static String hash(Fields fields) throws PayloadException {
        String hash = fields.text("hash", 64);
        if (!Hashes.FORM.matcher(hash).matches()) {
            throw fields.wrong("hash", "must be 64 lower-case hex digits");
        }
        return hash;
    }

    /** Form of a hash. */
    final class Hashes {
        static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

        private Hashes() {}
    }
}
