package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.desk.DeskNote.Kind;
import io.pumpwatch.dispatch.desk.DeskView.Presence;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.EventPayload;
import io.pumpwatch.dispatch.payload.PayloadException;
import io.pumpwatch.dispatch.payload.ReadingPayload;
import io.pumpwatch.dispatch.payload.ReplyPayload;
import io.pumpwatch.dispatch.payload.StatusPayload;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One station at the desk: what it last said, and what the desk owes it. */
final class StationDesk {
    static final long RECEIPT_EVERY_MS = 200;
    static final long RESEND_EVERY_MS = 500;
    /** Retained states come within this after connecting; what hasn't come by then isn't there any more. */
    static final long READ_BACK_MS = 1_500;
    /** As soon as entries flow: the station tells its alarms before them. */
    static final long FLOWING_MS = 200;

    static final long SILENT_MS = 60_000;
    private static final int ALARMS_MAX = 10_000;
    // Not Long.MIN_VALUE: a difference with it overflows.
    private static final long LONG_AGO_MS = Long.MIN_VALUE / 2;

    private final Topics topics;
    private final boolean receipts;
    private final Receiver receiver;
    private final Consumer<DeskNote> notes;
    private final Map<AlarmId, AlarmPayload> alarms = new TreeMap<>();
    private final Map<AlarmId, String> seen = new HashMap<>();
    private final Set<AlarmId> stale = new HashSet<>();
    private final Map<AlarmId, EntryId> owed = new LinkedHashMap<>();
    private @Nullable StatusPayload status;
    private @Nullable ReadingPayload readings;
    private @Nullable Long owedStatus;
    private @Nullable Long owedReading;
    private Presence presence = Presence.UNKNOWN;
    private boolean receiptOwed;
    private long receiptAtMs = LONG_AGO_MS;
    private EntryId askedFor = EntryId.NONE;
    private long askedAtMs = LONG_AGO_MS;
    private boolean ask;
    private EntryId lastAtStatus = EntryId.NONE;
    private long heardMs;
    private long staleUntilMs = Long.MAX_VALUE;
    private long upMs;
    private long broken;

    /** @param receipts whether the station counts this desk's receipts */
    StationDesk(Topics topics, Receiver.Last last, boolean receipts, Consumer<DeskNote> notes) {
        this.topics = topics;
        this.receipts = receipts;
        this.receiver = new Receiver(last);
        if (receipts) {
            receiver.beginsAfter(EntryId.NONE);
        }
        this.notes = notes;
    }

    Topics topics() {
        return topics;
    }

    Receiver.Last last() {
        return receiver.last();
    }

    /** The desk has a connection again: what it shows of alarms has to be said anew. */
    void linkUp(Now now) {
        stale.addAll(alarms.keySet());
        upMs = now.uptimeMs();
        staleUntilMs = upMs + READ_BACK_MS;
        heardMs = upMs;
        askedFor = EntryId.NONE;
    }

    void message(Topics.Parsed topic, byte[] payload, boolean retained, Now now) throws PayloadException {
        if (!retained) {
            heardMs = now.uptimeMs();
        }
        switch (topic.kind()) {
            case "event" -> event(EventPayload.decode(payload), now);
            case "alarm" -> alarm(topic.rest(), payload, now);
            case "status" -> status(StatusPayload.decode(payload), retained, now);
            case "reading" -> {
                readings = ReadingPayload.decode(payload);
                owedReading = readings.utcMs();
                receiptOwed = true;
            }
            case "reply" -> {
                ReplyPayload reply = ReplyPayload.decode(payload);
                String said =
                        reply.verb() + " " + reply.id() + ": " + reply.words().en();
                note(now, Kind.REPLY, EntryId.NONE, said);
            }
            default -> throw new PayloadException("unknown topic '" + topic.kind() + "'");
        }
    }

    private void event(EventPayload event, Now now) throws PayloadException {
        staleUntilMs = Math.min(staleUntilMs, upMs + FLOWING_MS);
        Receiver.Taken taken = receiver.take(event);
        Receiver.Verdict verdict = taken.verdict();
        // Repeats are answered too: the receipt for them may have been lost.
        receiptOwed |= verdict.taken() || verdict == Receiver.Verdict.REPEAT;
        Kind kind = switch (verdict) {
            case FIRST, NEXT, REPEAT, CHAIN_DOUBTED, GAP -> null;
            case EPOCH_BREAK -> Kind.EPOCH_BREAK;
            case CHAIN_BROKEN -> Kind.CHAIN_BROKEN;
            case REWRITTEN -> Kind.REWRITTEN;
            case STUB -> Kind.STUB;
            case GAP_DECLARED -> Kind.GAP_DECLARED;
        };
        if (kind != null) {
            boolean bad = kind == Kind.CHAIN_BROKEN || kind == Kind.REWRITTEN;
            broken += bad ? 1 : 0;
            note(now, kind, taken.id(), event instanceof EventPayload.Gap gap ? gap.toString() : "");
        }
        if (verdict.taken() && event instanceof EventPayload.Line line) {
            note(now, Kind.ENTRY, taken.id(), line.line());
        }
        if (verdict == Receiver.Verdict.GAP || verdict == Receiver.Verdict.CHAIN_DOUBTED) {
            // Who has nothing yet must know first from where to ask: the status says so.
            ask |= status != null || !receiver.last().id().equals(EntryId.NONE);
        }
    }

