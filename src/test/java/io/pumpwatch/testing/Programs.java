package io.pumpwatch.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/** Programs of the machine that some tests need. */
public final class Programs {
    /** With {@code -Dpumpwatch.requireAll=true} a missing program fails the test and doesn't skip it. */
    public static final String REQUIRE_ALL = "pumpwatch.requireAll";

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Programs() {}

    /**
     * Path of a program, or the end of this test: skipped with a line that says what to install.
     *
     * @param install such as {@code apt-get install mosquitto}
     */
    public static Path require(String program, String install) {
        try {
            return require(program, install, Boolean.getBoolean(REQUIRE_ALL), places());
        } catch (TestAbortedException missing) {
            if (SAID.add(program)) {
                System.err.println("Tests skipped: " + missing.getMessage());
            }
            throw missing;
        }
    }

    static Path require(String program, String install, boolean requireAll, List<Path> places) {
        for (Path place : places) {
            Path path = place.resolve(program);
            if (Files.isExecutable(path)) {
                return path;
            }
        }
        String words = program + " isn't installed, it comes with: " + install;
        if (requireAll) {
            throw new AssertionError(words);
        }
        throw new TestAbortedException(words);
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!place.isEmpty()) {
                places.add(Path.of(place));
            }
        }
        // Debian keeps servers here, and a user's PATH doesn't name it.
        places.add(Path.of("/usr/sbin"));
        places.add(Path.of("/usr/local/sbin"));
        return places;
    }
}
