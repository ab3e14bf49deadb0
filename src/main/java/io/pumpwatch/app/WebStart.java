package io.pumpwatch.app;

import io.pumpwatch.web.WebServer;
import io.pumpwatch.web.WebSettings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Starts the HTTP side as the station file says. */
final class WebStart {
    private WebStart() {}

    /** Null where there is none. */
    static @Nullable WebServer start(AgentOptions options, StationService service) throws IOException {
        return options.port() < 0 ? null : WebServer.start(settings(options), service, options.version());
    }

    private static WebSettings settings(AgentOptions options) {
        io.pumpwatch.config.WebSettings asked = options.loaded().web();
        String cert = asked.certFile();
        String key = asked.keyFile();
        boolean encrypted = asked.http() == io.pumpwatch.config.WebSettings.Http.TLS;
        WebSettings.Tls tls = encrypted && cert != null && key != null
                ? new WebSettings.Tls(
                        options.loaded().beside(cert), options.loaded().beside(key))
                : null;
        boolean inTheClear = asked.http() == io.pumpwatch.config.WebSettings.Http.INSECURE;
        return new WebSettings(asked.address(), options.port(), tls, inTheClear);
    }
}
