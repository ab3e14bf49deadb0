package io.pumpwatch.dispatch.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.LinkState;
import io.pumpwatch.dispatch.desk.DeskView.Presence;
import io.pumpwatch.dispatch.desk.DeskView.StationLine;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.AlarmPayload.Masks;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.StatusPayload;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person at a dispatch seat reads. */
class DeskScreenTest {
    private static final long UTC_MS = 1_790_000_000_000L; // 2026-09-21 14:13:20
    private static final Topics NORTH = new Topics("mine-1", "north");
    private static final Topics SOUTH = new Topics("mine-1", "south");

    private final DeskScreen english = new DeskScreen(Lang.EN, ZoneOffset.UTC);
    private final DeskScreen chinese = new DeskScreen(Lang.ZH, ZoneOffset.UTC);
    private final List<DeskNote> notes = new ArrayList<>();
    private final DeskModel desk = new DeskModel(Map.of(), true, notes::add);
    private final Now now = Now.of(UTC_MS, 10_000);

    private static AlarmPayload alarm(String point, State state, Priority priority, long ageMs, Masks masks) {
        return new AlarmPayload(
                AlarmId.parse(point),
                state,
                priority,
                36.2,
                "MPa",
                35.0,
                UTC_MS - ageMs,
                new EntryId(1, 7),
                true,
                false,
                masks,
                new Text("Pressure", "压力"),
                Text.NONE);
    }

    private static AlarmPayload alarm(String point, State state, Priority priority, long ageMs) {
        return alarm(point, state, priority, ageMs, new Masks(false, false, false));
    }

    private void tell(Topics station, AlarmPayload alarm) {
        desk.message(station.alarm(alarm.id()), alarm.encode(), true, now);
    }

    private static StatusPayload status(boolean online, ClockTrust clock, long durable) {
        EntryId none = EntryId.NONE;
        return new StatusPayload(online, 1, 1, "test", clock, UTC_MS, new EntryId(1, durable), none, none);
    }

    @Test
    void alarmsOfAllStationsStandTheMostUrgentFirstThenThoseThatAskThenTheNewest() {
        tell(SOUTH, alarm("LT-301.H", State.UNACKED, Priority.HIGH, 1_000));
        tell(NORTH, alarm("PT-201.H", State.ACKED, Priority.CRITICAL, 500));
        tell(NORTH, alarm("PT-101.HH", State.UNACKED, Priority.CRITICAL, 9_000));
        tell(NORTH, alarm("PT-102.HH", State.UNACKED, Priority.CRITICAL, 8_000));
        tell(NORTH, alarm("PT-103.HH", State.UNACKED, Priority.CRITICAL, 10, new Masks(true, false, false)));
        List<String> order = desk.view(LinkState.LIVE, "").alarms().stream()
                .map(line -> line.station() + " " + line.alarm().id())
                .toList();
        assertEquals(
                List.of(
                        "mine-1/north PT-102.HH",
                        "mine-1/north PT-101.HH",
                        "mine-1/north PT-201.H",
                        "mine-1/south LT-301.H",
                        "mine-1/north PT-103.HH"),
                order);
    }

    @Test
    void aStationThatIsGoneABehindOneAndAnUnsetClockAreSaidInBothLanguages() {
        desk.message(NORTH.status(), status(true, ClockTrust.UNSET, 9).encode(), true, now);
        desk.message(SOUTH.status(), status(false, ClockTrust.NTP, 4).encode(), true, now);
        DeskView view = desk.view(LinkState.LIVE, "");
        List<String> en = english.lines(view);
        assertEquals("stations online 1/2   alarms 0", en.get(0));
        assertTrue(en.get(1).contains("mine-1/north") && en.get(1).contains("online"), en::toString);
        assertTrue(en.get(1).contains("CLOCK NOT SET"), en::toString);
        assertTrue(en.get(2).contains("mine-1/south") && en.get(2).contains("OFFLINE"), en::toString);
        List<String> zh = chinese.lines(view);
        assertEquals("在线泵站 1/2   报警 0", zh.get(0));
        assertTrue(zh.get(1).contains("时钟未校准") && zh.get(2).contains("离线"), zh::toString);
    }

    @Test
    void missingEntriesAndABrokenChainStandAtTheirStation() {
        StationLine line = new StationLine(
                "mine-1/north", Presence.SILENT, status(true, ClockTrust.NTP, 9), new EntryId(1, 4), true, 2);
        String text = english.lines(new DeskView(LinkState.LIVE, "", List.of(line), List.of()))
                .get(1);
        assertTrue(text.contains("SILENT") && text.contains("waiting entries 5"), text);
        assertTrue(text.contains("ENTRIES MISSING") && text.contains("CHAIN OR HISTORY BROKEN: 2"), text);
    }

    @Test
    void anAlarmSaysWhatItIsAndWhatStandsBesideItsState() {
        tell(NORTH, alarm("PT-101.HH", State.LATCHED_UNACKED, Priority.CRITICAL, 0, new Masks(true, true, true)));
        assertNotNull(desk.see("mine-1/north", AlarmId.parse("PT-101.HH"), "wang"));
        String en = english.lines(desk.view(LinkState.LIVE, "")).get(2);
        for (String part : List.of(
                "CRITICAL",
                "09-21 14:13:20",
                "PT-101.HH",
                "LATCHED, UNACKNOWLEDGED",
                "36.20 MPa (35.00)",
                "Pressure",
                "[shelved]",
                "[out of service]",
                "[suppressed]",
                "[seen by wang]")) {
            assertTrue(en.contains(part), () -> part + " in: " + en);
        }
        String zh = chinese.lines(desk.view(LinkState.LIVE, "")).get(2);
        for (String part : List.of("紧急", "已锁定，未确认", "压力", "[已搁置]", "[停用]", "[已抑制]", "[wang已阅]")) {
            assertTrue(zh.contains(part), () -> part + " in: " + zh);
        }
    }

    @Test
    void withoutABrokerItSaysThatAllMayBeOld() {
        List<String> lines = english.lines(desk.view(LinkState.WAITING, "refused"));
        assertEquals("NO CONNECTION TO THE BROKER, all below may be old: refused", lines.get(0));
        assertEquals(
                "与服务器断开，以下可能已过时",
                chinese.lines(desk.view(LinkState.WAITING, "")).get(0));
    }

    @Test
    void whatIsNoMessageOfOursIsSaidAndBreaksNothing() {
        desk.message("pumpwatch/v1/mine-1/north/alarm/PT-101/HH", new byte[] {'{'}, true, now);
        desk.message("other/topic", new byte[0], false, now);
        assertEquals(
                List.of(DeskNote.Kind.MALFORMED, DeskNote.Kind.MALFORMED),
                notes.stream()
                        .map(DeskNote::kind)
                        .filter(DeskNote.Kind.MALFORMED::equals)
                        .toList());
        for (DeskNote.Kind kind : DeskNote.Kind.values()) {
            DeskNote note = new DeskNote(UTC_MS, kind, "mine-1/north", new EntryId(1, 3), null, "why");
            String en = english.line(note);
            assertTrue(
                    en.startsWith(
                            "09-21 14:13:20  mine-1/north  " + kind.words().en()),
                    en);
            assertTrue(en.endsWith("1:3  why"), en);
        }
    }
}
