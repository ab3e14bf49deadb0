package io.pumpwatch.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A text under a passphrase: AES-256-GCM, key by PBKDF2WithHmacSHA256. */
final class Sealed {
    private static final int ITERATIONS = 210_000;
    private static final int ITERATIONS_MAX = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    private Sealed() {}

    /** One line of JSON with what opening needs, besides the passphrase. */
    static String seal(String text, char[] passphrase) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ITERATIONS, nonce);
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            Base64.Encoder base64 = Base64.getEncoder();
            return "{\"format\":1,\"kdf\":\"PBKDF2WithHmacSHA256\",\"iterations\":" + ITERATIONS
                    + ",\"cipher\":\"AES-256-GCM\","
                    + "\"salt\":\"" + base64.encodeToString(salt) + "\",\"nonce\":\"" + base64.encodeToString(nonce)
                    + "\",\"data\":\"" + base64.encodeToString(sealed) + "\"}";
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has AES-GCM and PBKDF2", missing);
        }
    }

    /**
     * The text that was sealed.
     *
     * @throws JournalException WRONG_PASSPHRASE; also where the sealed text was changed, which can't be told apart
     */
    static String open(String json, char[] passphrase) {
        Map<?, ?> fields = OwnEntry.properties(json);
        long iterations = OwnEntry.number(fields, "iterations");
        try {
            if (iterations < 1 || iterations > ITERATIONS_MAX) {
                throw new AEADBadTagException("iterations");
            }
            byte[] nonce = decode(fields, "nonce");
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, passphrase, decode(fields, "salt"), (int) iterations, nonce);
            return new String(cipher.doFinal(decode(fields, "data")), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new JournalException(Trouble.WRONG_PASSPHRASE, Map.of(), refused);
        }
    }

    private static byte[] decode(Map<?, ?> fields, String name) {
        return Base64.getDecoder().decode(OwnEntry.text(fields, name));
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int iterations, byte[] nonce)
            throws GeneralSecurityException {
        SecretKeyFactory keys = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
        byte[] key = keys.generateSecret(new PBEKeySpec(passphrase, salt, iterations, KEY_BITS))
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
