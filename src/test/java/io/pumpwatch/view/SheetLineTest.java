package io.pumpwatch.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.config.StationFile;
import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.duty.HandoverItem.Kind;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Lang;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people read of a handover sheet's data gaps. */
class SheetLineTest {
    private static final StationPlan PLAN = Objects.requireNonNull(
                    StationFile.read(Path.of("config/emulsion.toml")).loaded())
            .plan();
    private static final String SINCE = "2026-09-21T18:10:00Z";

    private static Named named(Lang lang) {
        return new Named(PLAN, lang, id -> id.equals("op-1") ? "王伟" : id, number -> "");
    }

    private static void says(Map<String, String> facts, String english, String chinese) {
        HandoverItem gap = new HandoverItem(Kind.GAP, "", new TreeMap<>(facts));
        assertEquals(english, SheetLine.text(gap, named(Lang.EN)));
        assertEquals(chinese, SheetLine.text(gap, named(Lang.ZH)));
    }

    @Test
    void aMissedSheetAndWhoMaskedAPointGoByTheirNames() {
        HandoverItem missed =
                HandoverItem.of(Kind.ROUND, "spray-daily", "words", "喷雾泵日检表", "key", "2026-09-21/day", "since", SINCE);
        assertEquals("Daily check of the spray pump", SheetLine.subject(missed, named(Lang.EN)));
        assertEquals("Daily check of the spray pump 2026-09-21 day", SheetLine.text(missed, named(Lang.EN)));
        assertEquals("喷雾泵日检表 2026-09-21 白天", SheetLine.text(missed, named(Lang.ZH)));
        HandoverItem before =
                HandoverItem.of(Kind.ROUND, "pre-shift", "words", "x", "key", "2026-09-21/evening", "since", SINCE);
        assertEquals("乳化液泵班前检查 2026-09-21 中班", SheetLine.text(before, named(Lang.ZH)));
        HandoverItem masked = HandoverItem.of(Kind.SHELVED, "PT-101.H", "by", "op-1", "reason", "test", "until", SINCE);
        assertEquals("王伟 操作，到 2026-09-22 02:10：test", SheetLine.text(masked, named(Lang.ZH)));
        assertEquals("PT-101.H", SheetLine.subject(masked, named(Lang.ZH)));
        assertEquals("乳化液压力接近上限", SheetLine.name(masked, named(Lang.ZH)));
        HandoverItem job = HandoverItem.of(
                Kind.JOB, "1", "words", "x", "job", "live-work", "told", "端子更换", "people", "op-1", "since", SINCE);
        assertEquals("带电作业: 端子更换 (王伟)", SheetLine.text(job, named(Lang.ZH)));
        assertEquals("Work on live parts: 端子更换 (王伟)", SheetLine.text(job, named(Lang.EN)));
        HandoverItem work = HandoverItem.of(Kind.WORK, "PT-101.H", "level", "shift-leader", "since", SINCE);
        assertEquals(
                "not handled since 2026-09-22 02:10; now with: shift leader", SheetLine.text(work, named(Lang.EN)));
        assertEquals("乳化液压力接近上限", SheetLine.name(work, named(Lang.ZH)));
        HandoverItem guest =
                HandoverItem.of(Kind.VISITOR, "4", "visitor", "Zhang", "why", "", "escort", "op-1", "since", SINCE);
        assertEquals("Zhang since 2026-09-22 02:10, escorted by 王伟", SheetLine.text(guest, named(Lang.EN)));
        HandoverItem outsider =
                HandoverItem.of(Kind.VISITOR, "5", "visitor", "man", "why", "outsider", "escort", "", "since", SINCE);
        assertEquals("OUTSIDER man since 2026-09-22 02:10", SheetLine.text(outsider, named(Lang.EN)));
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
