package io.pumpwatch.web;

import io.pumpwatch.station.Pem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A certificate that a station makes for itself, after RFC 5280: an elliptic key, signed by itself. The JDK has no
 * public way to make one, and its keytool writes no PEM key.
 *
 * @param certificate PEM
 * @param key PEM, PKCS 8, not encrypted
 */
public record OwnCertificate(String certificate, String key) {
    private static final long DAY_MS = 86_400_000;
    private static final int SERIAL_BITS = 127;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int OID = 0x06;
    private static final int UTF8 = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    /** ecdsa-with-SHA256. */
    private static final byte[] SIGNED_WITH = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02};

    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
    private static final byte[] BASIC_CONSTRAINTS = {0x55, 0x1d, 0x13};
    private static final byte[] OTHER_NAMES = {0x55, 0x1d, 0x11};
    private static final byte[] YES = {(byte) 0xff};

    /**
     * Makes one.
     *
     * @param names by which the station is called: host names and IP addresses, the first one is the certificate's own
     * @param nowUtcMs it holds from a day before, so that a clock that is a little late does no harm
     * @param days for which it holds
     */
    public static OwnCertificate make(List<String> names, long nowUtcMs, int days) {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = maker.generateKeyPair();
            byte[] algorithm = der(SEQUENCE, der(OID, SIGNED_WITH));
            byte[] name = der(SEQUENCE, der(SET, der(SEQUENCE, der(OID, COMMON_NAME), der(UTF8, utf8(names.get(0))))));
            byte[] holds = der(SEQUENCE, time(nowUtcMs - DAY_MS), time(nowUtcMs + days * DAY_MS));
            byte[] body = der(
                    SEQUENCE,
                    der(VERSION, der(INTEGER, new byte[] {2})),
                    der(
                            INTEGER,
                            new BigInteger(SERIAL_BITS, new SecureRandom())
                                    .setBit(0)
                                    .toByteArray()),
                    algorithm,
                    name,
                    holds,
                    name,
                    pair.getPublic().getEncoded(),
                    der(EXTENSIONS, der(SEQUENCE, constraints(), otherNames(names))));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(body);
            byte[] whole = der(SEQUENCE, body, algorithm, der(BITS, new byte[] {0}, signature.sign()));
            return new OwnCertificate(
                    Pem.text(Pem.CERTIFICATE, whole),
                    Pem.text(Pem.PRIVATE_KEY, pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | IOException fault) {
            throw new IllegalStateException("every Java has elliptic keys and SHA-256", fault);
        }
    }

    /** A device can be told to trust it only where it says that it may sign, itself in this case. */
    private static byte[] constraints() {
        byte[] may = der(SEQUENCE, der(BOOLEAN, YES));
        return der(SEQUENCE, der(OID, BASIC_CONSTRAINTS), der(BOOLEAN, YES), der(OCTETS, may));
    }

    private static byte[] otherNames(List<String> names) throws IOException {
        byte[][] all = new byte[names.size()][];
        for (int i = 0; i < all.length; i++) {
            String name = names.get(i);
            all[i] = isAddress(name)
                    ? der(IP_ADDRESS, InetAddress.getByName(name).getAddress())
                    : der(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII));
        }
        return der(SEQUENCE, der(OID, OTHER_NAMES), der(OCTETS, der(SEQUENCE, all)));
    }

    /** Whether it is an address and no name that would have to be looked up. */
    private static boolean isAddress(String name) {
        return name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || name.contains(":");
    }

    private static byte[] time(long utcMs) {
        return der(GENERALIZED_TIME, utf8(TIME.format(Instant.ofEpochMilli(utcMs))));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length > 0xff) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
