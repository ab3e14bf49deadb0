package io.pumpwatch.web;

import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
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
        List<String> why = reasons(state.notReady(), lang).stream()
                .map(Status.Reason::text)
                .toList();
        return new ShiftPage.Ready(pump.tag().name(), pump.name().in(lang), state.running(), why);
    }

    /** Reasons such as {@code unavailable:XA-301} with their words. */
    static List<Status.Reason> reasons(List<String> reasons, Lang lang) {
        return reasons.stream()
                .map(reason -> {
                    int colon = reason.indexOf(':');
                    String code = colon < 0 ? reason : reason.substring(0, colon);
                    String on = reason.substring(colon + 1);
                    return new Status.Reason(code, on, Words.of(lang).say("why." + code, Map.of("on", on)));
                })
                .toList();
    }
}
