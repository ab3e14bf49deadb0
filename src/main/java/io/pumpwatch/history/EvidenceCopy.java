package io.pumpwatch.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Copies the blocks that claim a window of wall time, byte for byte, into a folder that opens as a history. */
final class EvidenceCopy {
    private final long fromMs;
    private final long toMs;
    private final DamageList damage;

    EvidenceCopy(long fromMs, long toMs, DamageList damage) {
        this.fromMs = fromMs;
        this.toMs = toMs;
        this.damage = damage;
    }

    /** Copies from all files of a catalog. */
    List<Evidence> copy(Catalog catalog, Path target) throws IOException {
        List<Evidence> made = new ArrayList<>();
        Files.createDirectories(target);
        copy(catalog.seconds(), target, BlockHeader.Kind.SECONDS, made);
        Path ring = Files.createDirectories(target.resolve(History.RING));
        copy(catalog.ring(), ring, BlockHeader.Kind.FULL_RATE, made);
        return List.copyOf(made);
    }

    private void copy(List<FileView> files, Path target, BlockHeader.Kind kind, List<Evidence> made)
            throws IOException {
        for (FileView file : files) {
            Path wanted = target.resolve(file.file().getFileName());
            if (Files.exists(wanted)) {
                throw new java.nio.file.FileAlreadyExistsException(
                        wanted.toString(), null, "evidence is never overwritten: name a new folder");
            }
            try (FileChannel in = FileChannel.open(file.file(), StandardOpenOption.READ)) {
                Evidence evidence = copy(in, file, kind, wanted);
                if (evidence != null) {
                    made.add(evidence);
                }
            } catch (NoSuchFileException gone) {
                Logger.debug("{} left the ring before it could be copied", file.file());
            }
        }
    }

    private @Nullable Evidence copy(FileChannel in, FileView file, BlockHeader.Kind kind, Path wanted)
            throws IOException {
        BlockScan scan = new BlockScan(
                in,
                BlockFile.START.length,
                file.limit(),
                header -> header.kind() == BlockHeader.Kind.DICTIONARY
                        || (header.kind() == kind && header.claims(fromMs, toMs)),
                place -> damage.at(file.file(), place));
        Path beside = wanted.resolveSibling(wanted.getFileName() + ".new");
        MessageDigest digest = sha256();
        long bytes = 0;
        Set<Integer> named = new HashSet<>();
        byte[] names = new byte[0];
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            bytes += write(out, digest, BlockFile.START);
            for (Block block = scan.next(); block != null; block = scan.next()) {
                if (block.header().kind() == BlockHeader.Kind.DICTIONARY) {
                    names = block.whole();
                    continue;
                }
                if (named.add(block.header().dictionary())) {
                    bytes += write(out, digest, names);
                }
                bytes += write(out, digest, block.whole());
            }
            out.force(true);
        }
        if (named.isEmpty()) {
            Files.delete(beside);
            return null;
        }
        Files.move(beside, wanted, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(wanted);
        return new Evidence(wanted, HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static int write(FileChannel out, MessageDigest digest, byte[] bytes) throws IOException {
        digest.update(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        return bytes.length;
    }

    private static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-256", fault);
        }
    }
}
