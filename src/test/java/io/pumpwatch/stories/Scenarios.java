package io.pumpwatch.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scenario files of a folder of test resources. */
final class Scenarios {
    private Scenarios() {}

    static List<Story> in(String folder) {
        List<Story> stories = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
            for (Path file : files.sorted().toList()) {
                stories.addAll(StoryReader.read(folder + "/" + file.getFileName(), Files.readString(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return stories;
    }
}
