package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;

/** The chapter that is being written, with its rollup so far. */
final class OpenChapter {
    /** Seconds in one row of a rollup. */
    static final long ROLLUP_S = 300;

    static final long ROLLUP_MS = ROLLUP_S * 1_000;
    private static final long LENGTH_MS = 3_600_000;

    private final long start;
    private final Dictionary dictionary;
    private final BlockHeader first;
    private final Rows[] rollup;
    /** Of the last batch that was kept; its rows aren't held on to. */
    private BlockHeader last;

    private long utcFromMs = Long.MAX_VALUE;
    private long utcToMs = Long.MIN_VALUE;
    private long number;
    private ClockTrust trust;

    /** @param start place of its dictionary in the file */
    OpenChapter(long start, Batch first) {
        this.start = start;
        this.dictionary = first.dictionary;
        this.first = first.header(BlockHeader.Kind.SECONDS, 0);
        this.last = this.first;
        this.trust = first.trust;
        this.rollup = Rows.of(first.dictionary.channels().size());
    }

    boolean goesOnWith(Batch batch) {
        return batch.run == first.run()
                && batch.dictionary.id() == dictionary.id()
                && batch.uptimeLastMs - first.uptimeFirstMs() <= LENGTH_MS;
    }

    /** Counts a block that was kept. */
    void kept(Batch batch, BlockHeader header) {
        last = header;
        number = header.number();
        utcFromMs = Math.min(utcFromMs, header.utcFromMs());
        utcToMs = Math.max(utcToMs, header.utcToMs());
        trust = batch.trust.compareTo(trust) < 0 ? batch.trust : trust;
        for (int channel = 0; channel < rollup.length; channel++) {
            Rows rows = batch.seconds[channel];
            for (int i = 0; i < rows.size(); i++) {
                rollup[channel].merge(Math.floorDiv(rows.key(i), ROLLUP_S), rows, i);
            }
        }
    }

    byte[] dictionaryBlock(long blockNumber) {
        return last.with(BlockHeader.Kind.DICTIONARY, blockNumber).block(dictionary.payload());
    }

    /** The block that closes it. */
    byte[] rollupBlock(long blockNumber) {
        BlockHeader header = new BlockHeader(
                0,
                BlockHeader.Kind.ROLLUP,
                trust,
                blockNumber,
                first.boot(),
                first.run(),
                first.uptimeFirstMs(),
                last.uptimeLastMs(),
                last.offsetMs(),
                dictionary.id());
        return header.block(Block.parts(rollup, Math.floorDiv(header.utcFromMs(), ROLLUP_MS)));
    }

    /** What the index says of it. */
    Chapter closed(long end, long rollupAt) {
        return new Chapter(start, end, rollupAt, utcFromMs, utcToMs, number, first.run(), first.boot(), trust);
    }
}
