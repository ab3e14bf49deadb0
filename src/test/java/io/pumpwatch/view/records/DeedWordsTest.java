package io.pumpwatch.view.records;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.StationFile;
import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Entries are told in the words of people: no id and no code where there is a name. */
class DeedWordsTest {
    private static final StationPlan PLAN = Objects.requireNonNull(
                    StationFile.read(Path.of("config/emulsion.toml")).loaded())
            .plan();

    private static long hours(int hours) {
        return 1_795_392_000_000L + hours * 3_600_000L;
    }

    private static String entry(long boot, int hour, String kind, String body) {
        Stamp at = new Stamp(boot, hours(hour), hour * 3_600_000L, ClockTrust.NTP);
        return EntryLine.of(new EntryId(1, hour + 1L), new Draft(kind, 1, body, at))
                .text();
    }

    private static Asked asked(LocalDate day) {
        return new Asked(PLAN, Lang.ZH, day, day.plusDays(1), hours(23), List.of(), Asked.Readings.NONE, Scope.ALL);
    }

    @Test
    void whatIsKeptByIdIsToldByName() {
        String[][] entries = {
            {"duty.person-enrolled", "{'person':'fit-1','name':'Wang 王强','roles':['STATION_FITTER'],'by':'chief'}"},
            {"rounds.sheet-due", "{'sheet':'spray-daily','rule':'P5','key':'2026-11-23/day'}"},
            {"rounds.sheet-missed", "{'sheet':'pre-shift','rule':'E6','key':'2026-11-23/evening'}"},
            {"rounds.item-skipped", "{'sheet':'spray-daily','key':'2026-11-23/day','item':'tidy','reason':'r1'}"},
            {"rounds.defect-assigned", "{'defect':3,'to':'fit-1','by':'fit-1'}"},
            {"rounds.defect-escalated", "{'defect':3,'to':'SHIFT_LEADER'}"},
            {"rounds.work-handled", "{'item':2,'point':'PT-201.L','words':'cleaned','by':'fit-1'}"},
            {"duty.muster-incomplete", "{'muster':1,'missing':['fit-1']}"},
            {"duty.absence-excused", "{'person':'fit-1','slot':'2026-11-23/night','reason':'ill','by':'chief'}"},
            {"duty.test-recorded", "{'person':'fit-1','mg':25.0,'mgMax':20.0,'passed':false,'by':'chief'}"},
            {
                "duty.paper-recorded",
                "{'person':'fit-1','sort':'CERTIFICATE','kind':'grid-permit','number':'7',"
                        + "'expires':'2027-01-01','by':'chief'}"
            },
            {
                "duty.paper-typed-in",
                "{'sort':'spray-daily','fromUtcMs':1795392000000,'untilUtcMs':1795392000000,"
                        + "'words':'w1','by':'fit-1'}"
            },
            {"rounds.sheet-voided", "{'sheet':'round','key':'2026-11-23/noon','why':'the clock was set back'}"},
            {"rounds.tool-counted", "{'job':1,'tool':'Spanner set','where':'MISSING','words':'lost','by':'fit-1'}"},
        };
        Books books = new Books();
        books.read(entry(1, 0, "agent.started", "{\"version\":\"1\",\"boot\":1}"));
        for (int i = 0; i < entries.length; i++) {
            books.read(entry(1, i + 1, entries[i][0], entries[i][1].replace('\'', '"')));
        }
        books.finish(hours(23));
        LocalDate day = LocalDate.of(2026, 11, 23);
        String zh =
                Objects.requireNonNull(Reports.of("events", books, asked(day))).toString();
        for (String told : List.of(
                "喷雾泵日检表 · 2026-11-23 白天",
                "乳化液泵班前检查 · 2026-11-23 中班",
                "喷雾泵日检表 · 2026-11-23 白天 · 工完场清 · r1",
                "缺陷 3 号 · Wang 王强",
                "缺陷 3 号 · 班长",
                "事项 2 号 · cleaned",
                "第 1 次集合 · Wang 王强",
                "Wang 王强 · 2026-11-23 夜班 · ill",
                "Wang 王强 · 25.0 mg/100 ml · 未通过",
                "Wang 王强 · 证件 · 电网作业许可证 · 7 · 2027-01-01",
                "喷雾泵日检表 · 2026-11-23 08:00 · w1",
                "巡视 · 2026-11-23 午 · 时钟已回拨",
                "作业 1 号 · Spanner set · 丢失 · lost")) {
            assertTrue(zh.contains(told), told + " in " + zh);
        }
        for (String id : List.of("spray-daily", "pre-shift", "fit-1", "SHIFT_LEADER", "grid-permit", "MISSING")) {
            assertFalse(zh.contains(id), id + " in " + zh);
        }
    }
}
