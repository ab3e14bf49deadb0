package io.pumpwatch.web;

import io.pumpwatch.station.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS out of PEM files, by the JDK's own means; whatever is wrong with a file is said with its name. */
final class TlsContext {
    private TlsContext() {}

    static SSLContext of(WebSettings.Tls tls) throws IOException {
        try {
            Certificate[] chain = chain(tls.certificate());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] unlock = new char[0];
            store.setKeyEntry("web", key(tls.key(), chain[0]), unlock, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, unlock);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException fault) {
            throw new IOException(tls.certificate() + ", " + tls.key() + ": " + fault.getMessage(), fault);
        }
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        Certificate[] chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                .toArray(new Certificate[0]);
        if (chain.length == 0) {
            throw new IOException(file + " holds no certificate (PEM, " + Pem.begin(Pem.CERTIFICATE) + ")");
        }
        return chain;
    }

    private static PrivateKey key(Path file, Certificate certificate) throws IOException, GeneralSecurityException {
        try {
            byte[] encoded = Pem.block(Pem.PRIVATE_KEY, Files.readString(file, StandardCharsets.ISO_8859_1));
            if (encoded == null) {
                throw new IOException(file + " has no '" + Pem.begin(Pem.PRIVATE_KEY) + "' (PKCS 8, not encrypted)");
            }
            return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException notBase64) {
            throw new IOException(file + " isn't Base64 between its lines BEGIN and END", notBase64);
        }
    }
}
