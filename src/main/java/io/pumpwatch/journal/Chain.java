package io.pumpwatch.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash chain over the lines: {@code hash(n) = SHA-256(hash(n-1) ‖ line(n))}, zeros before an epoch's first. */
public final class Chain {
    /** What stands before the first entry of an epoch, 64 hex digits. */
    public static final String GENESIS = "0".repeat(64);

    private Chain() {}

    /** Hash of a line whose predecessor's hash is {@code previous}, both as 64 lower-case hex digits. */
    public static String next(String previous, String line) {
        MessageDigest sha = sha256();
        sha.update(HexFormat.of().parseHex(previous));
        return HexFormat.of().formatHex(sha.digest(line.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
