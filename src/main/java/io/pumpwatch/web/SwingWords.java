package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.StationView;
import java.util.List;
import java.util.Map;

/** What the shift and job pages say while a swing is latched (P3). */
final class SwingWords {
    private SwingWords() {}

    static List<String> of(StationView view, Lang lang) {
        return view.state().interlocks().headers().entrySet().stream()
                .filter(header -> header.getValue().swing() != null)
                .map(header -> Words.of(lang)
                        .say("swing.no-start", Map.of("header", header.getKey().name())))
                .toList();
    }
}
