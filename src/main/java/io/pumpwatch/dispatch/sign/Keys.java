package io.pumpwatch.dispatch.sign;

import io.pumpwatch.station.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Ed25519 key pairs of dispatch seats: made, written to files, read. */
public final class Keys {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

    private Keys() {}

    /** A key pair that can't be read; the text names the file and what to do. */
    public static final class KeyException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Says what is wrong and what to do. */
        public KeyException(String message) {
            super(message);
        }
    }

    /** Whether this can be the name of a seat's key. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** A new pair. */
    public static KeyPair make(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", missing);
        }
    }

    /**
     * Makes {@code name.key} (PKCS 8 PEM, mode 0600, for the desk) and {@code name.pub} (one line, for the station
     * file).
     *
     * @return what goes into the station file
     * @throws KeyException if the name is wrong, a file is there already or can't be written
     */
    public static String generate(Path folder, String name, SecureRandom random) throws KeyException {
        if (!isName(name)) {
            throw new KeyException("'" + name + "' can't name a key: 1 to 32 letters, digits, '-' or '_'");
        }
        Path secret = folder.resolve(name + ".key");
        Path open = folder.resolve(name + ".pub");
        for (Path file : new Path[] {secret, open}) {
            if (Files.exists(file)) {
                throw new KeyException(
                        file + " exists; keys are never overwritten: choose another name or move it away");
            }
        }
        KeyPair pair = make(random);
        String line = text(pair.getPublic());
        try {
            Files.createDirectories(folder);
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            String text = Pem.text(Pem.PRIVATE_KEY, pair.getPrivate().getEncoded());
            Files.writeString(secret, text, StandardCharsets.US_ASCII);
            Files.writeString(open, line + "\n", StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        } catch (IOException bad) {
            throw new KeyException("can't write the key to " + folder + ": " + bad.getMessage());
        }
        return line;
    }

    /** A public key as one line for the station file: base64 of its X.509 form, 60 characters. */
    public static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws KeyException if it isn't an Ed25519 public key
     */
    public static PublicKey publicKey(String line) throws KeyException {
        try {
            byte[] encoded = Base64.getDecoder().decode(line.strip());
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException bad) {
            throw new KeyException("not an Ed25519 public key (one line of base64, as `dispatch keygen` prints it): "
                    + line.substring(0, Math.min(20, line.length())) + "…");
        }
    }

    /**
     * Reads the secret half of a pair.
     *
     * @throws KeyException naming the file
     */
    public static PrivateKey privateKey(Path file) throws KeyException {
        try {
            if (Files.size(file) > 4096) {
                throw new KeyException(file + " is too long for an Ed25519 key");
            }
            byte[] encoded = Pem.block(Pem.PRIVATE_KEY, Files.readString(file, StandardCharsets.US_ASCII));
            if (encoded == null) {
                throw new KeyException(file + " has no '" + Pem.begin(Pem.PRIVATE_KEY)
                        + "'; make one with `pumpwatch dispatch keygen`");
            }
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException bad) {
            throw new KeyException("can't read the key file " + file + ": " + bad.getMessage());
        } catch (IllegalArgumentException | GeneralSecurityException bad) {
            throw new KeyException(file + " isn't an Ed25519 key; make one with `pumpwatch dispatch keygen`");
        }
    }
}
