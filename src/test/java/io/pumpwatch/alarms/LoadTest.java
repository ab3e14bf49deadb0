package io.pumpwatch.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Stamp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures on the operator's load, after EEMUA 191. */
class LoadTest {
    private static final AlarmId HH = AlarmId.parse("PT-101.HH");
    private static final AlarmId LOW = AlarmId.parse("PT-101.L");
    private static final Now START = Now.of(1_790_000_000_000L, 1_000);

    private static Load raised(Load load, AlarmId id, long atMs) {
        return load.raised(id, Priority.HIGH, Stamp.of(1, START.plusMs(atMs)));
    }

    @Test
    void threeRaisesWithinAMinuteAreChattering() {
        Load load = raised(raised(Load.EMPTY, HH, 0), HH, 20_000);
        assertEquals(List.of(), load.chattering(1, START.plusMs(30_000)));
        load = raised(raised(load, LOW, 25_000), HH, 59_999);
        assertEquals(List.of(HH), load.chattering(1, START.plusMs(59_999)));
        assertEquals(List.of(), load.chattering(1, START.plusMs(60_000)));
    }

    @Test
    void theRateIsThatOfTheLastTenMinutes() {
        Load load = raised(raised(raised(Load.EMPTY, HH, 0), LOW, 300_000), HH, 599_999);
        assertEquals(3, load.inTenMinutes(1, START.plusMs(599_999)));
        assertEquals(2, load.inTenMinutes(1, START.plusMs(600_000)));
    }

    @Test
    void theTopTenAreTheMostFrequentFirst() {
        Load load = raised(raised(raised(Load.EMPTY, LOW, 0), HH, 1_000), LOW, 2_000);
        assertEquals(List.of(LOW, HH), load.topTen());
        for (int i = 0; i < 20; i++) {
            load = raised(load, AlarmId.parse("LT-" + i + ".H"), i);
        }
        assertEquals(10, load.topTen().size());
        assertEquals(LOW, load.topTen().get(0));
    }

    @Test
    void annunciatedForMoreThanADayIsStale() {
        AlarmEvent.Moved moved = new AlarmEvent.Moved(
                HH,
                Life.NORMAL,
                Life.UNACKED,
                Life.Cue.RAISE,
                36.0,
                35.0,
                "MPa",
                Priority.CRITICAL,
                true,
                true,
                false,
                null);
        AlarmsState state = AlarmFold.apply(AlarmsState.EMPTY, 1, Stamp.of(1, START), moved);
        assertEquals(List.of(), Load.stale(state, 1, START.plusMs(86_400_000)));
        assertEquals(List.of(HH), Load.stale(state, 1, START.plusMs(86_400_001)));
    }
}
