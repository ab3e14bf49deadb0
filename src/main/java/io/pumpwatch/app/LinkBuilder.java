package io.pumpwatch.app;

import io.pumpwatch.app.AgentOptions.LinkParts;
import io.pumpwatch.config.LinkSettings;
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
     * Its parts.
     *
     * @param base folder of the station file: relative files are meant from there
     * @throws IOException naming a file or key that can't be used
     */
    public static LinkParts build(LinkSettings link, Path base, String version) throws IOException {
        Broker broker = new Broker(
                link.host(),
                link.port(),
                link.tls(),
                link.clientId(),
                link.user(),
                password(base, link.passwordFile()),
                file(base, link.caFile()),
                file(base, link.certFile()),
                file(base, link.keyFile()));
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

    private static @Nullable Path file(Path base, @Nullable String name) {
        return name == null ? null : base.resolve(name);
    }

    private static @Nullable String password(Path base, @Nullable String name) throws IOException {
        Path file = file(base, name);
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
