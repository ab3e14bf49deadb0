package io.pumpwatch.station;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Keys and certificates as text (RFC 7468). */
public final class Pem {
    /** A PKCS 8 key that isn't encrypted. */
    public static final String PRIVATE_KEY = "PRIVATE KEY";

    public static final String CERTIFICATE = "CERTIFICATE";
    private static final int LINE = 64;

    private Pem() {}

    /** The line that begins a block of that kind. */
    public static String begin(String kind) {
        return "-----BEGIN " + kind + "-----";
    }

    private static String end(String kind) {
        return "-----END " + kind + "-----";
    }

    /** A block of that kind, in lines of 64 letters. */
    public static String text(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return begin(kind) + "\n" + body + "\n" + end(kind) + "\n";
    }

    /**
     * What the first block of that kind holds; null where there is none.
     *
     * @throws IllegalArgumentException where it isn't Base64
     */
    public static byte @Nullable [] block(String kind, String text) {
        int begin = text.indexOf(begin(kind));
        int end = text.indexOf(end(kind));
        return begin < 0 || end < begin
                ? null
                : Base64.getMimeDecoder()
                        .decode(text.substring(begin + begin(kind).length(), end));
    }
}
