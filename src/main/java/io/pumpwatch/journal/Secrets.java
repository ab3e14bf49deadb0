package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Texts that never leave the station, such as PIN hashes, by the id that they belong to. A file of its own, readable by
 * the agent's user only; never part of an entry, an export or a message. Any thread.
 */
public final class Secrets {
    static final String NAME = "secrets";
    private static final String HEAD = "pumpwatch-secrets ";
    private static final int FORMAT = 1;

    private final Path file;
    private final Disk disk;
    private SortedMap<String, String> all;

    private Secrets(Path file, Disk disk, SortedMap<String, String> all) {
        this.file = file;
        this.disk = disk;
        this.all = all;
    }

    /**
     * Opens the secrets of a journal's folder; there may be none yet.
     *
     * @throws JournalException OTHER_VERSION, DAMAGED or an I/O trouble
     */
    public static Secrets open(Path journalFolder) {
        return open(journalFolder, Disk.REAL);
    }

    static Secrets open(Path journalFolder, Disk disk) {
        Path file = journalFolder.resolve(NAME);
        if (!Files.exists(file)) {
            return new Secrets(file, disk, new TreeMap<>());
        }
        try {
            return new Secrets(file, disk, parse(file, Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException fault) {
            throw JournalException.of(file, fault);
        }
    }

    private static SortedMap<String, String> parse(Path file, String text) {
        String[] lines = text.split("\n", -1);
        if (lines[0].startsWith(HEAD) && !lines[0].equals(HEAD + FORMAT)) {
            throw new JournalException(
                    Trouble.OTHER_VERSION,
                    Map.of(
                            "file",
                            file.toString(),
                            "found",
                            lines[0].substring(HEAD.length()),
                            "known",
                            Integer.toString(FORMAT)));
        }
        boolean whole = lines.length == 4
                && lines[0].startsWith(HEAD)
                && Snapshots.sha256(lines[1].getBytes(StandardCharsets.UTF_8)).equals(lines[2]);
        if (!whole) {
            throw JournalException.damaged(file, "its check sum", "PINs can't be proven until a backup is restored");
        }
        SortedMap<String, String> all = new TreeMap<>();
        OwnEntry.properties(lines[1]).forEach((id, value) -> all.put(String.valueOf(id), String.valueOf(value)));
        return all;
    }

    /** The secret of this id. */
    public synchronized Optional<String> get(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Whether nobody has a secret. */
    public synchronized boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Sets a secret; durable when this returns. Waits for the disk: not for the scan's thread.
     *
     * @throws JournalException an I/O trouble; the old one stands then
     */
    public synchronized void put(String id, String secret) {
        SortedMap<String, String> next = new TreeMap<>(all);
        next.put(id, secret);
        keep(next);
    }

    /** Removes a secret; durable when this returns. */
    public synchronized void remove(String id) {
        SortedMap<String, String> next = new TreeMap<>(all);
        next.remove(id);
        keep(next);
    }

    private void keep(SortedMap<String, String> next) {
        String json = json(next);
        String sum = Snapshots.sha256(json.getBytes(StandardCharsets.UTF_8));
        try {
            PrivateFile.write(
                    disk, file, (HEAD + FORMAT + "\n" + json + "\n" + sum + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw JournalException.of(file, fault);
        }
        all = next;
    }

    /** All of them, for an encrypted backup. */
    synchronized String json() {
        return json(all);
    }

    private static String json(SortedMap<String, String> all) {
        return all.entrySet().stream()
                .map(each -> {
                    StringBuilder out = new StringBuilder();
                    JsonText.quote(each.getKey(), out);
                    JsonText.quote(each.getValue(), out.append(':'));
                    return out;
                })
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Takes over what a backup held. */
    synchronized void restore(String json) {
        SortedMap<String, String> next = new TreeMap<>();
        OwnEntry.properties(json).forEach((id, value) -> next.put(String.valueOf(id), String.valueOf(value)));
        keep(next);
    }
}
