package io.pumpwatch.dispatch;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the message that drops the link. The oldest message without an acknowledgement at the moment of loss is the
 * suspect; from the second loss on messages go one at a time until the suspect is through, so that the third names the
 * culprit and nobody else.
 */
final class PoisonWatch {
    /** Losses that one message may cause. */
    static final int STRIKES_MAX = 3;

    private final Set<String> culprits = new HashSet<>();
    private @Nullable String suspect;
    private int strikes;

    /**
     * The connection is gone.
     *
     * @param oldest key of the oldest message without acknowledgement; null if there was none
     * @return the key that is a culprit from now on, or null
     */
    @Nullable
    String lost(@Nullable String oldest) {
        if (oldest == null) {
            return null;
        }
        if (!oldest.equals(suspect)) {
            suspect = oldest;
            strikes = 1;
            return null;
        }
        strikes++;
        if (strikes < STRIKES_MAX) {
            return null;
        }
        culprits.add(oldest);
        suspect = null;
        strikes = 0;
        return oldest;
    }

    /** This message was acknowledged. */
    void acked(String key) {
        if (key.equals(suspect)) {
            suspect = null;
            strikes = 0;
        }
    }

    /** Whether messages go one at a time now. */
    boolean careful() {
        return suspect != null && strikes >= STRIKES_MAX - 1;
    }

    /** Whether this message goes as a stub. */
    boolean isCulprit(String key) {
        return culprits.contains(key);
    }
}
