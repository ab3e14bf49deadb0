package io.pumpwatch.config;

import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody meant, by edit distance (insert, delete, replace, swap of neighbours). */
final class Nearest {
    private static final int SHOWN_MAX = 40;

    private Nearest() {}

    /** The known word that is nearest, or null where none is near enough to be meant. */
    static @Nullable String to(String word, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best != null && least <= Math.max(1, best.length() / 3) ? best : null;
    }

    /** The known words in one line, led by the nearest where there is one. */
    static Text list(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return new Text("none here", "此处没有可用的");
        }
        List<String> others = new ArrayList<>(known);
        String near = to(word, known);
        if (near != null) {
            others.remove(near);
        }
        boolean cut = others.size() > SHOWN_MAX;
        String rest = String.join(", ", cut ? others.subList(0, SHOWN_MAX) : others) + (cut ? ", ..." : "");
        if (near == null) {
            return new Text(rest, rest);
        }
        String tail = rest.isEmpty() ? "" : ", " + rest;
        return new Text(near + " (nearest)" + tail, near + "（最接近）" + tail);
    }

    /** Edits from one word to the other. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + replace);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
