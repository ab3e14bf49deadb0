package io.pumpwatch.app;

import io.pumpwatch.station.Clock;
import io.pumpwatch.station.Refusal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * PINs: kept as PBKDF2WithHmacSHA256 of the JDK, proven one at a time, with a delay that doubles after each wrong one
 * from the third on.
 */
public final class PinGate {
    private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");
    private static final int ITERATIONS = 100_000;
    private static final int HASH_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final int FREE_TRIES = 3;
    private static final long DELAY_MS = 2_000;
    private static final long DELAY_MAX_MS = 300_000;

    private final Function<String, @Nullable String> read;
    private final BiConsumer<String, String> write;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Wrong> wrong = new HashMap<>();

    private record Wrong(int tries, long untilUptimeMs) {}

    /** Over a store of hashes by person. */
    public PinGate(Function<String, @Nullable String> read, BiConsumer<String, String> write, Clock clock) {
        this.read = read;
        this.write = write;
        this.clock = clock;
    }

    /** Why this isn't that person's PIN, or empty. */
    public synchronized Optional<Refusal> prove(String person, String pin) {
        Wrong before = wrong.get(person);
        long waitMs = before == null ? 0 : before.untilUptimeMs() - clock.now().uptimeMs();
        if (waitMs > 0) {
            return Optional.of(Refusal.of("pin.wait", "seconds", Long.toString((waitMs + 999) / 1000)));
        }
        return proveAtOnce(person, pin);
    }

    /** The same without the delay: who has to acknowledge never waits because others have guessed. */
    public synchronized Optional<Refusal> proveAtOnce(String person, String pin) {
        Wrong before = wrong.get(person);
        String kept = read.apply(person);
        if (kept != null && same(kept, pin)) {
            wrong.remove(person);
            return Optional.empty();
        }
        int tries = before == null ? 1 : before.tries() + 1;
        long delayMs = tries < FREE_TRIES ? 0 : Math.min(DELAY_MAX_MS, DELAY_MS << Math.min(20, tries - FREE_TRIES));
        wrong.put(person, new Wrong(tries, clock.now().uptimeMs() + delayMs));
        return Optional.of(Refusal.of("pin.wrong", "person", person));
    }

    /** Keeps a PIN of 4 to 12 digits; says why not otherwise. */
    public synchronized Optional<Refusal> set(String person, String pin) {
        if (!PIN.matcher(pin).matches()) {
            return Optional.of(Refusal.of("pin.form"));
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        String hash = text.encodeToString(hash(pin, salt, ITERATIONS));
        write.accept(person, ITERATIONS + ":" + text.encodeToString(salt) + ":" + hash);
        wrong.remove(person);
        return Optional.empty();
    }

    private static boolean same(String kept, String pin) {
        String[] parts = kept.split(":", -1);
        Base64.Decoder text = Base64.getDecoder();
        byte[] hash = hash(pin, text.decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(hash, text.decode(parts[2]));
    }

    private static byte[] hash(String pin, byte[] salt, int iterations) {
        try {
            PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", missing);
        }
    }
}
