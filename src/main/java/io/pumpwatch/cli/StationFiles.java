package io.pumpwatch.cli;

import io.pumpwatch.config.Fault;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Station files as commands use them: read, or refused with every fault. */
final class StationFiles {
    private static final String FULL = "full.toml";

    private StationFiles() {}

    /** The file named, or the full station that the program brings along. */
    static Loaded load(Shell shell, @Nullable String name) throws CliFault {
        StationFile.Result result = name == null ? own() : StationFile.read(Path.of(name));
        for (Fault fault : result.faults()) {
            shell.err().println(fault.render(shell.lang()));
        }
        Loaded loaded = result.loaded();
        if (loaded == null) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.config.faults", "file", name == null ? FULL : name));
        }
        return loaded;
    }

    private static StationFile.Result own() {
        try (InputStream in = StationFiles.class.getResourceAsStream("/stations/" + FULL)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no /stations/" + FULL);
            }
            return StationFile.parse(FULL, in.readAllBytes());
        } catch (IOException fault) {
            throw new IllegalStateException("the jar can't be read", fault);
        }
    }
}
