package io.pumpwatch.web;

import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.interlocks.InterlockState.PumpState;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.StationView;
import java.util.List;
import java.util.Map;

/** What the shift page says of the drainage pumps: able to start and drain, or why not (D3). */
final class Readiness {
    private Readiness() {}

    static List<ShiftPage.Ready> of(StationView view, Lang lang) {
        return view.plan().interlocks().pumps().stream()
                .filter(pump -> !pump.kind().inhibitable())
                .map(pump -> ready(view, pump, lang))
                .toList();
    }

    private static ShiftPage.Ready ready(StationView view, PumpPlan pump, Lang lang) {
        PumpState state = view.state().interlocks().pump(pump.tag());
        List<String> why =
                state.notReady().stream().map(reason -> reason(reason, lang)).toList();
        return new ShiftPage.Ready(pump.tag().name(), pump.name().in(lang), state.running(), why);
    }

    /** A reason such as {@code unavailable:XA-301} in words. */
    static String reason(String code, Lang lang) {
        int colon = code.indexOf(':');
        String key = "why." + (colon < 0 ? code : code.substring(0, colon));
        return Words.of(lang).say(key, Map.of("on", code.substring(colon + 1)));
    }
}
