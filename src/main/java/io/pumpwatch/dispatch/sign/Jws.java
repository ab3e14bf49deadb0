package io.pumpwatch.dispatch.sign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Signature in compact form (RFC 7515) with EdDSA over Ed25519 (RFC 8037), and nothing else of those: the
 * header is exactly {@code {"alg":"EdDSA","kid":"…"}}. Any other member is refused, so no header can name a key,
 * another algorithm, or an extension that this code would have to understand.
 */
public final class Jws {
    /** Longest compact form taken, characters. */
    public static final int LENGTH_MAX = 24 * 1024;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final JsonFactory FACTORY = new JsonFactory();

    private Jws() {}

    /** Signs {@code claims} with the key that the receiver knows as {@code kid}. */
    public static String sign(byte[] claims, String kid, PrivateKey key) {
        String name = new String(JsonStringEncoder.getInstance().quoteAsString(kid));
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + name + "\"}";
        String signed =
                ENCODER.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + ENCODER.encodeToString(claims);
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + ENCODER.encodeToString(ed25519.sign());
        } catch (InvalidKeyException | SignatureException bad) {
            throw new IllegalArgumentException("key '" + kid + "' can't sign: " + bad.getMessage(), bad);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", missing);
        }
    }

    /**
     * What a compact form says and who signed it.
     *
     * @param fault why it isn't believed; null where it is
     * @param kid name of the key, empty where none could be read
     * @param claims what was signed; empty unless believed
     */
    // Bytes as they go over the wire; these records are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Checked(@Nullable Fault fault, String kid, byte[] claims) {
        private static Checked no(Fault fault, String kid) {
            return new Checked(fault, kid, new byte[0]);
        }
    }

    /** Why a compact form isn't believed. */
    public enum Fault {
        TOO_LONG,
        NOT_A_JWS,
        UNKNOWN_KEY,
        WRONG_SIGNATURE
    }

    /** Checks a compact form against the keys that are known by name. */
    public static Checked check(byte[] compact, Map<String, PublicKey> keys) {
        if (compact.length > LENGTH_MAX) {
            return Checked.no(Fault.TOO_LONG, "");
        }
        String text = new String(compact, StandardCharsets.US_ASCII);
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 1 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            return Checked.no(Fault.NOT_A_JWS, "");
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            String kid = kid(decoder.decode(text.substring(0, first)));
            byte[] claims = decoder.decode(text.substring(first + 1, second));
            byte[] signature = decoder.decode(text.substring(second + 1));
            if (kid == null) {
                return Checked.no(Fault.NOT_A_JWS, "");
            }
            PublicKey key = keys.get(kid);
            if (key == null) {
                return Checked.no(Fault.UNKNOWN_KEY, kid);
            }
            return verified(text.substring(0, second), signature, key)
                    ? new Checked(null, kid, claims)
                    : Checked.no(Fault.WRONG_SIGNATURE, kid);
        } catch (IllegalArgumentException notBase64) {
            return Checked.no(Fault.NOT_A_JWS, "");
        }
    }

    private static boolean verified(String signed, byte[] signature, PublicKey key) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(signed.getBytes(StandardCharsets.US_ASCII));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException bad) {
            return false;
        }
    }

    private static @Nullable String kid(byte[] header) {
        try (JsonParser parser = FACTORY.createParser(header)) {
            String alg = "";
            String kid = null;
            int members = 0;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    return null;
                }
                members++;
                if (name.equals("alg")) {
                    alg = parser.getText();
                } else if (name.equals("kid")) {
                    kid = parser.getText();
                }
            }
            return members == 2 && alg.equals("EdDSA") && parser.nextToken() == null ? kid : null;
        } catch (IOException notJson) {
            return null;
        }
    }
}
