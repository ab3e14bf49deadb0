package io.pumpwatch.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.duty.HandoverItem.Kind;
import io.pumpwatch.station.Lang;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people read of a handover sheet's data gaps. */
class SheetLineTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SINCE = "2026-09-21T18:10:00Z";

    private static void says(Map<String, String> facts, String english, String chinese) {
        HandoverItem gap = new HandoverItem(Kind.GAP, "", new TreeMap<>(facts));
        assertEquals(english, SheetLine.text(gap, Lang.EN, ZONE));
        assertEquals(chinese, SheetLine.text(gap, Lang.ZH, ZONE));
    }

    @Test
    void eachGapSaysFromWhenToWhenAndWhy() {
        says(
                Map.of("why", "away", "since", SINCE, "until", "2026-09-21T18:55:00Z"),
                "no agent watched from 2026-09-22 02:10, its last entry, until 2026-09-22 02:55",
                "自 2026-09-22 02:10（末次记录）至 2026-09-22 02:55 程序未运行");
        says(
                Map.of("why", "away-unset", "since", SINCE, "until", "2026-09-21T18:10:00Z"),
                "no agent watched from 2026-09-22 02:10, its last entry,"
                        + " until it started again with a clock that nobody had set",
                "自 2026-09-22 02:10（末次记录）起程序未运行，重新启动时时钟未校准");
        says(Map.of("why", "clock-unset", "since", ""), "the clock has not been set", "时钟未校准");
        says(Map.of("why", "history", "fault", "disk full"), "trends are not written: disk full", "趋势未能写入：disk full");
    }

    /** As sheets said it before they knew for how long. */
    @Test
    void anOldSheetIsStillRead() {
        says(Map.of("why", "started", "since", SINCE), "the agent started: 2026-09-22 02:10", "程序启动： 2026-09-22 02:10");
    }
}
