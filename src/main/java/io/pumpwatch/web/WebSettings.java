package io.pumpwatch.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the API listens.
 *
 * @param address of this machine; 127.0.0.1 unless the station file says otherwise
 * @param port 1 to 65535, or 0 for any that is free
 * @param tls certificate and key where what is sent is encrypted; null for the clear
 * @param inTheClear whether the station file says that others may be served in the clear, where anybody on the network
 *     can read PINs
 */
public record WebSettings(
        String address, int port, @Nullable Tls tls, boolean inTheClear) {
    /** This machine only, where the command line looks for it. */
    public static final WebSettings LOOPBACK = new WebSettings("127.0.0.1", 8460);

    /**
     * PEM files.
     *
     * @param certificate with its chain
     * @param key PKCS 8, not encrypted
     */
    public record Tls(Path certificate, Path key) {}

    /** Not encrypted, which only this machine's own addresses may be. */
    public WebSettings(String address, int port) {
        this(address, port, null, false);
    }
}
