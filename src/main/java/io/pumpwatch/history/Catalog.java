package io.pumpwatch.history;

import java.util.List;

/** The files of a history as they stand at one moment, the oldest first. */
record Catalog(List<FileView> seconds, List<FileView> ring) {}
