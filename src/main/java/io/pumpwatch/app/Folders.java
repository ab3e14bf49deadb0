package io.pumpwatch.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tinylog.Logger;

/** Folders of one run. */
public final class Folders {
    private Folders() {}

    /** A fresh folder for temporary files, readable by this user only. */
    public static Path fresh(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException fault) {
            throw new UncheckedIOException("no folder for temporary files", fault);
        }
    }

    /** Deletes a folder that {@link #fresh} made. */
    public static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException fault) {
            Logger.warn("a temporary folder stays behind: {}", fault.getMessage());
        }
    }
}
