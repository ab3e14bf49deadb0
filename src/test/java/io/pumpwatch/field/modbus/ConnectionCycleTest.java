package io.pumpwatch.field.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.modbus.ModbusFault.Reach;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Encoding;
import io.pumpwatch.field.modbus.ModbusSettings.Table;
import io.pumpwatch.field.modbus.ModbusSettings.Tcp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rounds, back-off and how far a fault reaches, step by step on a clock of the test's own. */
class ConnectionCycleTest {
    private static final long MS = 1_000_000;
    private static final Connection CONNECTION = new Connection(
            "set-1",
            new Tcp("127.0.0.1", 502),
            1_000,
            200,
            List.of(
                    RegistersTest.point(11, 1, Table.HOLDING, 0, Encoding.UINT16),
                    RegistersTest.point(12, 1, Table.HOLDING, 40, Encoding.UINT16),
                    RegistersTest.point(21, 2, Table.HOLDING, 0, Encoding.UINT16)));

    private final List<RegisterRead> reads = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Set<Integer> silent = new HashSet<>();
    private boolean refuses;
    private boolean lost;
    private boolean closedDoor;
    private int opened;
    private long nowNs;
    private long dueNs;
    private final ConnectionCycle cycle = new ConnectionCycle(CONNECTION, this::open, reads::add, () -> nowNs);

    private ModbusPort open(Connection connection) throws ModbusFault {
        opened++;
        if (closedDoor) {
            throw new ModbusFault(Reach.CONNECTION, "connection refused");
        }
        return new ModbusPort() {
            @Override
            public byte[] read(int unit, Table table, int address, int count) throws ModbusFault {
                asked.add(unit + "/" + address);
                if (lost) {
                    throw new ModbusFault(Reach.CONNECTION, "connection lost");
                }
                if (silent.contains(unit)) {
                    nowNs += connection.timeoutMs() * MS;
                    throw new ModbusFault(Reach.UNIT, "no answer");
                }
                if (refuses && address == 40) {
                    throw new ModbusFault(Reach.REGISTERS, "illegal data address (2)");
                }
                return new byte[] {0, (byte) (unit * 10)};
            }

            @Override
            public void close() {
                asked.add("closed");
            }
        };
    }

    /** Steps until that time; what was read by then. */
    private List<String> until(long ms) {
        reads.clear();
        asked.clear();
        while (dueNs < ms * MS) {
            nowNs = Math.max(nowNs, dueNs);
            dueNs = cycle.step(nowNs);
        }
        nowNs = Math.max(nowNs, ms * MS);
        return reads.stream()
                .map(read ->
                        read.tag() + (read.fault().isEmpty() ? "=" + Math.round(read.value()) : " " + read.fault()))
                .toList();
    }

    @Test
    void aRoundReadsEverythingOnceAndTheNextComesInItsTime() {
        assertEquals(List.of("FT-11=10", "FT-12=10", "FT-21=20"), until(1_000));
        assertEquals(List.of("1/0", "1/40", "2/0"), asked);
        assertEquals(6, until(3_000).size());
        assertEquals(1, opened, "the connection stays open");
        assertEquals("", cycle.fault());
    }

    @Test
    void registersThatAreRefusedFailAlone() {
        refuses = true;
        assertEquals(List.of("FT-11=10", "FT-12 illegal data address (2)", "FT-21=20"), until(1_000));
        assertEquals("modbus set-1 unit 1 holding/40: illegal data address (2)", cycle.fault());
        refuses = false;
        until(2_000);
        assertEquals("", cycle.fault());
        assertEquals(1, opened);
    }

    @Test
    void aUnitThatIsAwayHoldsUpNobodyAndIsAskedMoreAndMoreRarely() {
        silent.add(1);
        List<String> first = until(1_000);
        assertEquals(List.of("FT-11 no answer", "FT-12 no answer", "FT-21=20"), first);
        assertEquals(List.of("1/0", "2/0"), asked, "one question is enough to see that it is away");
        assertEquals("modbus set-1 unit 1: no answer", cycle.fault());
        long asks = 0;
        until(20_000);
        asks += asked.stream().filter(each -> each.startsWith("1/")).count();
        long others = asked.stream().filter(each -> each.equals("2/0")).count();
        assertTrue(others >= 18, "the other unit keeps its pace: " + others);
        assertTrue(asks <= 8, "asked " + asks + " times in 19 s");
        silent.clear();
        until(26_000);
        assertEquals("", cycle.fault());
        assertEquals(1, opened);
    }

    @Test
    void aLostConnectionFailsAllAndIsOpenedAnew() {
        until(1_000);
        lost = true;
        List<String> failed = until(1_001);
        assertEquals(List.of("FT-11 connection lost", "FT-12 connection lost", "FT-21 connection lost"), failed);
        assertEquals(List.of("1/0", "closed"), asked);
        assertEquals("modbus set-1: connection lost", cycle.fault());
        closedDoor = true;
        int before = opened;
        until(21_000);
        assertEquals("modbus set-1: connection refused", cycle.fault());
        int tries = opened - before;
        assertTrue(tries >= 6 && tries <= 12, "0.1 s, doubled, at most 5 s: " + tries + " tries in 20 s");
        lost = false;
        closedDoor = false;
        until(28_000);
        assertEquals("", cycle.fault());
        assertTrue(reads.stream().anyMatch(read -> read.fault().isEmpty()));
    }
}
