package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.SmallFile;
import io.pumpwatch.dispatch.desk.Receiver.Last;
import io.pumpwatch.journal.EntryId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Last (epoch, seq, hash) of each station in a small file: one line {@code site/station epoch seq hash} each. */
final class DeskMemory {
    private static final String HEAD = "pumpwatch-desk 1";
    private static final Pattern LINE = Pattern.compile("(\\S+/\\S+) (\\d{1,18}) (\\d{1,18}) ([0-9a-f]{64}|-)");

    private final SmallFile file;
    private Map<String, Last> kept = Map.of();

    DeskMemory(SmallFile file) {
        this.file = file;
    }

    /**
     * What was kept last.
     *
     * @throws IOException where the file can't be read or isn't a desk's: it is never overwritten then
     */
    Map<String, Last> load() throws IOException {
        List<String> lines = file.read();
        Map<String, Last> all = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (i == 0 ? !lines.get(0).equals(HEAD) : !line.matches()) {
                throw new IOException(
                        "line " + (i + 1) + " isn't what a desk writes; move the file away to start afresh");
            }
            if (i > 0) {
                String hash = line.group(4).equals("-") ? "" : line.group(4);
                EntryId id = new EntryId(Long.parseLong(line.group(2)), Long.parseLong(line.group(3)));
                all.put(line.group(1), new Last(id, hash));
            }
        }
        kept = all;
        return all;
    }

    /** Keeps them if they changed; durable when it returns. */
    void save(Map<String, Last> all) throws IOException {
        if (all.equals(kept)) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        all.forEach((station, last) -> lines.add(station + " " + last.id().epoch() + " "
                + last.id().seq() + " " + (last.hash().isEmpty() ? "-" : last.hash())));
        file.write(lines);
        kept = Map.copyOf(all);
    }
}
