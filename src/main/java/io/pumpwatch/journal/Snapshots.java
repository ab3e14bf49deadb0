package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Files with the whole state, each vouched for by an entry with its SHA-256. The three newest are kept. */
final class Snapshots {
    static final int KEPT = 3;
    private static final int FORMAT = 1;
    private static final Pattern NAME = Pattern.compile("state-(\\d{1,18})-(\\d{1,18})\\.json");
    private static final Pattern HEAD = Pattern.compile(
            "\\{\"pumpwatch-state\":(\\d+),\"epoch\":(\\d{1,18}),\"seq\":(\\d{1,18}),\"version\":(\\d{1,9})}");

    private final Path folder;
    private final Disk disk;

    Snapshots(Path journalFolder, Disk disk) {
        this.folder = journalFolder.resolve("snapshots");
        this.disk = disk;
    }

    /**
     * A state to begin a fold with.
     *
     * @param at the last entry that is in it
     * @param state the state
     */
    record Found(EntryId at, StateText state, String sha256) {}

    /** Writes a file whole or not at all; gives back what its entry says of it. */
    String write(EntryId at, StateText state) throws IOException {
        Files.createDirectories(folder);
        String name = "state-" + at.epoch() + "-" + at.seq() + ".json";
        String head = "{\"pumpwatch-state\":" + FORMAT + ",\"epoch\":" + at.epoch() + ",\"seq\":" + at.seq()
                + ",\"version\":" + state.version() + "}\n";
        byte[] content = (head + state.json() + "\n").getBytes(StandardCharsets.UTF_8);
        SegmentWriter.write(disk, folder.resolve(name), content);
        return "\"file\":\"" + name + "\",\"epoch\":" + at.epoch() + ",\"seq\":" + at.seq() + ",\"version\":"
                + state.version() + ",\"bytes\":" + content.length + ",\"sha256\":\"" + sha256(content) + "\"";
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Chain.sha256().digest(content));
    }

    /** Deletes all but the newest. */
    void prune() throws IOException {
        List<Path> files = new ArrayList<>(files().values());
        for (Path file : files.subList(0, Math.max(0, files.size() - KEPT))) {
            disk.delete(file);
        }
    }

    /** The files by the entry that they stand for. */
    SortedMap<EntryId, Path> files() {
        SortedMap<EntryId, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.put(new EntryId(Long.parseLong(name.group(1)), Long.parseLong(name.group(2))), file);
                }
            });
        } catch (IOException fault) {
            throw JournalException.of(folder, fault);
        }
        return found;
    }

    /** The newest state of a version that reads and that an entry vouches for. */
    Optional<Found> newest(Journal journal, int version) {
        List<Map.Entry<EntryId, Path>> files = new ArrayList<>(files().entrySet());
        for (int i = files.size() - 1; i >= 0; i--) {
            EntryId at = files.get(i).getKey();
            Path file = files.get(i).getValue();
            Found found = at.compareTo(journal.last()) < 0 ? read(file) : null;
            if (found != null && found.state.version() == version && vouched(journal, file, found)) {
                return Optional.of(found);
            }
            Logger.warn("{} is not usable as a start; the one before is taken", file);
        }
        return Optional.empty();
    }

    @Nullable
    Found read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            String text = new String(content, StandardCharsets.UTF_8);
            String[] lines = text.split("\n", -1);
            Matcher head = HEAD.matcher(lines[0]);
            if (lines.length != 3 || !head.matches() || Integer.parseInt(head.group(1)) != FORMAT) {
                return null;
            }
            EntryId at = new EntryId(Long.parseLong(head.group(2)), Long.parseLong(head.group(3)));
            return new Found(at, new StateText(Integer.parseInt(head.group(4)), lines[1]), sha256(content));
        } catch (IOException | IllegalArgumentException fault) {
            Logger.warn("{}: {}", file, fault.getMessage());
            return null;
        }
    }

    /** Whether an entry behind the state names this file with this SHA-256. */
    private static boolean vouched(Journal journal, Path file, Found found) {
        EntryId at = found.at;
        String name = "\"file\":\"" + file.getFileName() + "\"";
        for (List<Entry> part = journal.read(at, 1_000); !part.isEmpty(); part = journal.read(at, 1_000)) {
            for (Entry entry : part) {
                if (OwnEntry.KINDS.contains(EntryLine.kindOf(entry.line()))
                        && entry.line().contains(name)) {
                    return entry.line().contains("\"sha256\":\"" + found.sha256 + "\"");
                }
            }
            at = part.get(part.size() - 1).id();
        }
        return false;
    }

    /**
     * The state of a gap that lies in a file.
     *
     * @throws JournalException MISSING or DAMAGED
     */
    StateText gapState(Map<?, ?> body) {
        Path file = folder.resolve(OwnEntry.text(body, "file"));
        Found found = Files.exists(file) ? read(file) : null;
        if (found == null || !found.sha256.equals(OwnEntry.text(body, "sha256"))) {
            throw JournalException.damaged(file, "its SHA-256", "it holds the state after a gap and doesn't read");
        }
        return found.state;
    }
}
