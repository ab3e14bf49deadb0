package io.pumpwatch.console;

import io.pumpwatch.station.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificate is believed where the agent is asked over TLS: those of a PEM file, and no others. A station's own
 * certificate in it is believed whatever name the agent was called by, since it is known to the last bit.
 */
public final class AgentTrust {
    private static final long FILE_MAX = 256 * 1024;

    private final List<Certificate> believed;
    private final SSLSocketFactory sockets;

    private AgentTrust(List<Certificate> believed, SSLSocketFactory sockets) {
        this.believed = List.copyOf(believed);
        this.sockets = sockets;
    }

    /**
     * Reads certificates.
     *
     * @throws IOException where there are none; its message says why
     */
    public static AgentTrust of(Path file) throws IOException {
        if (Files.size(file) > FILE_MAX) {
            throw new IOException("longer than 256 KB");
        }
        try {
            List<Certificate> read = List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
            if (read.isEmpty()) {
                throw new IOException("no " + Pem.begin(Pem.CERTIFICATE) + " in it");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < read.size(); i++) {
                store.setCertificateEntry("c" + i, read.get(i));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new AgentTrust(read, context.getSocketFactory());
        } catch (GeneralSecurityException fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    void onto(HttpsURLConnection connection) {
        connection.setSSLSocketFactory(sockets);
        // Asked only where the name isn't in the certificate.
        connection.setHostnameVerifier((host, session) -> known(session));
    }

    private boolean known(SSLSession session) {
        try {
            return believed.contains(session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException nobody) {
            return false;
        }
    }
}
