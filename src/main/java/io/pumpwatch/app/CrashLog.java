package io.pumpwatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts that no good end followed, by the machine's own boot and uptime, which no clock step moves. Three of them
 * within ten minutes mean: whatever makes it crash is there again at each start.
 */
final class CrashLog {
    private static final String FILE = "starts";
    private static final int CRASHES = 3;
    private static final long WINDOW_S = 600;
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path UPTIME = Path.of("/proc/uptime");

    private final Path file;

    CrashLog(Path stateFolder) {
        this.file = stateFolder.resolve(FILE);
    }

    /** Notes a start; whether the starts before it crashed too often. */
    boolean started() throws IOException {
        return started(bootId(), uptimeS());
    }

    /** The kernel's name of the machine's present boot. */
    static String bootId() throws IOException {
        return Files.readString(BOOT_ID).strip();
    }

    boolean started(String bootId, long uptimeS) throws IOException {
        List<String> recent = new ArrayList<>();
        for (String line : lines()) {
            String[] cells = line.split(" ", -1);
            boolean counts = cells.length == 2 && cells[0].equals(bootId) && cells[1].matches("[0-9]{1,12}");
            if (counts && uptimeS - Long.parseLong(cells[1]) < WINDOW_S) {
                recent.add(line);
            }
        }
        boolean tooOften = recent.size() >= CRASHES;
        recent.add(bootId + " " + uptimeS);
        Files.write(file, recent);
        return tooOften;
    }

    /** A good end. */
    void stopped() throws IOException {
        Files.deleteIfExists(file);
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static long uptimeS() throws IOException {
        String text = Files.readString(UPTIME);
        return Long.parseLong(text.substring(0, text.indexOf('.')));
    }
}
