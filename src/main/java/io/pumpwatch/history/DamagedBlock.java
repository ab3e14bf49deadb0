package io.pumpwatch.history;

/** A block that can't be what was written; whoever reads skips and counts it. */
final class DamagedBlock extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedBlock(String what) {
        super(what);
    }
}