    private void alarm(String rest, byte[] payload, Now now) throws PayloadException {
        AlarmId id = Topics.alarmPoint(rest);
        if (id == null) {
            throw new PayloadException("alarm topic doesn't name a point: " + rest);
        }
        stale.remove(id);
        if (payload.length == 0) {
            clear(id, now);
            return;
        }
        AlarmPayload state = AlarmPayload.decode(payload);
        if (!state.id().equals(id)) {
            throw new PayloadException("alarm: payload is about " + state.id() + ", topic about " + id);
        }
        if (alarms.size() >= ALARMS_MAX && !alarms.containsKey(id)) {
            throw new PayloadException("alarm: more than " + ALARMS_MAX + " points of one station");
        }
        owed.put(id, state.entry());
        receiptOwed = true;
        AlarmPayload before = alarms.put(id, state);
        if (!state.equals(before)) {
            if (before == null || !before.entry().equals(state.entry())) {
                seen.remove(id);
            }
            notes.accept(new DeskNote(now.utcMs(), Kind.ALARM, topics.toString(), state.entry(), state, ""));
        }
    }

    private void clear(AlarmId id, Now now) {
        seen.remove(id);
        if (alarms.remove(id) != null) {
            note(now, Kind.ALARM_CLEARED, EntryId.NONE, id.toString());
        }
    }

    private void status(StatusPayload now, boolean retained, Now at) {
        status = now;
        if (receipts) {
            receiver.beginsAfter(now.confirmed());
        }
        owedStatus = now.utcMs();
        receiptOwed = true;
        present(now.online() ? Presence.ONLINE : Presence.OFFLINE, at);
        EntryId last = receiver.last().id();
        // A will and a retained status are older than what came since: only a live one says what the station knows now.
        if (now.online() && !retained && last.compareTo(now.durable()) > 0) {
            note(at, Kind.STATION_BEHIND, now.durable(), "desk has " + last);
        } else if (now.online() && now.sent().compareTo(last) > 0) {
            // Sent, not here, and nothing came since the last status (or since this desk began to listen).
            ask |= retained || last.equals(lastAtStatus);
        }
        lastAtStatus = last;
    }

    private void present(Presence next, Now now) {
        if (next != presence) {
            presence = next;
            Kind kind = switch (next) {
                case ONLINE -> Kind.ONLINE;
                case OFFLINE -> Kind.OFFLINE;
                case SILENT, UNKNOWN -> Kind.SILENT;
            };
            note(now, kind, EntryId.NONE, "");
        }
    }

    /** What is to be sent to the station now. The caller keeps {@link #last} before it sends a receipt. */
    List<CommandBody> due(Now now, boolean mayReceipt) {
        long uptime = now.uptimeMs();
        if (uptime >= staleUntilMs) {
            staleUntilMs = Long.MAX_VALUE;
            List.copyOf(stale).forEach(id -> clear(id, now));
            stale.clear();
        }
        Presence heard = uptime - heardMs < SILENT_MS ? Presence.ONLINE : Presence.SILENT;
        if (presence != heard && (presence == Presence.ONLINE || presence == Presence.SILENT)) {
            present(heard, now);
        }
        List<CommandBody> out = new ArrayList<>();
        if (ask) {
            asking(now, out);
        }
        if (mayReceipt && receiptOwed && uptime - receiptAtMs >= RECEIPT_EVERY_MS) {
            out.add(receipt(uptime));
        }
        return out;
    }

    private void asking(Now now, List<CommandBody> out) {
        EntryId from = wanted();
        boolean same = from.equals(askedFor);
        if (!same || now.uptimeMs() - askedAtMs >= RESEND_EVERY_MS) {
            if (!same) {
                note(now, Kind.GAP, from, "");
            }
            askedFor = from;
            askedAtMs = now.uptimeMs();
            out.add(new CommandBody.Resend(from));
        }
        ask = false;
    }

    /** From where to ask: a desk that has nothing yet begins where the station believes that dispatch stands. */
    private EntryId wanted() {
        StatusPayload said = status;
        if (receiver.last().id().equals(EntryId.NONE) && said != null) {
            EntryId confirmed = said.confirmed();
            return new EntryId(Math.max(1, confirmed.epoch()), confirmed.seq() + 1);
        }
        return receiver.wanted();
    }

    private CommandBody receipt(long uptimeMs) {
        List<CommandBody.AlarmReceipt> some = owed.entrySet().stream()
                .limit(CommandBody.Receipt.ALARMS_MAX)
                .map(one -> new CommandBody.AlarmReceipt(one.getKey(), one.getValue()))
                .toList();
        some.forEach(one -> owed.remove(one.alarm()));
        CommandBody receipt = new CommandBody.Receipt(receiver.last().id(), some, owedStatus, owedReading);
        owedStatus = null;
        owedReading = null;
        receiptOwed = !owed.isEmpty();
        receiptAtMs = uptimeMs;
        return receipt;
    }

    /** The mark for an alarm that is shown now; null where there is none. */
    CommandBody.@Nullable Seen see(AlarmId id, String by) {
        AlarmPayload alarm = alarms.get(id);
        if (alarm != null) {
            seen.put(id, by);
        }
        return alarm == null ? null : new CommandBody.Seen(id, alarm.entry(), by);
    }

    DeskView.StationLine line() {
        boolean missing = ask || (!askedFor.equals(EntryId.NONE) && askedFor.equals(wanted()));
        return new DeskView.StationLine(
                topics.toString(), presence, status, receiver.last().id(), missing, broken);
    }

    List<DeskView.AlarmLine> alarmLines() {
        return alarms.values().stream()
                .map(alarm -> new DeskView.AlarmLine(topics.toString(), alarm, seen.getOrDefault(alarm.id(), "")))
                .toList();
    }

    /** Last readings received; null for none. */
    @Nullable
    ReadingPayload readings() {
        return readings;
    }

    private void note(Now now, Kind kind, EntryId entry, String detail) {
        notes.accept(new DeskNote(now.utcMs(), kind, topics.toString(), entry, null, detail));
    }
}
