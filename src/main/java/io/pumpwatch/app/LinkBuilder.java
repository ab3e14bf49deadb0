package io.pumpwatch.app;

import io.pumpwatch.app.AgentOptions.LinkParts;
import io.pumpwatch.config.LinkSettings;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.LinkConfig;
import io.pumpwatch.dispatch.LinkTimes;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.dispatch.sign.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to dispatch that a station file describes. */
public final class LinkBuilder {
    private LinkBuilder() {}

    /**
     * Its parts; null where the file describes none.
     *
     * @throws IOException naming a file or key that can't be used
     */
    public static @Nullable LinkParts build(Loaded loaded, String version) throws IOException {
        LinkSettings link = loaded.link();
        if (link == null) {
            return null;
        }
        Broker broker = new Broker(
                link.host(),
                link.port(),
                link.tls(),
                link.clientId(),
                link.user(),
                password(loaded, link.passwordFile()),
                file(loaded, link.caFile()),
                file(loaded, link.certFile()),
                file(loaded, link.keyFile()));
        Map<String, PublicKey> keys = new HashMap<>();
        for (Map.Entry<String, String> key : link.keys().entrySet()) {
            keys.put(key.getKey(), key(key.getKey(), key.getValue()));
        }
        LinkConfig config = new LinkConfig(
                new Topics(link.site(), link.station()),
                broker,
                LinkConfig.Receipts.valueOf(link.receipts().name()),
                link.seat(),
                keys,
                times(link),
                LinkConfig.WINDOW,
                version);
        try {
            return new LinkParts(config, new PahoTransport(broker));
        } catch (TlsFileException fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    private static LinkTimes times(LinkSettings link) {
        LinkTimes usual = LinkTimes.DEFAULT;
        return new LinkTimes(
                usual.retryBaseMs(),
                usual.retryCapMs(),
                usual.standingRetryMs(),
                usual.connectMs(),
                usual.stableMs(),
                usual.readBackMs(),
                link.readingsMs(),
                usual.statusMs(),
                link.proofMs(),
                link.unconfirmedMs(),
                usual.stallMs(),
                usual.commandWindowMs());
    }

    private static PublicKey key(String seat, String text) throws IOException {
        try {
            return Keys.publicKey(text);
        } catch (Keys.KeyException fault) {
            throw new IOException("dispatch key of seat " + seat + ": " + fault.getMessage(), fault);
        }
    }

    private static @Nullable Path file(Loaded loaded, @Nullable String name) {
        return name == null ? null : loaded.beside(name);
    }

    private static @Nullable String password(Loaded loaded, @Nullable String name) throws IOException {
        Path file = file(loaded, name);
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IOException(
                    "the password file " + file + " can't be read: put the broker's password in it, readable by"
                            + " this user only",
                    unreadable);
        }
    }
}
