package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Person;
import io.pumpwatch.view.Progress;
import io.pumpwatch.view.StationView;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a read address answers. */
@FunctionalInterface
interface Page {
    /** A record of {@code api}, or a {@link FileAnswer}. */
    Object answer(Asked asked) throws RequestFault;

    /**
     * What was asked.
     *
     * @param reader whom the words that say what to do next are for
     * @param person who has signed in; null while nobody has, or where it makes no difference
     * @param query parameters of the address
     */
    record Asked(
            StationPort port,
            StationView view,
            Progress progress,
            String version,
            Lang lang,
            Reader reader,
            @Nullable Person person,
            Map<String, Deque<String>> query) {
        /** The same, asked with other parameters. */
        Asked with(Map<String, Deque<String>> other) {
            return new Asked(port, view, progress, version, lang, reader, person, other);
        }

        /** The parameter's first value, or null. */
        @Nullable
        String first(String name) {
            Deque<String> values = query.get(name);
            return values == null ? null : values.peekFirst();
        }
    }
}
