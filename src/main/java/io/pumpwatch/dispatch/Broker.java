package io.pumpwatch.dispatch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker is and how to be let in.
 *
 * @param host name or address; with TLS the certificate must be for it
 * @param port 1 to 65535
 * @param tls whether the connection is encrypted
 * @param clientId unique at the broker: two clients of one id throw each other out
 * @param user null for none
 * @param password null for none
 * @param caFile PEM file of the CAs that are believed; null for those of the Java installation
 * @param certFile PEM file of our certificate and those above it; null for none
 * @param keyFile PEM file (PKCS 8, unencrypted) of its key; null for none
 */
public record Broker(
        String host,
        int port,
        boolean tls,
        String clientId,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile) {

    /** A broker without TLS and password, such as the demo's. */
    public static Broker plain(String host, int port, String clientId) {
        return new Broker(host, port, false, clientId, null, null, null, null, null);
    }

    /** Without the password: this ends in logs. */
    @Override
    public String toString() {
        return (tls ? "ssl://" : "tcp://") + host + ":" + port;
    }
}
