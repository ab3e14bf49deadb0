package io.pumpwatch.journal;

import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a journal while it is written, and makes a usable journal of such a copy. */
public final class Backup {
    private static final String MANIFEST = "backup.json";
    private static final String SEALED = "secrets.sealed";
    private static final String KEY_SEALED = StationKey.NAME + ".sealed";
    private static final int FORMAT = 1;

    private Backup() {}

    /**
     * What a backup holds.
     *
     * @param last the last entry in it
     * @param hash its hash
     * @param bytes of all files
     * @param withSecrets whether the secrets are in it, under a passphrase
     */
    public record Report(EntryId last, String hash, long bytes, boolean withSecrets) {}

    /**
     * What a restore made.
     *
     * @param oldLast the last entry of the backup
     * @param epoch the new one
     * @param secretsRestored false: PINs must be set anew, beginning with a first chief
     */
    public record Restored(EntryId oldLast, long epoch, boolean secretsRestored) {}

    /**
     * Copies what is durable now into a new or empty folder. Runs beside the keeper, on any thread but its own.
     *
     * @param secrets to take along; only under a passphrase
     * @throws JournalException NOT_EMPTY, or an I/O trouble; the folder then has no manifest and counts as no backup
     */
    public static Report make(
            Journal journal, Path to, Stamp now, @Nullable Secrets secrets, char @Nullable [] passphrase) {
        requireEmpty(to);
        View view = journal.view();
        Map<String, String> sums = new LinkedHashMap<>();
        long bytes = 0;
        try {
            Files.createDirectories(to);
            for (int i = 0; i < view.segments().size(); i++) {
                Path file = view.segments().get(i).file();
                long limit = i == view.segments().size() - 1 ? view.limit() : Files.size(file);
                bytes += limit;
                sums.put(file.getFileName().toString(), copy(file, to.resolve(file.getFileName()), limit));
            }
            for (Map.Entry<EntryId, Path> each :
                    new Snapshots(journal.folder(), journal.disk()).files().entrySet()) {
                if (each.getKey().compareTo(view.last()) < 0) {
                    Path file = each.getValue();
                    Files.createDirectories(to.resolve("snapshots"));
                    String name = "snapshots/" + file.getFileName();
                    long size = Files.size(file);
                    bytes += size;
                    sums.put(name, copy(file, to.resolve(name), size));
                }
            }
            boolean sealed = secrets != null && passphrase != null;
            if (secrets != null && passphrase != null) {
                sums.put(SEALED, seal(secrets.json(), passphrase, to.resolve(SEALED)));
                Path key = journal.folder().resolve(StationKey.NAME);
                if (Files.exists(key)) {
                    // Whoever lost the machine goes on signing with the key that dispatch knows.
                    sums.put(KEY_SEALED, seal(Files.readString(key), passphrase, to.resolve(KEY_SEALED)));
                }
            }
            SegmentWriter.write(Disk.REAL, to.resolve(MANIFEST), manifest(view, now, sums));
            return new Report(view.last(), view.hash(), bytes, sealed);
        } catch (IOException fault) {
            throw JournalException.of(to, fault);
        }
    }

    /** Writes a text under the passphrase; gives back the SHA-256 of the file. */
    private static String seal(String text, char[] passphrase, Path to) throws IOException {
        byte[] content = Sealed.seal(text, passphrase).getBytes(StandardCharsets.UTF_8);
        PrivateFile.write(Disk.REAL, to, content);
        return Snapshots.sha256(content);
    }

