package io.pumpwatch.web;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.xnio.Options;

/**
 * The HTTP side of the station. Everything has a limit, so that no number of slow, large or endless requests keeps
 * anybody from acknowledging: reading is done without a thread for each client, what takes too long is cut.
 */
public final class WebServer implements AutoCloseable {
    /** Largest body, bytes. */
    static final int BODY_MAX = 64 * 1024;
    /** Most connections at a time; further ones wait until one of them ends. */
    static final int CONNECTIONS_MAX = 600;

    private static final int CONNECTIONS_AGAIN = 560;
    /** Longest time from the first byte of a request to the end of its head, ms. */
    static final int HEAD_MS = 5_000;

    private static final int IDLE_MS = 30_000;
    private static final int WRITE_MS = 10_000;
    private static final int HEADERS_MAX = 40;
    private static final int HEAD_MAX = 8 * 1024;
    private static final int BUFFER = 4 * 1024;
    private static final int WORKERS = 2;
    /** A wrong PIN is answered late on purpose: so many may wait at once without holding up each other. */
    private static final int PROOFS = 4;

    private static final int PROOFS_WAITING = 32;

    private final Undertow server;
    private final ThreadPoolExecutor proofs;

    private final Routes.Insides insides;

    private WebServer(Undertow server, ThreadPoolExecutor proofs, Routes.Insides insides) {
        this.insides = insides;
        this.server = server;
        this.proofs = proofs;
    }

    /**
     * Listens until it is closed.
     *
     * @param version of the agent, for the status
     * @throws IOException if the address or port can't be had; its message says which and why
     */
    public static WebServer start(WebSettings settings, StationPort port, String version) throws IOException {
        WebSettings.Tls tls = settings.tls();
        if (tls == null && !settings.inTheClear() && !Routes.isLoopback(settings.address())) {
            throw new IOException(settings.address() + ": only this machine's own addresses are served in the clear");
        }
        SSLContext encryption = tls == null ? null : TlsContext.of(tls);
        // Undertow logs by JBoss Logging; with this its messages come to tinylog as all others do.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        ThreadPoolExecutor proofs = new ThreadPoolExecutor(
                PROOFS, PROOFS, IDLE_MS, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(PROOFS_WAITING), task -> {
                    Thread thread = new Thread(task, "pin");
                    thread.setDaemon(true);
                    return thread;
                });
        proofs.allowCoreThreadTimeOut(true);
        Sessions sessions = new Sessions(() -> port.view().now().uptimeMs(), tls != null);
        Heavy heavy = new Heavy();
        Routes.Insides insides = new Routes.Insides(
                new ActRoute(port, sessions, proofs),
                new SessionRoute(port, sessions, proofs),
                sessions,
                new LiveStream(port, version),
                heavy,
                new Site(port, sessions, heavy, Routes.isLoopback(settings.address()), version));
        Undertow.Builder builder = Undertow.builder();
        builder = encryption == null
                ? builder.addHttpListener(settings.port(), settings.address())
                : builder.addHttpsListener(settings.port(), settings.address(), encryption);
        Undertow server = builder.setHandler(new Routes(settings, port, version, insides))
                .setIoThreads(1)
                .setWorkerThreads(WORKERS)
                .setBufferSize(BUFFER)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, CONNECTIONS_MAX)
                .setSocketOption(Options.CONNECTION_LOW_WATER, CONNECTIONS_AGAIN)
                .setSocketOption(Options.WRITE_TIMEOUT, WRITE_MS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, BodyReader.DISCARD_MAX)
                .setServerOption(UndertowOptions.MAX_HEADERS, HEADERS_MAX)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEAD_MAX)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, HEADERS_MAX)
                .setServerOption(UndertowOptions.MAX_COOKIES, HEADERS_MAX)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEAD_MS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MS)
                .setServerOption(UndertowOptions.RECORD_REQUEST_START_TIME, true)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .build();
        try {
            server.start();
        } catch (RuntimeException fault) {
            insides.stream().close();
            insides.heavy().close();
            Throwable why = fault.getCause() instanceof IOException cause ? cause : fault;
            throw new IOException(settings.address() + ":" + settings.port() + ": " + why.getMessage(), why);
        }
        return new WebServer(server, proofs, insides);
    }

    /** The port that is listened on. */
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Ends the listening and every connection. */
    @Override
    public void close() {
        insides.stream().close();
        server.stop();
        insides.heavy().close();
        proofs.shutdownNow();
    }
}
