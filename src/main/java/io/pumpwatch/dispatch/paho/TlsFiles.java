package io.pumpwatch.dispatch.paho;

import io.pumpwatch.dispatch.Broker;
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
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Reads PEM files with the JDK's own means and makes TLS of them. */
public final class TlsFiles {
    private static final long BYTES_MAX = 256 * 1024;

    private TlsFiles() {}

    /** A file that TLS needs and can't use; the text names the file and what to do. */
    public static final class TlsFileException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Says what is wrong and what to do. */
        public TlsFileException(String message) {
            super(message);
        }
    }

    /**
     * Sockets for this broker; call it at start, so that a bad file is a clear message and not a link that never comes.
     *
     * @throws TlsFileException naming the file
     */
    public static SSLSocketFactory sockets(Broker broker) throws TlsFileException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(broker), trust(broker.caFile()), null);
            return new QuickTlsSockets(context.getSocketFactory());
        } catch (GeneralSecurityException | IOException bad) {
            throw new TlsFileException("TLS for " + broker + " can't be set up: " + bad.getMessage());
        }
    }

    private static TrustManager @Nullable [] trust(@Nullable Path caFile)
            throws TlsFileException, GeneralSecurityException, IOException {
        if (caFile == null) {
            return null;
        }
        KeyStore store = empty();
        int number = 0;
        for (Certificate ca : certificates(caFile)) {
            store.setCertificateEntry("ca" + number, ca);
            number++;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(Broker broker)
            throws TlsFileException, GeneralSecurityException, IOException {
        Path certFile = broker.certFile();
        Path keyFile = broker.keyFile();
        if (certFile == null && keyFile == null) {
            return null;
        }
        if (certFile == null || keyFile == null) {
            throw new TlsFileException("a client certificate needs both a certificate file and a key file; only "
                    + (certFile == null ? keyFile : certFile) + " is given");
        }
        Certificate[] chain = certificates(certFile).toArray(Certificate[]::new);
        KeyStore store = empty();
        char[] unlock = new char[0];
        store.setKeyEntry("client", privateKey(keyFile, chain[0]), unlock, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, unlock);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws TlsFileException {
        try {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (all.isEmpty()) {
                throw new TlsFileException(file + " holds no certificate (PEM, " + Pem.begin(Pem.CERTIFICATE) + ")");
            }
            return all;
        } catch (CertificateException bad) {
            throw new TlsFileException(file + " isn't a PEM certificate file: " + bad.getMessage());
        }
    }

    private static PrivateKey privateKey(Path file, Certificate certificate) throws TlsFileException {
        String pem = new String(bytes(file), StandardCharsets.ISO_8859_1);
        String algorithm = certificate.getPublicKey().getAlgorithm();
        try {
            byte[] encoded = Pem.block(Pem.PRIVATE_KEY, pem);
            if (encoded == null) {
                throw new TlsFileException(file + " has no '" + Pem.begin(Pem.PRIVATE_KEY)
                        + "' (PKCS 8, unencrypted); convert it with: openssl pkcs8 -topk8 -nocrypt -in OLD -out "
                        + file.getFileName());
            }
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException | IllegalArgumentException bad) {
            throw new TlsFileException(file + " isn't a private key of the certificate's kind (" + algorithm + ")");
        } catch (GeneralSecurityException missing) {
            throw new TlsFileException(file + ": keys of kind " + algorithm + " aren't known to this Java");
        }
    }

    private static byte[] bytes(Path file) throws TlsFileException {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new TlsFileException(file + " is larger than " + BYTES_MAX + " bytes: not a PEM file");
            }
            return Files.readAllBytes(file);
        } catch (IOException bad) {
            throw new TlsFileException(
                    "can't read " + file + " (" + bad.getClass().getSimpleName() + "); look at its path and rights");
        }
    }
}