    private static byte[] manifest(View view, Stamp now, Map<String, String> sums) {
        List<String> files = new ArrayList<>();
        sums.forEach((name, sum) -> files.add("\"" + name + "\":\"" + sum + "\""));
        return ("{\"pumpwatch-backup\":" + FORMAT + ",\"utc\":\"" + Instant.ofEpochMilli(now.utcMs()) + "\",\"last\":\""
                        + view.last() + "\",\"hash\":\"" + view.hash() + "\",\"files\":{" + String.join(",", files)
                        + "}}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void requireEmpty(Path folder) {
        try {
            if (!Journal.isEmptyFolder(folder)) {
                throw new JournalException(Trouble.NOT_EMPTY, Map.of("folder", folder.toString()));
            }
        } catch (IOException fault) {
            throw JournalException.of(folder, fault);
        }
    }

    /** Copies the first bytes of a file durably; gives back their SHA-256. */
    private static String copy(Path from, Path to, long bytes) throws IOException {
        MessageDigest sha = Chain.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), sha);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            long left = bytes;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException(from + " is shorter than it was");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        try (FileChannel synced = FileChannel.open(to, StandardOpenOption.WRITE)) {
            synced.force(true);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /**
     * Makes a journal of a backup in a new or empty folder. A new epoch begins: whatever the old journal kept after the
     * backup is a declared break.
     *
     * @param now stamp of the new epoch's first entry
     * @param epochAtLeast above every epoch that the old journal may have used since, as dispatch knows it; 0 if
     *     unknown
     * @param passphrase of the secrets, or null to leave them out
     * @throws JournalException NO_BACKUP, DAMAGED, NOT_EMPTY, WRONG_PASSPHRASE or an I/O trouble; the folder stays
     *     empty
     */
    public static Restored restore(Path from, Path to, Stamp now, long epochAtLeast, char @Nullable [] passphrase) {
        requireEmpty(to);
        Map<?, ?> files = checked(from);
        Path building = to.resolveSibling(to.getFileName() + ".restoring");
        try {
            clear(building);
            Files.createDirectories(building.resolve("snapshots"));
            for (Object name : files.keySet()) {
                if (!SEALED.equals(name) && !KEY_SEALED.equals(name)) {
                    Path file = from.resolve(String.valueOf(name));
                    copy(file, building.resolve(String.valueOf(name)), Files.size(file));
                }
            }
            boolean sealed = passphrase != null && files.containsKey(SEALED);
            if (passphrase != null && sealed) {
                String json = Sealed.open(Files.readString(from.resolve(SEALED)), passphrase);
                Secrets.open(building).restore(json);
            }
            if (passphrase != null && files.containsKey(KEY_SEALED)) {
                String key = Sealed.open(Files.readString(from.resolve(KEY_SEALED)), passphrase);
                PrivateFile.write(
                        Disk.REAL, building.resolve(StationKey.NAME), key.getBytes(StandardCharsets.US_ASCII));
            }
            Restored restored = newEpoch(building, now, epochAtLeast, sealed);
            Files.deleteIfExists(to);
            Disk.REAL.move(building, to);
            return restored;
        } catch (IOException fault) {
            throw JournalException.of(to, fault);
        }
    }

    private static Restored newEpoch(Path folder, Stamp now, long epochAtLeast, boolean secrets) throws IOException {
        try (Journal journal = Journal.open(folder, JournalSettings.STANDARD)) {
            View before = journal.view();
            if (before.segments().isEmpty()) {
                return new Restored(EntryId.NONE, 1, secrets);
            }
            journal.roll(before.newest().month(), Math.max(before.epoch() + 1, epochAtLeast), "restore");
            EntryId first = journal.view().next();
            Draft draft = OwnEntry.epoch(now, journal.view(), List.of());
            journal.append(List.of(List.of(EntryLine.of(first, draft))), journal.cursors());
            return new Restored(before.last(), first.epoch(), secrets);
        }
    }

    /** The files of a backup, each with the SHA-256 that the manifest says. */
    private static Map<?, ?> checked(Path from) {
        Path file = from.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw noBackup(from, MANIFEST + " is missing");
        }
        try {
            Map<?, ?> manifest = OwnEntry.properties(Files.readString(file, StandardCharsets.UTF_8));
            long format = OwnEntry.number(manifest, "pumpwatch-backup");
            if (format != FORMAT || !(manifest.get("files") instanceof Map<?, ?> files)) {
                throw noBackup(from, MANIFEST + " doesn't read, or is of another version");
            }
            for (Map.Entry<?, ?> each : files.entrySet()) {
                Path one = from.resolve(String.valueOf(each.getKey()));
                if (!one.normalize().startsWith(from.normalize()) || !sum(one).equals(each.getValue())) {
                    throw JournalException.damaged(one, "its SHA-256", "it isn't what the backup's manifest says");
                }
            }
            return files;
        } catch (IOException fault) {
            throw JournalException.of(from, fault);
        }
    }

    private static JournalException noBackup(Path folder, String detail) {
        return new JournalException(Trouble.NO_BACKUP, Map.of("folder", folder.toString(), "detail", detail));
    }

    private static String sum(Path file) throws IOException {
        MessageDigest sha = Chain.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** What an interrupted restore left; the folder is ours by its name. */
    private static void clear(Path building) throws IOException {
        if (!Files.exists(building)) {
            return;
        }
        try (var all = Files.walk(building)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
