package io.pumpwatch.web;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A small station with its server for each test, on a free port; ended after it. */
public final class Served implements BeforeEachCallback, AfterEachCallback {
    /** The station, with its crew. */
    public final TestStation station = new TestStation(true);

    private @Nullable WebServer server;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        start(0);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        stop();
    }

    /** Starts it again where it was. */
    public void start(int port) throws IOException {
        server = WebServer.start(new WebSettings("127.0.0.1", port), station, "1.2.3");
    }

    /** Ends it, as if the agent were gone. */
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Where it listens. */
    public int port() {
        return Objects.requireNonNull(server).port();
    }

    /** A caller of its API. */
    Http http() {
        return new Http(port());
    }

    /** A browser in which somebody has signed in. */
    Browser signedIn(String person, String lang, int width) {
        Browser browser = Browser.open(port(), lang, width);
        browser.go("/sign-in");
        browser.act("session", "person", person, "pin", TestStation.PIN);
        browser.see("#sign-out");
        return browser;
    }
}
