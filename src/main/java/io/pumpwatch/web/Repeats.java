package io.pumpwatch.web;

import io.pumpwatch.web.StationPort.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Acts that come with an {@code Idempotency-Key} are done once: a phone that lost the answer sends them again and gets
 * the first one's outcome. Only what was done is remembered; what was refused may be tried again under the same key.
 */
final class Repeats {
    private static final int KEYS_MAX = 1_000;
    private static final int KEY_LENGTH_MAX = 80;

    private final Map<String, CompletableFuture<Outcome>> known = new LinkedHashMap<>();

    /** Whether it can be a key. */
    static boolean isKey(String key) {
        return !key.isBlank() && key.length() <= KEY_LENGTH_MAX;
    }

    /**
     * The outcome of the act with that key, done now unless it already was.
     *
     * @param key with all that makes the act what it is, its person and PIN too; null does it in any case
     */
    CompletableFuture<Outcome> once(@Nullable String key, Supplier<CompletableFuture<Outcome>> act) {
        if (key == null) {
            return act.get();
        }
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        synchronized (known) {
            CompletableFuture<Outcome> before = known.get(key);
            if (before != null) {
                return before.copy();
            }
            known.put(key, mine);
            if (known.size() > KEYS_MAX) {
                known.remove(known.keySet().iterator().next());
            }
        }
        try {
            var unused = act.get().whenComplete((outcome, fault) -> {
                if (fault != null || outcome.refusal().isPresent()) {
                    forget(key);
                }
                if (fault != null) {
                    mine.completeExceptionally(fault);
                } else {
                    mine.complete(outcome);
                }
            });
        } catch (RuntimeException fault) {
            forget(key);
            mine.completeExceptionally(fault);
        }
        return mine.copy();
    }

    private void forget(String key) {
        synchronized (known) {
            known.remove(key);
        }
    }
}
