package io.pumpwatch.config;

import io.pumpwatch.station.Pem;
import io.pumpwatch.station.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlPosition;

/**
 * What is wrong with the certificates and keys that a station file names. Asked before a file goes into force, never at
 * a start: a certificate that has ended must not keep a station from protecting its pumps.
 */
public final class TlsFaults {
    private static final long BYTES_MAX = 256 * 1024;
    private static final long SOON_MS = 30L * 86_400_000;

    private final Loaded loaded;
    private final long nowUtcMs;
    private final Faults faults;

    private TlsFaults(Loaded loaded, long nowUtcMs) {
        this.loaded = loaded;
        this.nowUtcMs = nowUtcMs;
        this.faults = new Faults(loaded.file());
    }

    /**
     * Reads the files.
     *
     * @param loaded a file without faults of its own
     * @param nowUtcMs what certificates must hold at
     */
    public static List<Fault> of(Loaded loaded, long nowUtcMs) {
        TlsFaults found = new TlsFaults(loaded, nowUtcMs);
        WebSettings web = loaded.web();
        if (web.http() == WebSettings.Http.TLS) {
            found.pair("web", web.certFile(), web.keyFile());
        }
        LinkSettings link = loaded.link();
        if (link != null && link.tls()) {
            found.pair("dispatch", link.certFile(), link.keyFile());
            if (link.caFile() != null) {
                found.certificate("dispatch", "ca_file", loaded.beside(link.caFile()));
            }
        }
        return found.faults.sorted();
    }

    private void pair(String table, @Nullable String certFile, @Nullable String keyFile) {
        if (certFile == null || keyFile == null) {
            return;
        }
        X509Certificate certificate = certificate(table, "cert_file", loaded.beside(certFile));
        byte[] key = key(table, loaded.beside(keyFile));
        if (certificate != null && key != null && !fits(certificate.getPublicKey(), key)) {
            fault(table, "key_file", FaultKind.TLS_OTHER_KEY, keyFile, certFile);
        }
    }

    private @Nullable X509Certificate certificate(String table, String key, Path file) {
        byte[] bytes = bytes(table, key, file);
        if (bytes == null) {
            return null;
        }
        try {
            var all = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            if (!all.isEmpty() && all.iterator().next() instanceof X509Certificate first) {
                times(table, key, file, first);
                return first;
            }
        } catch (CertificateException none) {
            // Said below: a file without a certificate and one that is damaged are mended in the same way.
        }
        fault(table, key, FaultKind.TLS_NO_PEM, file, Pem.begin(Pem.CERTIFICATE));
        return null;
    }

    private void times(String table, String key, Path file, X509Certificate certificate) {
        long from = certificate.getNotBefore().toInstant().toEpochMilli();
        long to = certificate.getNotAfter().toInstant().toEpochMilli();
        if (nowUtcMs < from) {
            fault(table, key, FaultKind.TLS_NOT_YET, file, day(from));
        } else if (nowUtcMs > to) {
            fault(table, key, FaultKind.TLS_ENDED, file, day(to));
        } else if (nowUtcMs > to - SOON_MS) {
            fault(table, key, FaultKind.TLS_ENDS_SOON, file, day(to));
        }
    }

    private static String day(long utcMs) {
        return Instant.ofEpochMilli(utcMs).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private byte @Nullable [] key(String table, Path file) {
        byte[] bytes = bytes(table, "key_file", file);
        if (bytes == null) {
            return null;
        }
        byte @Nullable [] key = null;
        try {
            key = Pem.block(Pem.PRIVATE_KEY, new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            // Said below, as for a file that holds no key.
        }
        if (key == null) {
            fault(table, "key_file", FaultKind.TLS_NO_PEM, file, Pem.begin(Pem.PRIVATE_KEY));
        }
        return key;
    }

    private byte @Nullable [] bytes(String table, String key, Path file) {
        try {
            if (Files.size(file) <= BYTES_MAX) {
                return Files.readAllBytes(file);
            }
            fault(table, key, FaultKind.TLS_UNREADABLE, file, new Text("longer than 256 KB", "超过 256 KB"));
        } catch (IOException unreadable) {
            if (Files.exists(file)) {
                Text why = new Text("this user may not read it", "当前用户无权读取");
                fault(table, key, FaultKind.TLS_UNREADABLE, file, why);
            } else {
                // Only a warning: a file is checked at a desk too, where the station's certificates aren't.
                fault(table, key, FaultKind.TLS_MISSING, file);
            }
        }
        return null;
    }

    /** Whether what the key signs the certificate's key proves. */
    private static boolean fits(PublicKey open, byte[] encoded) {
        try {
            String kind = open.getAlgorithm();
            PrivateKey key = KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            String way = kind.equals("EC") ? "SHA256withECDSA" : kind.equals("RSA") ? "SHA256withRSA" : kind;
            byte[] text = {1, 2, 3};
            Signature signature = Signature.getInstance(way);
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private void fault(String table, String key, FaultKind kind, Object... args) {
        TomlPosition at = Toml.parse(loaded.text()).inputPositionOf(table + "." + key);
        Spot spot = at == null ? Spot.START : new Spot(at.line(), at.column());
        faults.add(spot, table + "." + key, kind, args);
    }
}
