package io.pumpwatch.field.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.Field;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Start button, seal-in, permit, trip and contactor of one pump. */
class StartCircuitTest {
    private final Plant plant = new Plant(Plants.full().build(), 11);
    private Field field = plant.connect();
    private Now now = Plants.START;
    private boolean permit = true;
    private boolean trip;
    private Optional<Sample> runningContact = Optional.empty();

    private void scan(int times) {
        for (int i = 0; i < times; i++) {
            now = now.plusMs(100);
            for (Sample sample : field.read(now)) {
                if (sample.tag().equals(Plants.XS101)) {
                    runningContact = Optional.of(sample);
                }
            }
            field.write(List.of(new Output(Plants.XC101, permit), new Output(Plants.XT101, trip)), now);
        }
    }

    private PlantTruth.PumpTruth p101() {
        return plant.truth().pump(Plants.P101);
    }

    private void press(boolean start) {
        plant.act(new Act.Button(Plants.P101, start));
    }

    private void running() {
        scan(2);
        press(true);
        scan(20);
        assertTrue(p101().contactorClosed());
    }

    @Test
    void itStartsSealsInAndStops() {
        running();
        scan(100);
        assertTrue(p101().contactorClosed(), "sealed in after the button came back");
        assertEquals(1, runningContact.orElseThrow().value());
        press(false);
        scan(20);
        assertFalse(p101().contactorClosed());
        assertEquals(0, runningContact.orElseThrow().value());
        assertEquals(1, p101().starts());
    }

    @Test
    void withoutPermitAPressIsBlockedAndCounted() {
        permit = false;
        scan(2);
        press(true);
        scan(20);
        assertFalse(p101().contactorClosed());
        assertEquals(1, p101().startPresses());
        assertEquals(1, p101().startsBlocked());
        permit = true;
        scan(50);
        assertFalse(p101().contactorClosed(), "a press isn't remembered");
    }

    @Test
    void beforeItsFirstWriteAnAgentPermitsNothing() {
        field.read(now);
        press(true);
        field.read(now.plusMs(3_000));
        assertEquals(AgentState.STARTING, plant.truth().agent());
        assertEquals(1, p101().startsBlocked());
    }

    @Test
    void aDroppedPermitNeverStopsARunningPump() {
        running();
        permit = false;
        scan(100);
        assertTrue(p101().contactorClosed());
        assertFalse(p101().permitted());
    }

    @Test
    void aTripOpensTheSealIn() {
        running();
        trip = true;
        scan(2);
        assertFalse(p101().contactorClosed());
        press(true);
        scan(20);
        assertFalse(p101().contactorClosed(), "no start while tripped");
        assertEquals(1, p101().starts());
    }

    @Test
    void aWeldedContactorDefiesTheTrip() {
        running();
        plant.act(new Act.Pump(Plants.P101, PumpFault.WELDED));
        trip = true;
        scan(100);
        assertTrue(p101().contactorClosed());
        assertTrue(p101().tripped());
        assertEquals(1, runningContact.orElseThrow().value());
        plant.act(new Act.Pump(Plants.P101, null));
        scan(2);
        assertFalse(p101().contactorClosed());
    }

    @Test
    void neitherStartNorStopOfTheAgentTrips() {
        running();
        field.close();
        plant.runTo(plant.timeMs() + 10_000);
        assertEquals(AgentState.DEAD, plant.truth().agent());
        assertTrue(p101().contactorClosed());
        assertFalse(p101().permitted());
        field = plant.connect();
        now = Now.of(Plants.START.utcMs(), 5);
        scan(20);
        assertTrue(p101().contactorClosed());
        assertTrue(p101().permitted());
        assertTrue(runningContact.orElseThrow().uptimeMs() <= now.uptimeMs(), "uptime of the new boot");
    }

    @Test
    void anAgentThatHangsLosesItsPermitsOnly() {
        running();
        now = now.plusMs(5_000);
        field.read(now);
        assertEquals(AgentState.DEAD, plant.truth().agent());
        assertFalse(p101().permitted());
        assertTrue(p101().contactorClosed());
    }

    @Test
    void powerLossDropsTheContactorAndItStaysOut() {
        running();
        plant.act(new Act.Begin(Upset.POWER_LOSS));
        scan(5);
        assertFalse(p101().contactorClosed());
        assertFalse(p101().available());
        plant.act(new Act.End(Upset.POWER_LOSS));
        scan(50);
        assertTrue(p101().available());
        assertFalse(p101().contactorClosed());
    }

    @Test
    void lossOfTheRelaySupplyStopsNothing() {
        running();
        plant.act(new Act.Begin(Upset.CONTROL_POWER_LOSS));
        scan(20);
        assertTrue(p101().contactorClosed());
        assertFalse(p101().permitted());
        assertFalse(plant.truth().energised(Plants.XC101));
    }

    @Test
    void aFailedStartShowsNoContact() {
        plant.act(new Act.Pump(Plants.P101, PumpFault.START_FAILS));
        scan(2);
        press(true);
        scan(30);
        assertFalse(p101().contactorClosed());
        assertEquals(0, p101().startsBlocked(), "the permit was there");
        assertEquals(0, p101().starts());
    }

    @Test
    void motorProtectionStopsAndSelectorOnlyBlocks() {
        running();
        plant.act(new Act.Pump(Plants.P101, PumpFault.LOCAL));
        scan(5);
        assertTrue(p101().contactorClosed());
        assertFalse(p101().available());
        plant.act(new Act.Pump(Plants.P101, PumpFault.OVERLOAD));
        scan(5);
        assertFalse(p101().contactorClosed());
    }

    @Test
    void aBridgedPermitStartsAgainstTheInhibit() {
        permit = false;
        plant.act(new Act.Pump(Plants.P101, PumpFault.PERMIT_BRIDGED));
        scan(2);
        press(true);
        scan(20);
        assertTrue(p101().contactorClosed());
        assertFalse(plant.truth().energised(Plants.XC101));
    }

    @Test
    void aDrainagePumpStartsWithTheAgentDead() {
        field.close();
        plant.act(new Act.Button(Plants.P301, true));
        plant.runTo(5_000);
        assertTrue(plant.truth().pump(Plants.P301).turning());
    }

    @Test
    void anOldFieldHasNoSayAfterANewOneConnected() {
        running();
        Field old = field;
        field = plant.connect();
        old.write(List.of(new Output(Plants.XT101, true)), now);
        scan(5);
        assertTrue(p101().contactorClosed());
        assertEquals(List.of(), old.read(now.plusMs(100)));
    }

    @Test
    void actsOnWhatIsntThereAreRefused() {
        for (Act act : List.of(
                new Act.Button(new Tag("P-999"), true),
                new Act.Pump(new Tag("P-999"), PumpFault.WELDED),
                new Act.Signal(new Tag("PT-999"), SignalFault.NOISE))) {
            Exception refused = assertThrows(IllegalArgumentException.class, () -> plant.act(act));
            assertTrue(refused.toString().contains("999"), refused.toString());
        }
    }
}
