package io.pumpwatch.dispatch.payload;

import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What dispatch may say to a station. Never a pump, an output or an acknowledgement on the crew's behalf. */
public sealed interface CommandBody {
    /** Longest reason taken, characters. */
    int REASON_MAX = 2_000;

    /** The verb: last level of the topic, and signed. */
    String verb();

    /** Fields of the body in their order. */
    Map<String, @Nullable Object> fields();

    /** What the station itself answers; the rest is the link's own. */
    sealed interface ToStation extends CommandBody {
        /** Who at the seat. */
        String by();
    }

    /**
     * A person at dispatch has seen this alarm; quiets nothing.
     *
     * @param entry that the alarm's state carried
     * @param by who
     */
    record Seen(AlarmId alarm, EntryId entry, String by) implements ToStation {
        @Override
        public String verb() {
            return "seen";
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new AlarmReceipt(alarm, entry).fields();
            fields.put("by", by);
            return fields;
        }
    }

    /**
     * Somebody from outside may enter the pump house, escorted (D5).
     *
     * @param name 1 to 64 characters; whom the list has already is approved anew
     * @param until last day, in the station's own calendar
     * @param reason why, 1 to 2000 characters
     * @param by who approves
     */
    record Approve(String name, LocalDate until, String reason, String by) implements ToStation {
        @Override
        public String verb() {
            return "approve";
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("until", until.toString());
            fields.put("reason", reason);
            fields.put("by", by);
            return fields;
        }
    }

    /**
     * And may not any more.
     *
     * @param by who takes it back
     */
    record Revoke(String name, String by) implements ToStation {
        @Override
        public String verb() {
            return "revoke";
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("by", by);
            return fields;
        }
    }

    /**
     * "I have all up to this."
     *
     * @param upTo cumulative over the ordered stream
     * @param alarms states of {@code alarm/…} received since the last receipt
     * @param statusUtcMs stamp of the last status received, null for none
     * @param readingUtcMs stamp of the last readings received, null for none
     */
    record Receipt(
            EntryId upTo,
            List<AlarmReceipt> alarms,
            @Nullable Long statusUtcMs,
            @Nullable Long readingUtcMs) implements CommandBody {
        /** Most alarms in one receipt; more go with the next. */
        public static final int ALARMS_MAX = 100;

        public Receipt {
            alarms = List.copyOf(alarms);
        }

        @Override
        public String verb() {
            return "receipt";
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>(Wire.id(upTo));
            fields.put("alarms", alarms.stream().map(AlarmReceipt::fields).toList());
            fields.put("status", statusUtcMs == null ? null : Wire.utc(statusUtcMs));
            fields.put("reading", readingUtcMs == null ? null : Wire.utc(readingUtcMs));
            return fields;
        }
    }

    /** One alarm state received. */
    record AlarmReceipt(AlarmId alarm, EntryId entry) {
        Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("tag", alarm.tag().name());
            fields.put("condition", alarm.condition());
            fields.putAll(Wire.id(entry));
            return fields;
        }
    }

    /** Send the ordered stream again from this entry on. */
    record Resend(EntryId from) implements CommandBody {
        @Override
        public String verb() {
            return "resend";
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            return new LinkedHashMap<>(Wire.id(from));
        }
    }

    /** Send status, all alarm states and the readings anew. */
    record State() implements CommandBody {
        @Override
        public String verb() {
            return "state";
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            return new LinkedHashMap<>();
        }
    }

    /** Reads the body of a verb; the caller ends {@code body}'s parent. */
    static CommandBody decode(String verb, Fields body) throws PayloadException {
        CommandBody read = switch (verb) {
            case "seen" -> new Seen(AlarmPayload.point(body), body.id(), body.text("by", 64));
            case "approve" ->
                new Approve(
                        body.filled("name", 64),
                        body.date("until"),
                        body.filled("reason", REASON_MAX),
                        body.filled("by", 64));
            case "revoke" -> new Revoke(body.filled("name", 64), body.filled("by", 64));
            case "receipt" -> receipt(body);
            case "resend" -> new Resend(new EntryId(body.whole("epoch", 1), body.whole("seq", 1)));
            case "state" -> new State();
            default ->
                throw new PayloadException("command: unknown verb '" + verb
                        + "'; known are seen, approve, revoke, receipt, resend, state");
        };
        body.end();
        return read;
    }

    private static Receipt receipt(Fields body) throws PayloadException {
        EntryId upTo = body.id();
        List<AlarmReceipt> alarms = new ArrayList<>();
        for (Fields one : body.objects("alarms", Receipt.ALARMS_MAX)) {
            alarms.add(new AlarmReceipt(AlarmPayload.point(one), one.id()));
            one.end();
        }
        return new Receipt(upTo, alarms, body.utcOrNull("status"), body.utcOrNull("reading"));
    }
}
