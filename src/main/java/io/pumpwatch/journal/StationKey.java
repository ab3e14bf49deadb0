package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/**
 * The station's Ed25519 key. It signs the head of the journal, so that a later change of what was signed shows, even if
 * the whole chain is computed anew. Any thread.
 */
public final class StationKey {
    static final String NAME = "station-key";
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey own;
    private final String open;

    private StationKey(PrivateKey own, String open) {
        this.own = own;
        this.open = open;
    }

    /**
     * Reads the key from {@code station-key} in a folder, or makes one there in a file that only the agent's user may
     * read.
     *
     * @throws JournalException BAD_KEY or an I/O trouble
     */
    public static StationKey openOrCreate(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                String text = base64(made.getPrivate().getEncoded()) + "\n"
                        + base64(made.getPublic().getEncoded()) + "\n";
                PrivateFile.write(Disk.REAL, file, text.getBytes(StandardCharsets.US_ASCII));
            }
            String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
            if (lines.length != 3) {
                throw new IllegalArgumentException("two lines are expected");
            }
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            PrivateKey own = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0])));
            StationKey key = new StationKey(own, lines[1]);
            if (!verify(lines[1], EntryId.NONE, Chain.GENESIS, key.sign(EntryId.NONE, Chain.GENESIS))) {
                throw new IllegalArgumentException("its two lines don't belong together");
            }
            return key;
        } catch (IOException fault) {
            throw JournalException.of(file, fault);
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            throw new JournalException(
                    Trouble.BAD_KEY,
                    Map.of("file", file.toString(), "detail", String.valueOf(fault.getMessage())),
                    fault);
        }
    }

    /** The public key, X.509 in base64, for dispatch. */
    public String publicKey() {
        return open;
    }

    /** Signs that the entry with this hash is the last one; base64. */
    public String sign(EntryId head, String hash) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(message(head, hash));
            return base64(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing", broken);
        }
    }

    /** Whether the owner of the key signed this head. False for any text that is no key or signature. */
    public static boolean verify(String publicKey, EntryId head, String hash, String signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message(head, hash));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return false;
        }
    }

    private static byte[] message(EntryId head, String hash) {
        return ("pumpwatch-head " + head + " " + hash).getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
