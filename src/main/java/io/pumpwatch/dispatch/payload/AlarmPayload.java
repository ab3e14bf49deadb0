package io.pumpwatch.dispatch.payload;

import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Present state of one alarm that isn't plain normal. Retained; an empty payload takes its place when it is.
 *
 * @param id the alarm point
 * @param state place in the life of an alarm
 * @param priority as in the station file
 * @param value at the last transition, in {@code unit}; null where the condition isn't a value
 * @param unit engineering unit, empty for none
 * @param setpoint null where there is none
 * @param sinceUtcMs when it came into this state
 * @param entry journal entry of its last change
 * @param kept false while the disk stalls and the entry isn't durable: the number may be given to another entry
 *     should the agent die now
 * @param functionCheck true in a drill or test
 * @param masks what stands beside the state
 * @param text what it is
 * @param response what to do
 */
public record AlarmPayload(
        AlarmId id,
        State state,
        Priority priority,
        @Nullable Double value,
        String unit,
        @Nullable Double setpoint,
        long sinceUtcMs,
        EntryId entry,
        boolean kept,
        boolean functionCheck,
        Masks masks,
        Text text,
        Text response) {

    /** Longest payload taken, bytes. */
    public static final int BYTES_MAX = 32 * 1024;

    /** Life of an alarm after ISA-18.2, as in the station's own tables. */
    public enum State {
        /** Sent only with a mask, or with {@code kept: false} while the disk stalls; else the topic is emptied. */
        NORMAL,
        UNACKED,
        ACKED,
        RTN_UNACKED,
        LATCHED_UNACKED,
        LATCHED_ACKED;

        /** Whether it asks for an acknowledgement. */
        public boolean asks() {
            return this == UNACKED || this == RTN_UNACKED || this == LATCHED_UNACKED;
        }
    }

    /** What keeps an alarm quiet, beside its state. */
    public record Masks(boolean shelved, boolean outOfService, boolean suppressed) {
        /** Nothing does. */
        public static final Masks NONE = new Masks(false, false, false);

        /** Whether anything does. */
        public boolean any() {
            return shelved || outOfService || suppressed;
        }
    }

    /** This state, durable or not. */
    public AlarmPayload kept(boolean isKept) {
        return kept == isKept ? this : copy(state, isKept, text, response);
    }

    /** The same point back to normal, not yet durable. */
    public AlarmPayload normalNotKept() {
        return copy(State.NORMAL, false, text, response);
    }

    /** Without its words: what is sent where the whole drops the link again and again. */
    public AlarmPayload bare() {
        return copy(state, kept, Text.NONE, Text.NONE);
    }

    private AlarmPayload copy(State newState, boolean isKept, Text newText, Text newResponse) {
        return new AlarmPayload(
                id,
                newState,
                priority,
                value,
                unit,
                setpoint,
                sinceUtcMs,
                entry,
                isKept,
                functionCheck,
                masks,
                newText,
                newResponse);
    }

    /** As it goes over the wire. */
    public byte[] encode() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("tag", id.tag().name());
        fields.put("condition", id.condition());
        fields.put("state", Wire.word(state));
        fields.put("priority", Wire.word(priority));
        fields.put("value", Wire.number(value));
        fields.put("unit", unit);
        fields.put("setpoint", Wire.number(setpoint));
        fields.put("since", Wire.utc(sinceUtcMs));
        fields.put("epoch", entry.epoch());
        fields.put("seq", entry.seq());
        fields.put("kept", kept);
        fields.put("functionCheck", functionCheck);
        fields.put("shelved", masks.shelved());
        fields.put("outOfService", masks.outOfService());
        fields.put("suppressed", masks.suppressed());
        fields.put("text", Wire.words(text));
        fields.put("response", Wire.words(response));
        return Wire.bytes(fields);
    }

    /**
     * Reads what came in.
     *
     * @throws PayloadException naming the field at fault
     */
    public static AlarmPayload decode(byte[] bytes) throws PayloadException {
        Fields fields = Fields.parse("alarm", bytes, BYTES_MAX);
        AlarmPayload alarm = new AlarmPayload(
                point(fields),
                fields.word("state", State.values()),
                fields.word("priority", Priority.values()),
                fields.numberOrNull("value"),
                fields.text("unit", 32),
                fields.numberOrNull("setpoint"),
                fields.utc("since"),
                fields.id(),
                fields.flag("kept"),
                fields.flag("functionCheck"),
                new Masks(fields.flag("shelved"), fields.flag("outOfService"), fields.flag("suppressed")),
                fields.words("text"),
                fields.words("response"));
        fields.end();
        return alarm;
    }

    static AlarmId point(Fields fields) throws PayloadException {
        String tag = fields.text("tag", 16);
        String condition = fields.text("condition", 24);
        if (!Tag.isTag(tag) || !AlarmId.isAlarmId(tag + "." + condition)) {
            throw fields.wrong("tag", "and 'condition' must name an alarm point such as PT-101 and HH");
        }
        return new AlarmId(new Tag(tag), condition);
    }
}
