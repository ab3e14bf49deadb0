package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.CommandPayload;
import io.pumpwatch.dispatch.payload.PayloadException;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.dispatch.sign.Jws;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import java.security.PublicKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges what comes in on {@code command/…}: signature, addressee, verb, age, and whether it was here before.
 *
 * <p>A receipt is exempt from age and id: it says something that stays true, it can only move a cursor forward to an
 * entry that exists, and keeping five ids a second would wear the card. While the station's clock isn't set no command
 * can be judged by age; then the id alone guards, and none of the verbs can do harm when repeated.
 */
final class CommandGate {
    private final Topics topics;
    private final Map<String, PublicKey> keys;
    private final long windowMs;
    private final IdBook book;

    CommandGate(LinkConfig config, IdBook book) {
        this.topics = config.topics();
        this.keys = config.keys();
        this.windowMs = config.times().commandWindowMs();
        this.book = book;
    }

    /**
     * What became of a message.
     *
     * @param command null where nothing could be believed
     * @param seat name of the key that signed; empty where none did
     * @param refusal null where it is accepted
     */
    record Verdict(
            @Nullable CommandPayload command,
            String seat,
            @Nullable Refusal refusal) {}

    /** Judges one message; an accepted id is durable when this returns. */
    Verdict judge(String topic, byte[] payload, Now now) {
        Jws.Checked checked = Jws.check(payload, keys);
        if (checked.fault() != null) {
            return new Verdict(null, "", forged(checked.fault(), checked.kid()));
        }
        CommandPayload command;
        try {
            command = CommandPayload.decode(checked.claims());
        } catch (PayloadException bad) {
            return new Verdict(
                    null, checked.kid(), Refusal.of("command.malformed", "why", String.valueOf(bad.getMessage())));
        }
        return new Verdict(command, checked.kid(), refusal(topic, command, now));
    }

    private @Nullable Refusal refusal(String topic, CommandPayload command, Now now) {
        String verb = command.body().verb();
        if (!command.station().equals(topics)) {
            return Refusal.of(
                    "command.other-station", "station", command.station().toString());
        }
        if (!topic.equals(topics.command(verb))) {
            return Refusal.of("command.other-topic", "verb", verb, "topic", topic);
        }
        if (command.body() instanceof CommandBody.Receipt) {
            return null;
        }
        boolean clock = now.trust() != ClockTrust.UNSET;
        long age = now.utcMs() - command.utcMs();
        if (clock && Math.abs(age) > windowMs) {
            return Refusal.of("command.age", "seconds", Long.toString(age / 1000));
        }
        if (book.knows(command.id())) {
            return Refusal.of("command.replayed", "id", command.id());
        }
        book.take(command.id(), command.utcMs(), clock ? now.utcMs() : command.utcMs());
        return null;
    }

    private static Refusal forged(Jws.Fault fault, String kid) {
        return switch (fault) {
            case TOO_LONG -> Refusal.of("command.too-long", "max", Integer.toString(Jws.LENGTH_MAX));
            case NOT_A_JWS -> Refusal.of("command.not-signed");
            case UNKNOWN_KEY -> Refusal.of("command.unknown-key", "key", kid.substring(0, Math.min(32, kid.length())));
            case WRONG_SIGNATURE -> Refusal.of("command.wrong-signature", "key", kid);
        };
    }
}
