package io.pumpwatch.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinylog.Logger;

/**
 * Takes pages of code and class data that only the start needed out of the agent's memory. They are unchanged copies of
 * files: the kernel keeps them in its cache as long as it has room, and one that is needed again is mapped again.
 */
final class ColdPages {
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    /** So much of the machine's memory must be free or cache. */
    private static final double ROOMY = 0.25;

    /** MADV_DONTNEED: of a private mapping of a file without own pages, the next access finds the file's content. */
    private static final int DONT_NEED = 4;

    /** A part of this process's memory that nobody has written to. */
    record Range(long from, long to, long residentKb) {}

    private ColdPages() {}

    /**
     * Whether the machine has memory enough that pages given back stay cached: one that is needed again is mapped again
     * then, and never read from the card.
     */
    static boolean stayCached() {
        try {
            return roomy(Files.readAllLines(MEMORY, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Whether enough of the memory is free or cache.
     *
     * @param meminfo lines of {@code /proc/meminfo}, see proc(5)
     */
    static boolean roomy(List<String> meminfo) {
        long total = 0;
        long available = 0;
        for (String line : meminfo) {
            String[] words = line.split(" +", 3);
            if (words[0].equals("MemTotal:")) {
                total = Long.parseLong(words[1]);
            } else if (words[0].equals("MemAvailable:")) {
                available = Long.parseLong(words[1]);
            }
        }
        return total > 0 && available >= ROOMY * total;
    }

    /** Gives them back; where the system has no such call, nothing happens. */
    static void giveBack() {
        if (!LibC.there() || !Files.isReadable(MAPPINGS)) {
            return;
        }
        long kb = 0;
        try {
            for (Range range : unwritten(Files.readAllLines(MAPPINGS, StandardCharsets.ISO_8859_1))) {
                if (LibC.madvise(range.from(), range.to() - range.from(), DONT_NEED) == 0) {
                    kb += range.residentKb();
                }
            }
        } catch (IOException unreadable) {
            Logger.debug("no look at {}: {}", MAPPINGS, unreadable.getMessage());
            return;
        }
        Logger.debug("{} KB of unchanged file pages given back", kb);
    }

    /**
     * What may go: private mappings of files without leave to write, of which no page is the process's own. A page that
     * was ever written to (relocated class data) counts as own and would be lost.
     *
     * @param smaps lines of {@code /proc/self/smaps}, see proc(5)
     */
    static List<Range> unwritten(List<String> smaps) {
        List<Range> ranges = new ArrayList<>();
        String[] head = {};
        long residentKb = 0;
        for (String line : smaps) {
            String[] words = line.split(" +", 6);
            if (words[0].endsWith(":")) {
                if (words[0].equals("Rss:")) {
                    residentKb = Long.parseLong(words[1]);
                } else if (words[0].equals("Anonymous:") && words[1].equals("0") && residentKb > 0 && ofFile(head)) {
                    String[] ends = head[0].split("-", 2);
                    ranges.add(new Range(
                            Long.parseUnsignedLong(ends[0], 16), Long.parseUnsignedLong(ends[1], 16), residentKb));
                }
            } else {
                head = words;
                residentKb = 0;
            }
        }
        return ranges;
    }

    private static boolean ofFile(String[] head) {
        return head.length == 6 && head[5].startsWith("/") && (head[1].equals("r--p") || head[1].equals("r-xp"));
    }
}
