package io.pumpwatch.dispatch.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.dispatch.LinkState;
import io.pumpwatch.dispatch.MemoryOutbox;
import io.pumpwatch.dispatch.TestStation;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.EventPayload;
import io.pumpwatch.dispatch.payload.StatusPayload;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk that comes to a station in the middle of its stream: its receipts cover nothing that it hasn't got. */
class FreshDeskTest {
    private static final Topics STATION = new Topics("mine-1", "ps-3");

    private final MemoryOutbox journal = new MemoryOutbox();
    private final List<DeskNote> notes = new ArrayList<>();
    private Now now = Now.of(1_790_000_000_000L, 10_000);

    @BeforeEach
    void someEntries() {
        for (int i = 1; i <= 6; i++) {
            journal.append("entry " + i);
        }
    }

    private void event(DeskModel desk, long seq) {
        Entry entry = Objects.requireNonNull(journal.all().get(new EntryId(1, seq)));
        byte[] payload = new EventPayload.Line(entry.line(), entry.hash()).encode();
        desk.message(STATION.event(), payload, false, now);
    }

    private void status(DeskModel desk, long confirmed) {
        StatusPayload status = new StatusPayload(
                true,
                1,
                1,
                "test",
                ClockTrust.NTP,
                now.utcMs(),
                new EntryId(1, 6),
                new EntryId(1, 6),
                confirmed == 0 ? EntryId.NONE : new EntryId(1, confirmed));
        desk.message(STATION.status(), status.encode(), false, now);
    }

    private List<CommandBody> due(DeskModel desk) {
        now = now.plusMs(1_000);
        return desk.due(now, true).stream().map(DeskModel.Out::body).toList();
    }

    private static EntryId receipt(List<CommandBody> due) {
        return due.stream()
                .filter(CommandBody.Receipt.class::isInstance)
                .map(body -> ((CommandBody.Receipt) body).upTo())
                .findFirst()
                .orElse(EntryId.NONE);
    }

    @Test
    void itAsksForWhatNobodyHasConfirmedAndConfirmsNothingBefore() {
        DeskModel desk = new DeskModel(Map.of(), true, notes::add);
        event(desk, 4);
        assertEquals(List.of(), due(desk), "where to begin isn't known yet");
        status(desk, 0);
        List<CommandBody> asked = due(desk);
        assertEquals(EntryId.NONE, receipt(asked));
        assertEquals(true, asked.contains(new CommandBody.Resend(new EntryId(1, 1))), asked::toString);
        for (long seq = 1; seq <= 6; seq++) {
            event(desk, seq);
        }
        assertEquals(new EntryId(1, 6), receipt(due(desk)));
    }

    @Test
    void itBeginsBehindWhatAnotherDeskConfirmed() {
        DeskModel desk = new DeskModel(Map.of(), true, notes::add);
        status(desk, 3);
        event(desk, 4);
        assertEquals(new EntryId(1, 4), receipt(due(desk)));
    }

    /** Gives the desk the one alarm that the broker holds. */
    private Runnable holding(DeskModel desk) {
        TestStation station = new TestStation(journal);
        station.set("PT-101.HH", State.UNACKED);
        AlarmPayload alarm = station.alarms().states().get(0);
        return () -> desk.message(STATION.alarm(alarm.id()), alarm.encode(), true, now);
    }

    private int shown(DeskModel desk) {
        return desk.view(LinkState.LIVE, "").alarms().size();
    }

    @Test
    void whatWentDuringAnOutageIsGoneAsSoonAsEntriesFlow() {
        DeskModel desk = new DeskModel(Map.of(), true, notes::add);
        Runnable held = holding(desk);
        held.run();
        desk.linkUp(now);
        desk.due(now.plusMs(StationDesk.READ_BACK_MS - 1), true);
        assertEquals(1, shown(desk), "nobody said that it has gone");
        event(desk, 1);
        desk.due(now.plusMs(StationDesk.FLOWING_MS - 1), true);
        assertEquals(1, shown(desk), "a broker may be slow with what it holds");
        desk.due(now.plusMs(StationDesk.FLOWING_MS), true);
        assertEquals(0, shown(desk), "the station tells its alarms before its entries");
    }

    @Test
    void whatTheBrokerStillHoldsStays() {
        DeskModel desk = new DeskModel(Map.of(), true, notes::add);
        Runnable held = holding(desk);
        held.run();
        desk.linkUp(now);
        held.run();
        event(desk, 1);
        desk.due(now.plusMs(StationDesk.READ_BACK_MS), true);
        assertEquals(1, shown(desk));
    }
}
