package io.pumpwatch.config;

import io.pumpwatch.station.Lang;
import org.jspecify.annotations.Nullable;

/**
 * Pages and HTTP API.
 *
 * @param http whether and how they are served
 * @param address that is listened on
 * @param port 1 to 65535
 * @param lang of the pages until somebody chooses
 * @param certFile PEM, for TLS
 * @param keyFile PEM, for TLS
 */
public record WebSettings(
        Http http,
        String address,
        int port,
        Lang lang,
        @Nullable String certFile,
        @Nullable String keyFile) {
    /** Where the command line looks too, unless it is told another. */
    public static final int PORT = 8460;

    /** Ways to be served. */
    public enum Http {
        OFF,
        /** Only to this machine. */
        LOOPBACK,
        /** To others, encrypted. */
        TLS,
        /** To others in the clear: anybody on the network can read PINs. */
        INSECURE
    }
}
