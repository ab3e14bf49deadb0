package io.pumpwatch.web;

/**
 * Where the API listens.
 *
 * @param address of this machine; 127.0.0.1 unless the station file says otherwise
 * @param port 1 to 65535, or 0 for any that is free
 */
public record WebSettings(String address, int port) {
    /** This machine only, where the command line looks for it. */
    public static final WebSettings LOOPBACK = new WebSettings("127.0.0.1", 8460);
}
