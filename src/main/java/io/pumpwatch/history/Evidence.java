package io.pumpwatch.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One file of an evidence copy.
 *
 * @param file where it is
 * @param bytes its length
 * @param sha256 64 hex digits, for the journal entry that vouches for it
 */
public record Evidence(Path file, long bytes, String sha256) {
    /** Longest block in time: rows of one slot. */
    private static final long BLOCK_MS_MAX = 700_000;

    static List<Evidence> copy(Path folder, long fromUtcMs, long toUtcMs, Path to) throws IOException {
        Files.createDirectories(to);
        List<Evidence> made = new ArrayList<>();
        for (String prefix : List.of(Names.SECONDS, Names.RING)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Path file : Names.files(folder, prefix)) {
                BlockFile.walk(file, block -> {
                    if (block.type() == BlockFile.TABLE || overlaps(block, fromUtcMs, toUtcMs)) {
                        bytes.writeBytes(BlockFile.frame(block.type(), block.number(), block.payload()));
                    }
                    return true;
                });
            }
            Path file = to.resolve(prefix.equals(Names.RING) ? "full-rate.blk" : "seconds.blk");
            BlockFile target = new BlockFile(file);
            target.append(bytes.toByteArray());
            target.close();
            made.add(new Evidence(file, bytes.size(), sha256(bytes.toByteArray())));
        }
        return made;
    }

    private static boolean overlaps(BlockFile.Block block, long fromUtcMs, long toUtcMs) throws IOException {
        Payload.Head head = Payload.head(block.payload());
        long length = block.type() == BlockFile.SUMMARY ? head.rows() * 1000L : BLOCK_MS_MAX;
        return head.utcMs() < toUtcMs && head.utcMs() + length > fromUtcMs;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
