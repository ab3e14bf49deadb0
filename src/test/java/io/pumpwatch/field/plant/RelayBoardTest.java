package io.pumpwatch.field.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.field.plant.OutputSettings.Coil;
import io.pumpwatch.field.plant.OutputSettings.Use;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a relay's contact does, over wiring, supply, the agent's state and what was commanded. */
class RelayBoardTest {
    private static final Tag OUT = Plants.XC101;
    private static final int KEEP_ALIVE_MS = 2500;

    /** A board brought into one state of the agent after it had commanded something. */
    private static RelayBoard board(Wiring wiring, Coil without, boolean power, AgentState agent, boolean commanded) {
        OutputSettings settings = new OutputSettings(OUT, Use.PERMIT, Plants.P101, wiring, without, without);
        RelayBoard board = new RelayBoard(List.of(settings), KEEP_ALIVE_MS);
        board.connect();
        board.write(List.of(new Output(OUT, commanded)), 0);
        if (agent == AgentState.STARTING) {
            board.disconnect();
            board.connect();
        }
        board.step(agent == AgentState.DEAD ? KEEP_ALIVE_MS + 1 : KEEP_ALIVE_MS, power);
        assertEquals(agent, board.agent());
        return board;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # wiring,        power, agent,    without agent, commanded, contact closed
            NORMALLY_OPEN,   true,  ALIVE,    DEENERGISED,   true,      true
            NORMALLY_OPEN,   true,  ALIVE,    DEENERGISED,   false,     false
            NORMALLY_OPEN,   true,  ALIVE,    ENERGISED,     true,      true
            NORMALLY_OPEN,   true,  ALIVE,    ENERGISED,     false,     false
            NORMALLY_OPEN,   true,  DEAD,     DEENERGISED,   true,      false
            NORMALLY_OPEN,   true,  DEAD,     DEENERGISED,   false,     false
            NORMALLY_OPEN,   true,  DEAD,     ENERGISED,     true,      true
            NORMALLY_OPEN,   true,  DEAD,     ENERGISED,     false,     true
            NORMALLY_OPEN,   true,  DEAD,     HOLD,          true,      true
            NORMALLY_OPEN,   true,  DEAD,     HOLD,          false,     false
            NORMALLY_OPEN,   true,  STARTING, DEENERGISED,   true,      false
            NORMALLY_OPEN,   true,  STARTING, DEENERGISED,   false,     false
            NORMALLY_OPEN,   true,  STARTING, ENERGISED,     true,      true
            NORMALLY_OPEN,   true,  STARTING, ENERGISED,     false,     true
            NORMALLY_OPEN,   true,  STARTING, HOLD,          true,      true
            NORMALLY_OPEN,   true,  STARTING, HOLD,          false,     false
            NORMALLY_OPEN,   false, ALIVE,    DEENERGISED,   true,      false
            NORMALLY_OPEN,   false, ALIVE,    ENERGISED,     false,     false
            NORMALLY_OPEN,   false, DEAD,     ENERGISED,     true,      false
            NORMALLY_OPEN,   false, DEAD,     HOLD,          true,      false
            NORMALLY_OPEN,   false, STARTING, ENERGISED,     true,      false
            NORMALLY_CLOSED, true,  ALIVE,    DEENERGISED,   true,      false
            NORMALLY_CLOSED, true,  ALIVE,    DEENERGISED,   false,     true
            NORMALLY_CLOSED, true,  DEAD,     DEENERGISED,   true,      true
            NORMALLY_CLOSED, true,  DEAD,     ENERGISED,     false,     false
            NORMALLY_CLOSED, true,  DEAD,     HOLD,          true,      false
            NORMALLY_CLOSED, true,  DEAD,     HOLD,          false,     true
            NORMALLY_CLOSED, true,  STARTING, DEENERGISED,   true,      true
            NORMALLY_CLOSED, true,  STARTING, ENERGISED,     false,     false
            NORMALLY_CLOSED, false, ALIVE,    DEENERGISED,   true,      true
            NORMALLY_CLOSED, false, DEAD,     ENERGISED,     true,      true
            NORMALLY_CLOSED, false, STARTING, HOLD,          true,      true
            """)
    void contact(Wiring wiring, boolean power, AgentState agent, Coil without, boolean commanded, boolean closed) {
        RelayBoard board = board(wiring, without, power, agent, commanded);
        assertEquals(closed, board.closed().get(OUT));
        assertEquals(closed, board.circuit(Plants.P101, Use.PERMIT).through());
    }

    @Test
    void aCircuitWithoutRelayIsThrough() {
        RelayBoard board = new RelayBoard(List.of(OutputSettings.permit(OUT, Plants.P101)), KEEP_ALIVE_MS);
        board.step(0, true);
        assertEquals(
                List.of(false, true, true),
                List.of(
                        board.circuit(Plants.P101, Use.PERMIT).through(),
                        board.circuit(Plants.P101, Use.TRIP).through(),
                        board.circuit(Plants.P301, Use.PERMIT).through()));
    }

    @Test
    void aWriteBringsADeadAgentBack() {
        RelayBoard board = board(Wiring.NORMALLY_OPEN, Coil.DEENERGISED, true, AgentState.DEAD, true);
        board.write(List.of(new Output(new Tag("ZZ-9"), true)), 9_000);
        board.step(9_020, true);
        assertEquals(AgentState.ALIVE, board.agent());
        assertEquals(true, board.closed().get(OUT), "what isn't named stays as it was commanded");
    }
}
