package io.pumpwatch.history;

import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One question about one channel. */
final class Query {
    private static final long SECOND_MS = 1_000;
    /** Blocks of the ring follow on each other if no more than this lies between: the slowest scan, and some more. */
    private static final long JOIN_MS = 1_500;

    private final Tag tag;
    private final long firstMs;
    private final long endMs;
    private final long widthMs;
    private final Buckets buckets;
    private final Dictionaries dictionaries;
    private final DamageList damage;
    /** Seconds that the ring has answered for. */
    private final Set<RunSecond> answered = new HashSet<>();

    /** Where the newest full-rate rows ended, so that a hole between two blocks shows. */
    private Buckets.@Nullable Source ringSource;

    private long ringEndMs;

    private record RunSecond(long run, long second) {}

    /** Rows whose keys count steps of wall time. */
    private record Step(Buckets.Source source, long stepMs) {}

    private Query(Tag tag, long firstMs, long endMs, long widthMs, Dictionaries dictionaries, DamageList damage) {
        this.tag = tag;
        this.firstMs = firstMs;
        this.endMs = endMs;
        this.widthMs = widthMs;
        this.buckets = new Buckets(firstMs, endMs, widthMs);
        this.dictionaries = dictionaries;
        this.damage = damage;
    }

    /**
     * Buckets of a channel over a range of wall time, widened to whole units: milliseconds where the ring has the range
     * and the points allow, seconds, or the five minutes of the rollups.
     */
    static List<Bucket> run(
            Recorder.Snapshot snapshot,
            Tag tag,
            long fromMs,
            long toMs,
            int pointsMax,
            Dictionaries dictionaries,
            DamageList damage) {
        long wantedMs = Math.max(1, ceilDiv(toMs - fromMs, pointsMax));
        if (wantedMs < SECOND_MS) {
            Query fine = new Query(
                    tag, fromMs, fromMs + ceilDiv(toMs - fromMs, wantedMs) * wantedMs, wantedMs, dictionaries, damage);
            fine.fullRate(snapshot);
            if (fine.ringSource != null) {
                fine.summaries(snapshot);
                return fine.buckets.toList();
            }
        }
        long unitMs = wantedMs < OpenChapter.ROLLUP_MS ? SECOND_MS : OpenChapter.ROLLUP_MS;
        long firstMs = Math.floorDiv(fromMs, unitMs) * unitMs;
        long widthMs = ceilDiv(ceilDiv(toMs - firstMs, pointsMax), unitMs) * unitMs;
        long endMs = firstMs + ceilDiv(toMs - firstMs, widthMs) * widthMs;
        Query query = new Query(tag, firstMs, endMs, widthMs, dictionaries, damage);
        query.summaries(snapshot);
        return query.buckets.toList();
    }

