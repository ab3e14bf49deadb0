package io.pumpwatch.app;

import io.pumpwatch.history.Bucket;
import io.pumpwatch.history.HistoryStatus;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.EvidencePart;
import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import io.pumpwatch.view.StoreHealth;
import io.pumpwatch.view.records.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the HTTP side reads of journal, history and evidence. */
final class Stores {
    private static final Set<String> EVIDENCE = Set.of("duty.evidence-kept");

    private final Path data;
    private final Keeper keeper;
    private final Trends trends;
    private final Supplier<String> voice;

    /** @param voice how the program that speaks fares */
    Stores(Path data, Keeper keeper, Trends trends, Supplier<String> voice) {
        this.voice = voice;
        this.data = data;
        this.keeper = keeper;
        this.trends = trends;
    }

    List<KeptEntry> entries(Position after, int max) {
        List<KeptEntry> some = new ArrayList<>();
        for (Entry entry : keeper.journal().read(new EntryId(after.epoch(), after.seq()), max)) {
            EntryLine head = EntryLine.head(entry.line());
            Position at = new Position(head.id().epoch(), head.id().seq());
            some.add(new KeptEntry(at, head.stamp().utcMs(), head.kind(), entry.line(), entry.hash()));
        }
        return some;
    }

    Optional<Position> beginOf(long epoch) {
        return keeper.journal().beginOf(epoch).map(id -> new Position(id.epoch(), id.seq()));
    }

    List<Bucket> history(Tag tag, long fromMs, long toMs, int points) {
        return trends.query(tag, fromMs, toMs, points);
    }

    List<EvidencePart> evidence() {
        List<EvidencePart> parts = new ArrayList<>();
        keeper.journal().replay(keeper.journal().before(), EVIDENCE, entry -> {
            Line line = Line.of(entry);
            List<EvidencePart.File> files = new ArrayList<>();
            for (Map<?, ?> file : line.objects("files")) {
                files.add(new EvidencePart.File(
                        String.valueOf(file.get("name")),
                        String.valueOf(file.get("sha256")),
                        file.get("bytes") instanceof Number bytes ? bytes.longValue() : 0));
            }
            parts.add(new EvidencePart(
                    line.whole("accident"), line.text("part"), line.text("folder"), line.utcMs(), files));
        });
        return parts;
    }

    Path data(String folder) {
        return data.resolve(folder);
    }

    StoreHealth health() {
        HistoryStatus history = trends.status();
        Runtime runtime = Runtime.getRuntime();
        long freeBytes = new DiskRoom(data).freeBytes();
        return new StoreHealth(
                keeper.journal().bytes(),
                keeper.pending(),
                keeper.unkept(),
                freeBytes,
                DiskRoom.isLow(freeBytes),
                history.scansDropped(),
                history.samplesLost(),
                history.damagedPlaces(),
                history.fault(),
                runtime.totalMemory() - runtime.freeMemory(),
                voice.get());
    }
}
