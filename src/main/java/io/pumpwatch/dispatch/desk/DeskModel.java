package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.LinkState;
import io.pumpwatch.dispatch.desk.DeskNote.Kind;
import io.pumpwatch.dispatch.desk.DeskView.AlarmLine;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.PayloadException;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that a desk knows of its stations. Owned by one thread; time is an argument. */
final class DeskModel {
    /** Stations at most; a broker full of foreign names can't fill the memory. */
    static final int STATIONS_MAX = 1_000;

    private static final Comparator<AlarmLine> URGENT_FIRST = Comparator.comparing(
                    (AlarmLine line) -> line.alarm().masks().any())
            .thenComparing(line -> line.alarm().priority())
            .thenComparing(line -> !line.alarm().state().asks())
            .thenComparing(line -> line.alarm().sinceUtcMs(), Comparator.reverseOrder())
            .thenComparing(AlarmLine::station)
            .thenComparing(line -> line.alarm().id());

    private final Map<String, StationDesk> stations = new TreeMap<>();
    private final Map<String, Receiver.Last> remembered;
    private final boolean receipts;
    private final Consumer<DeskNote> notes;

    /** What is to be sent to a station. */
    record Out(Topics station, CommandBody body) {}

    /** @param receipts whether the stations count this desk's receipts */
    DeskModel(Map<String, Receiver.Last> remembered, boolean receipts, Consumer<DeskNote> notes) {
        this.receipts = receipts;
        this.remembered = new TreeMap<>(remembered);
        this.notes = notes;
    }

    void linkUp(Now now) {
        stations.values().forEach(station -> station.linkUp(now));
    }

    void message(String topic, byte[] payload, boolean retained, Now now) {
        Topics.Parsed parsed = Topics.parse(topic);
        if (parsed == null) {
            malformed("", "not a topic of ours: " + topic.substring(0, Math.min(200, topic.length())), now);
            return;
        }
        StationDesk station = stations.get(parsed.station().toString());
        if (station == null) {
            if (stations.size() >= STATIONS_MAX) {
                malformed(parsed.station().toString(), "more than " + STATIONS_MAX + " stations", now);
                return;
            }
            station = open(parsed.station(), now);
        }
        try {
            station.message(parsed, payload, retained, now);
        } catch (PayloadException bad) {
            malformed(parsed.station().toString(), String.valueOf(bad.getMessage()), now);
        }
    }

    private StationDesk open(Topics topics, Now now) {
        Receiver.Last last = remembered.getOrDefault(topics.toString(), Receiver.Last.NONE);
        StationDesk station = new StationDesk(topics, last, receipts, notes);
        station.linkUp(now);
        stations.put(topics.toString(), station);
        return station;
    }

    private void malformed(String station, String why, Now now) {
        notes.accept(new DeskNote(now.utcMs(), Kind.MALFORMED, station, EntryId.NONE, null, why));
    }

    List<Out> due(Now now, boolean mayReceipt) {
        List<Out> out = new ArrayList<>();
        for (StationDesk station : stations.values()) {
            for (CommandBody body : station.due(now, mayReceipt)) {
                out.add(new Out(station.topics(), body));
            }
        }
        return out;
    }

    /** The mark for an alarm that is shown now; null where there is none. */
    @Nullable
    Out see(String station, AlarmId alarm, String by) {
        StationDesk desk = stations.get(station);
        CommandBody.Seen seen = desk == null ? null : desk.see(alarm, by);
        return desk == null || seen == null ? null : new Out(desk.topics(), seen);
    }

    /** Addressee of a command; null for a station that was never heard. */
    @Nullable
    Topics topics(String station) {
        StationDesk desk = stations.get(station);
        return desk == null ? null : desk.topics();
    }

    /** What has to survive a restart. */
    Map<String, Receiver.Last> lasts() {
        Map<String, Receiver.Last> all = new TreeMap<>(remembered);
        stations.forEach((name, station) -> all.put(name, station.last()));
        all.values().removeIf(last -> last.id().equals(EntryId.NONE));
        return all;
    }

    DeskView view(LinkState link, String linkFault) {
        List<AlarmLine> alarms = new ArrayList<>();
        stations.values().forEach(station -> alarms.addAll(station.alarmLines()));
        alarms.sort(URGENT_FIRST);
        return new DeskView(
                link,
                linkFault,
                stations.values().stream().map(StationDesk::line).toList(),
                alarms);
    }
}
