package io.pumpwatch.history;

import java.nio.file.Path;

/**
 * A file of copied blocks, in the form of the history's own files.
 *
 * @param file where it is
 * @param sha256 of its bytes, 64 hex digits
 * @param bytes how long it is
 */
public record Evidence(Path file, String sha256, long bytes) {}
