package io.pumpwatch.scan;

import io.pumpwatch.interlocks.InterlockState;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;

/** Switching operations under way: nobody hands over during one. Pure. */
final class Switching {
    /** A pump that started this recently is still being switched, ms. */
    private static final long SWITCHING_MS = 60_000;

    private Switching() {}

    /** Tags of pumps that are being started, stopped or tried. */
    static List<String> underWay(InterlockState interlocks, long boot, Now now) {
        List<String> all = new ArrayList<>();
        interlocks.pumps().forEach((tag, pump) -> {
            Stamp since = pump.since();
            long ranMs = since == null ? -1 : since.elapsedMs(boot, now);
            boolean starting = pump.running() && ranMs >= 0 && ranMs < SWITCHING_MS;
            boolean stopping = pump.running() && pump.announced() != null;
            if (starting || stopping) {
                all.add(tag.name());
            }
        });
        interlocks.headers().forEach((tag, header) -> {
            var swing = header.swing();
            var trial = swing == null ? null : swing.trial();
            if (trial != null && !trial.over() && !all.contains(trial.pump().name())) {
                all.add(trial.pump().name());
            }
        });
        return all;
    }
}
