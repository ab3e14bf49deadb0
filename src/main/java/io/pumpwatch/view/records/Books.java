package io.pumpwatch.view.records;

import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.view.records.Spans.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What reports need of the journal, gathered in one pass. Feed it every entry in order, {@link #finish}, then ask.
 * Entries that come by the thousand each day (readings that people entered item by item) aren't kept one by one.
 */
public final class Books {
    /** Kinds of which nothing is kept. */
    private static final Set<String> SKIPPED = Set.of(
            "agent.config-text",
            "rounds.item-noted",
            "alarm.suppressed",
            "alarm.unsuppressed",
            "interlock.inhibits-changed",
            "duty.presence-answered",
            "agent.chain-verified");

    /** Less than any step that is an entry. */
    private static final long JUMP_MS = 1_000;

    private final AlarmBook alarms = new AlarmBook();
    private final PumpBook pumps = new PumpBook();
    private final LevelBook levels = new LevelBook();
    private final Map<String, List<Line>> kept = new HashMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final List<Span> seen = new ArrayList<>();
    private final UnsetClock unset = new UnsetClock();
    private long coverFromMs = -1;
    private long lastMs = -1;
    private long lastUptimeMs;
    private long newestMs = -1;
    private long firstMs = -1;
    private long boot = -1;
    private long lines;
    /** The last entry, where it is of a skipped kind: read only if the agent's watch ends with it. */
    private @Nullable String passed;

    /** The next entry as it stands in the journal; parsed only where its kind is wanted. */
    public void read(String line) {
        String kind = EntryLine.kindOf(line);
        if (SKIPPED.contains(kind)) {
            if (unset.waits()) {
                EntryLine head = EntryLine.head(line);
                take(new Line(head.id().epoch(), head.id().seq(), head.stamp(), kind, Map.of()));
            } else {
                passed = line;
            }
        } else if (!kind.startsWith("journal.")) {
            take(Line.of(EntryLine.head(line)));
        }
    }

    /** The next entry. */
    public void take(Line line) {
        reach();
        unset.next(line).forEach(this::put);
    }

    private void put(Line line) {
        if (SKIPPED.contains(line.kind())) {
            seen(line.at());
            return;
        }
        lines++;
        if (firstMs < 0) {
            firstMs = line.utcMs();
        }
        cover(line);
        switch (line.kind()) {
            case "alarm.moved" -> alarms.take(line);
            case "interlock.pump-started", "interlock.pump-stopped", "interlock.stop-explained" -> pumps.take(line);
            case "rounds.item-entered" -> levels.take(line);
            case "duty.person-enrolled" -> {
                names.put(line.text("person"), line.text("name"));
                keep(line);
            }
            default -> keep(line);
        }
        last(line.at());
    }

    /** An agent that wrote what is skipped here watched until then. */
    private void reach() {
        if (passed != null) {
            seen(EntryLine.head(passed).stamp());
            passed = null;
        }
    }

    private void seen(Stamp at) {
        var unused = boot(at);
        last(at);
    }

    private void last(Stamp at) {
        lastMs = at.utcMs();
        newestMs = Math.max(newestMs, lastMs);
        lastUptimeMs = at.uptimeMs();
    }

    /**
     * Whether it is the first entry of a boot, of whatever kind: what lies between the last one of the boot before and
     * it is unknown.
     */
    private boolean boot(Stamp at) {
        boolean another = at.boot() != boot;
        if (another) {
            close(lastMs);
            coverFromMs = at.utcMs();
            boot = at.boot();
        }
        return another;
    }

    private void keep(Line line) {
        kept.computeIfAbsent(line.kind(), kind -> new ArrayList<>()).add(line);
    }

    /** From each start to the stop, or to the last entry before the next start: what lies between is unknown. */
    private void cover(Line line) {
        if (boot(line.at())) {
            return;
        }
        if (line.kind().equals("agent.started")) {
            close(lastMs);
            coverFromMs = line.utcMs();
        } else if (line.kind().equals("agent.stopped")) {
            close(line.utcMs());
        } else if (line.kind().equals("agent.clock-stepped") && coverFromMs >= 0 && jumped(line.at())) {
            // Before the step wall time said something else: the stretch begins anew.
            close(lastMs);
            coverFromMs = line.utcMs();
        } else if (coverFromMs < 0) {
            coverFromMs = line.utcMs();
        }
    }

    /** Whether wall time went otherwise than uptime since the entry before; not where that was put right already. */
    private boolean jumped(Stamp at) {
        return Math.abs(at.utcMs() - lastMs - (at.uptimeMs() - lastUptimeMs)) > JUMP_MS;
    }

    private void close(long untilMs) {
        if (coverFromMs >= 0 && untilMs > coverFromMs) {
            seen.add(new Span(coverFromMs, untilMs));
        }
        coverFromMs = -1;
    }

    /** No more entries; {@code nowMs} is how far the agent has come, or the last entry's time of a stopped store. */
    public void finish(long nowMs) {
        reach();
        unset.rest().forEach(this::put);
        close(Math.max(nowMs, lastMs));
        newestMs = Math.max(nowMs, newestMs);
    }

    public AlarmBook alarms() {
        return alarms;
    }

    public PumpBook pumps() {
        return pumps;
    }

    LevelBook levels() {
        return levels;
    }

    /** Entries of a kind, oldest first. */
    public List<Line> of(String kind) {
        return kept.getOrDefault(kind, List.of());
    }

    /** Entries of a kind within a stretch of wall time. */
    public List<Line> of(String kind, long fromMs, long toMs) {
        return of(kind).stream()
                .filter(line -> line.utcMs() >= fromMs && line.utcMs() < toMs)
                .toList();
    }

    /** Entries of every kind that is kept one by one, within a stretch of wall time; in no order. */
    List<Line> within(long fromMs, long toMs) {
        List<Line> all = new ArrayList<>();
        kept.keySet().forEach(kind -> all.addAll(of(kind, fromMs, toMs)));
        return all;
    }

    /** The person's name; the id of somebody who isn't known. */
    public String name(String id) {
        return id.isEmpty() ? "" : names.getOrDefault(id, id);
    }

    /** Everybody ever enrolled, by id. */
    public Map<String, String> names() {
        return Map.copyOf(names);
    }

    /** Time within a stretch in which no agent watched. */
    public long unknownMs(long fromMs, long toMs) {
        long to = Math.min(toMs, Math.max(fromMs, newestMs));
        return Math.max(0, to - fromMs - Spans.covered(seen, fromMs, to));
    }

    /** Time within a stretch that these spans cover while an agent watched; where two overlap it counts once. */
    long watchedMs(List<Span> spans, long fromMs, long toMs) {
        return Spans.covered(Spans.common(spans, seen), fromMs, toMs);
    }

    /** Time of the first entry; -1 for none. */
    public long firstMs() {
        return firstMs;
    }

    /** How far the records reach, whatever the clock of the last boot says. */
    public long lastMs() {
        return newestMs;
    }

    /** Entries of boots whose clock was set later, which stand where uptime says that they were. */
    public long placed() {
        return unset.placed();
    }

    /** Entries that were looked at. */
    public long lines() {
        return lines;
    }
}
