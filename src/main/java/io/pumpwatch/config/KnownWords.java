package io.pumpwatch.config;

import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What would have been allowed in the place of an unknown word. */
final class KnownWords {
    private static final int SHOWN_MAX = 40;

    private KnownWords() {}

    /** The known words in one line, led by the nearest where there is one. */
    static Text list(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return new Text("none here", "此处没有可用的");
        }
        List<String> others = new ArrayList<>(known);
        String near = Nearest.of(word, known);
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
}
