package io.pumpwatch.history;

import java.nio.file.Path;
import java.util.List;

/**
 * One file as readers may see it now.
 *
 * @param number grows over the files of its kind
 * @param label the month in which it was begun, such as {@code 2026-11}; empty in the ring
 * @param chapters those that are closed; none in the ring
 * @param openFrom behind them
 * @param limit behind the last durable block
 * @param coveredMs how much recording is in it; kept for the ring only
 */
record FileView(
        Path file, long number, String label, List<Chapter> chapters, long openFrom, long limit, long coveredMs) {

    FileView {
        chapters = List.copyOf(chapters);
    }

    FileView withLimit(long newLimit, long moreMs) {
        return new FileView(file, number, label, chapters, openFrom, newLimit, coveredMs + moreMs);
    }

    Path index() {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + Opening.INDEX);
    }
}
