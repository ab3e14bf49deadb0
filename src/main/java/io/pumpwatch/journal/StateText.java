package io.pumpwatch.journal;

/**
 * A whole state as text, for a snapshot or a gap.
 *
 * @param version of the state's form, 1 or more
 * @param json one JSON object in one line, as {@link RecordCodec} writes it
 */
public record StateText(int version, String json) {
    public StateText {
        if (version < 1 || !json.startsWith("{") || json.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a state is one line of JSON object with a version from 1 on");
        }
    }
}
