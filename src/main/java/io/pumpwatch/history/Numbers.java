package io.pumpwatch.history;

/** Gives each block its number: growing over the folder, not without holes. One thread. */
final class Numbers {
    private long last;

    Numbers(long last) {
        this.last = last;
    }

    long next() {
        return ++last;
    }
}