    private static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }

    private void summaries(Recorder.Snapshot snapshot) {
        boolean rollups = widthMs % OpenChapter.ROLLUP_MS == 0;
        for (FileView file : snapshot.catalog().seconds()) {
            read(file, in -> {
                for (Chapter chapter : file.chapters()) {
                    if (chapter.claims(firstMs, endMs)
                            && !(rollups && chapter.rollupAt() >= 0 && rollup(in, file, chapter))) {
                        scan(in, file, chapter.start(), chapter.end(), BlockHeader.Kind.SECONDS);
                    }
                }
                scan(in, file, file.openFrom(), file.limit(), BlockHeader.Kind.SECONDS);
            });
        }
        for (Recorder.Unkept unkept : snapshot.unkept()) {
            Rows rows = unkept.seconds();
            if (rows != null) {
                add(rows, new Step(source(unkept), SECOND_MS));
            }
        }
    }

    private void fullRate(Recorder.Snapshot snapshot) {
        for (FileView file : snapshot.catalog().ring()) {
            read(file, in -> scan(in, file, file.openFrom(), file.limit(), BlockHeader.Kind.FULL_RATE));
        }
        for (Recorder.Unkept unkept : snapshot.unkept()) {
            Rows rows = unkept.full();
            if (rows != null) {
                addSamples(rows, unkept.scans(), unkept.batch().offsetMs, source(unkept));
            }
        }
    }

    private static Buckets.Source source(Recorder.Unkept unkept) {
        return new Buckets.Source(unkept.batch().run, unkept.batch().boot, 0, unkept.quantum());
    }

    private interface Reading {
        void read(FileChannel in) throws IOException;
    }

    private void read(FileView file, Reading reading) {
        if (file.limit() <= BlockFile.START.length) {
            return;
        }
        try (FileChannel in = FileChannel.open(file.file(), StandardOpenOption.READ)) {
            reading.read(in);
        } catch (java.nio.file.NoSuchFileException gone) {
            // Retention or the ring took it between the snapshot and now: it is no longer part of the history.
            return;
        } catch (IOException fault) {
            damage.unreadable(file.file(), String.valueOf(fault.getMessage()));
        }
    }

    /** Takes a chapter's rollup; false if it doesn't read and the chapter's blocks must answer. */
    private boolean rollup(FileChannel in, FileView file, Chapter chapter) throws IOException {
        BlockScan scan = new BlockScan(
                in,
                chapter.rollupAt(),
                chapter.end(),
                header -> header.kind() == BlockHeader.Kind.ROLLUP,
                place -> damage.at(file.file(), place));
        Block block = scan.next();
        return block != null && take(in, file, block);
    }

    private void scan(FileChannel in, FileView file, long from, long to, BlockHeader.Kind kind) throws IOException {
        BlockScan scan = new BlockScan(
                in,
                from,
                to,
                header -> header.kind() == BlockHeader.Kind.DICTIONARY
                        || (header.kind() == kind && header.claims(firstMs, endMs)),
                place -> damage.at(file.file(), place));
        for (Block block = scan.next(); block != null; block = scan.next()) {
            take(in, file, block);
        }
    }

    private boolean take(FileChannel in, FileView file, Block block) throws IOException {
        BlockHeader header = block.header();
        try {
            if (header.kind() == BlockHeader.Kind.DICTIONARY) {
                dictionaries.take(block);
                return true;
            }
            Dictionary dictionary = dictionaries.find(header.dictionary(), in, file.limit());
            if (dictionary == null) {
                throw new DamagedBlock("its dictionary is lost");
            }
            int place = dictionary.indexOf(tag);
            if (place >= 0) {
                take(block, place, dictionary.channels().get(place).quantum());
            }
            return true;
        } catch (DamagedBlock fault) {
            damage.at(file.file(), block.at());
            return false;
        }
    }

    private void take(Block block, int place, double quantum) {
        BlockHeader header = block.header();
        Buckets.Source source = new Buckets.Source(header.run(), header.boot(), header.number(), quantum);
        switch (header.kind()) {
            case SECONDS ->
                add(block.part(place, Math.floorDiv(header.utcFromMs(), SECOND_MS)), new Step(source, SECOND_MS));
            case ROLLUP ->
                add(
                        block.part(place, Math.floorDiv(header.utcFromMs(), OpenChapter.ROLLUP_MS)),
                        new Step(source, OpenChapter.ROLLUP_MS));
            case FULL_RATE ->
                addSamples(block.part(place + 1, 0), block.part(0, header.uptimeFirstMs()), header.offsetMs(), source);
            case DICTIONARY -> throw new DamagedBlock("a dictionary has no rows");
        }
    }

    private void add(Rows rows, Step step) {
        for (int i = 0; i < rows.size(); i++) {
            long utcMs = rows.key(i) * step.stepMs();
            boolean known = !answered.isEmpty()
                    && answered.contains(new RunSecond(step.source().run(), rows.key(i)));
            if (!known) {
                // A second that begins before the range and reaches into it belongs to the first bucket.
                boolean reaches = utcMs < firstMs && utcMs + step.stepMs() > firstMs;
                buckets.add(step.source(), reaches ? firstMs : utcMs, rows, i);
            }
        }
    }

    /**
     * Adds single samples. A second that they fill needs no summary; at a hole, such as the end of the ring, the
     * summary of the second tells what the samples no longer do.
     */
    private void addSamples(Rows rows, Rows scans, long offsetMs, Buckets.Source source) {
        if (scans.size() == 0) {
            return;
        }
        long beginMs = scans.key(0) + offsetMs;
        Buckets.Source before = ringSource;
        boolean joined = before != null && before.run() == source.run() && beginMs - ringEndMs < JOIN_MS;
        for (int i = 0; i < rows.size(); i++) {
            long scan = rows.key(i);
            if (scan < 0 || scan >= scans.size()) {
                throw new DamagedBlock("a sample of a scan that isn't there");
            }
            long utcMs = scans.key((int) scan) + offsetMs;
            buckets.add(source, utcMs, rows, i);
            answered.add(new RunSecond(source.run(), Math.floorDiv(utcMs, SECOND_MS)));
        }
        if (!joined) {
            answered.remove(new RunSecond(source.run(), Math.floorDiv(beginMs, SECOND_MS)));
            if (before != null) {
                answered.remove(new RunSecond(before.run(), Math.floorDiv(ringEndMs, SECOND_MS)));
            }
        }
        ringSource = source;
        ringEndMs = scans.key(scans.size() - 1) + offsetMs;
    }
}
