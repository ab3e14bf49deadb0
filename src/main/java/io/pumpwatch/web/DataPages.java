package io.pumpwatch.web;

import io.pumpwatch.api.Events;
import io.pumpwatch.api.EvidenceList;
import io.pumpwatch.api.Health;
import io.pumpwatch.api.Status;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.EvidencePart;
import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Named;
import io.pumpwatch.view.Position;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.StoreHealth;
import io.pumpwatch.view.records.LogWords;
import io.pumpwatch.web.Page.Asked;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is read of the stores: the log, evidence, and how they fare. */
final class DataPages {
    static final int EVENTS_MAX = 200;
    private static final int EVENTS_USUAL = 50;

    private DataPages() {}

    static void add(Map<String, Page> pages) {
        pages.put("events", DataPages::events);
        pages.put("evidence", DataPages::evidence);
        pages.put("health", DataPages::health);
        pages.put("field", FieldAnswer::page);
    }

    private static Events events(Asked asked) throws RequestFault {
        return events(asked, EVENTS_USUAL, EVENTS_MAX);
    }

    /** The log, so many entries of it unless the parameters say otherwise. */
    static Events events(Asked asked, int usual, int max) throws RequestFault {
        String kind = asked.first("kind");
        List<String> begun = kind == null ? List.of() : List.of(kind.split(",", -1));
        int limit = whole(asked, "limit", usual, 1, max);
        Position end = asked.progress().durableAt();
        String before = asked.first("before");
        Position from = before == null ? new Position(end.epoch(), end.seq() + 1) : StreamClient.position(before);
        if (from == null) {
            throw RequestFault.field(Refusal.of("field.wrong", "field", "before", "form", "form.entry"), "before");
        }
        LogWalk walk = new LogWalk(asked.port(), from);
        List<Events.Event> found =
                walk.page(limit, entry -> begun.isEmpty() || begun.stream().anyMatch(entry.kind()::startsWith)).stream()
                        .map(entry -> event(entry, asked.view(), asked.lang()))
                        .toList();
        Position next = walk.next();
        return new Events(
                asked.view().plan().zone().getId(), found, next == null ? null : next.epoch() + "-" + next.seq());
    }

    private static Events.Event event(KeptEntry entry, StationView view, Lang lang) {
        LogWords words = LogWords.of(entry, Named.of(view, lang));
        return new Events.Event(
                entry.at().epoch() + "-" + entry.at().seq(),
                Wire.utc(entry.utcMs()),
                entry.kind(),
                words.kind(),
                words.who(),
                words.text(),
                entry.line(),
                entry.hash());
    }

    static int whole(Asked asked, String name, int usual, int min, int max) throws RequestFault {
        String text = asked.first(name);
        if (text == null) {
            return usual;
        }
        int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (value < min || value > max) {
            Refusal range = Refusal.of("field.range", "field", name, "min", "" + min, "max", "" + max);
            throw RequestFault.field(range, name);
        }
        return value;
    }

    private static EvidenceList evidence(Asked asked) {
        List<EvidenceList.Part> parts = new ArrayList<>();
        for (EvidencePart part : asked.port().evidence()) {
            String base = "/api/v1/evidence/" + part.accident() + "/" + part.part() + "/";
            parts.add(new EvidenceList.Part(
                    part.accident(),
                    part.part(),
                    Wire.utc(part.utcMs()),
                    part.files().stream()
                            .map(file -> new EvidenceList.File(
                                    file.name(),
                                    file.sha256(),
                                    file.bytes(),
                                    base + URLEncoder.encode(file.name(), StandardCharsets.UTF_8)))
                            .toList()));
        }
        return new EvidenceList(asked.view().plan().zone().getId(), parts);
    }

    static Health health(Asked asked) {
        Status status = new StatusAnswer(asked.view(), asked.progress(), asked.version(), asked.lang()).status();
        StoreHealth store = asked.port().health();
        boolean ok = !status.safeMode()
                && status.entries().storeStalledMs() == 0
                && store.historyFault().isEmpty()
                && !store.lowRoom()
                && status.link().fault().isEmpty()
                && !status.clockTrust().equals("unset");
        return new Health(
                ok,
                status.now(),
                status.version(),
                status.boot(),
                asked.view().now().uptimeMs(),
                status.scans(),
                status.clockTrust(),
                status.safeMode(),
                status.link().state(),
                status.link().fault(),
                status.entries().waiting(),
                store.journalBytes(),
                store.pending(),
                status.entries().storeStalledMs(),
                store.unkept(),
                store.freeBytes(),
                store.lowRoom(),
                store.historyFault(),
                store.scansDropped(),
                store.samplesLost(),
                store.damagedPlaces(),
                store.memoryBytes(),
                store.voice());
    }

    /** The file of a part as the journal names it, or null. */
    static @Nullable String evidenceFolder(StationPort port, String accident, String part, String name) {
        for (EvidencePart each : port.evidence()) {
            boolean same = Long.toString(each.accident()).equals(accident)
                    && each.part().equals(part);
            if (same && each.files().stream().anyMatch(file -> file.name().equals(name))) {
                return each.folder();
            }
        }
        return null;
    }
}
