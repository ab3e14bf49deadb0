package io.pumpwatch.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash chain over the lines: {@code hash(n) = SHA-256(hash(n-1) ‖ line(n))}, zeros before the first of an epoch.
 */
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

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** Walks along a chain without making text of each hash. One thread. */
    static final class Walk {
        private final MessageDigest sha;
        private byte[] hash;

        /** Stands behind the entry with this hash. */
        Walk(String hash) {
            this(hash, sha256());
        }

        /** The same for who walks often: making one of these takes as long as hashing a line. */
        Walk(String hash, MessageDigest sha) {
            this.sha = sha;
            this.hash = HexFormat.of().parseHex(hash);
        }

        /** Before the first entry of an epoch. */
        void restart() {
            hash = new byte[hash.length];
        }

        void step(byte[] bytes, int from, int to) {
            sha.update(hash);
            sha.update(bytes, from, to - from);
            hash = sha.digest();
        }

        /** Goes on behind an entry whose hash is taken as it is. */
        void resume(String known) {
            hash = HexFormat.of().parseHex(known);
        }

        String hash() {
            return HexFormat.of().formatHex(hash);
        }

        /** Whether the hash stands at this place as 64 hex digits. */
        boolean matches(byte[] bytes, int from) {
            for (int i = 0; i < hash.length; i++) {
                if (bytes[from + 2 * i] != digit(hash[i] >> 4) || bytes[from + 2 * i + 1] != digit(hash[i])) {
                    return false;
                }
            }
            return true;
        }

        private static int digit(int nibble) {
            int low = nibble & 0xf;
            return low < 10 ? '0' + low : 'a' + low - 10;
        }
    }
}
