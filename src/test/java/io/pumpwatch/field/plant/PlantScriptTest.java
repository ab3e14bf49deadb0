package io.pumpwatch.field.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.InputRefused;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts of acts as people write them. */
class PlantScriptTest {
    private static final PlantSettings SETTINGS = Plants.full().build();

    private static List<TimedAct> parse(String text) throws InputRefused {
        return PlantScript.parse("demo.plant", text, SETTINGS);
    }

    private static InputRefused refused(String text) {
        return assertThrows(InputRefused.class, () -> parse(text));
    }

    @Test
    void everyKindOfLine() throws Exception {
        assertEquals(
                List.of(
                        new TimedAct(12_000, new Act.Button(Plants.P101, true)),
                        new TimedAct(12_500, new Act.Button(Plants.P101, false)),
                        new TimedAct(120_000, new Act.Signal(Plants.PT101, SignalFault.BROKEN_WIRE)),
                        new TimedAct(3_600_000, new Act.Signal(Plants.PT101, null)),
                        new TimedAct(30_000, new Act.Pump(Plants.P101, PumpFault.WELDED)),
                        new TimedAct(30_000, new Act.Pump(Plants.P101, null)),
                        new TimedAct(31_000, new Act.Begin(Upset.BURST_HOSE)),
                        new TimedAct(32_000, new Act.End(Upset.BURST_HOSE)),
                        new TimedAct(33_000, new Act.Begin(Upset.RAIN, 30.5)),
                        new TimedAct(34_000, new Act.Door(true)),
                        new TimedAct(35_000, new Act.Door(false)),
                        new TimedAct(36_000, new Act.SetTank(12)),
                        new TimedAct(37_000, new Act.SetSump(4.2)),
                        new TimedAct(38_000, new Act.ClearAll())),
                parse("""
                        # a script
                        12 s  start P-101
                        12500 ms stop P-101   # released

                        2 min fault PT-101 broken-wire
                        1 h clear PT-101
                        30 s fault P-101 welded
                        30 s clear P-101
                        31 s burst-hose
                        32 s clear burst-hose
                        33 s rain 30.5 mm/h
                        34 s door open
                        35 s door shut
                        36 s tank 12 %
                        37 s sump 4.2
                        38 s clear all
                        """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start P-101                   | a line is a time
            12 start P-101                | a line is a time
            -1 s start P-101              | a line is a time
            1e3 s start P-101             | a line is a time
            1 s strat P-101               | did you mean start?
            1 s start P-110               | did you mean P-101?); allowed: P-101, P-102
            1 s start                     | start takes one word
            1 s start P-101 P-102         | start takes one word
            1 s fault PT-101              | fault takes a tag and a fault
            1 s fault PT-101 brokenwire   | did you mean broken-wire?
            1 s fault PT-111 noise        | did you mean PT-101?
            1 s fault P-101 broken-wire   | allowed: welded, start-fails
            1 s burst-hoses               | did you mean burst-hose?
            1 s burst-hose 99             | burst-hose takes a number from 0.5 to 20.0 pump flows
            1 s power-loss 3              | power-loss takes no amount
            1 s rain wet                  | rain takes a number from 0.0 to 500.0 mm/h
            1 s rain 3 cm/h               | rain takes a number from 0.0 to 500.0 mm/h
            1 s tank 101                  | tank takes a number from 0.0 to 100.0 %
            1 s sump 7                    | sump takes a number from 0.0 to 5.5 m
            1 s door ajar                 | allowed: open, shut
            1 s clear everything          | unknown thing to clear
            """)
    void aWrongLineSaysWhatIsAllowed(String line, String words) {
        InputRefused refused = refused("# first\n" + line + "\n");
        assertEquals(1, refused.faults().size());
        String message = refused.faults().get(0).in(Lang.EN);
        assertTrue(message.startsWith("demo.plant:2: "), message);
        assertTrue(message.contains(words), message);
        String chinese = refused.faults().get(0).in(Lang.ZH);
        assertTrue(chinese.codePoints().anyMatch(c -> c > 0x4E00), chinese);
    }

    @Test
    void allFaultsComeAtOnce() {
        assertEquals(
                3, refused("1 s foo\n2 s start P-101\n3 s bar\nbaz\n").faults().size());
    }

    @Test
    void noiseIsRefusedInShortWords() {
        String noise = "\u0000\u0001x".repeat(100_000);
        InputRefused refused = refused("1 s " + noise);
        assertTrue(refused.in(Lang.EN).length() < 2_000);
    }

    @Test
    void drawnTroublesCanBeWrittenAsAScriptAndReadBack() throws Exception {
        List<TimedAct> drawn = Troubles.draw(SETTINGS, 12, 60_000, 7_200_000, 30);
        assertTrue(drawn.size() > 300, "drawn: " + drawn.size());
        assertEquals(drawn, parse(PlantScript.write(drawn)));
        assertEquals(drawn, Troubles.draw(SETTINGS, 12, 60_000, 7_200_000, 30));
        assertNotEquals(drawn, Troubles.draw(SETTINGS, 13, 60_000, 7_200_000, 30));
        assertTrue(drawn.get(0).atMs() >= 60_000);
    }

    @Test
    void troublesSuitTheStation() {
        PlantSettings drainage = Plants.drainage(PlantSettings.builder()).build();
        for (TimedAct timed : Troubles.draw(drainage, 5, 0, 36_000_000, 30)) {
            if (timed.act() instanceof Act.Begin begin) {
                assertTrue(begin.upset() != Upset.BURST_HOSE && begin.upset() != Upset.BLOCKED_NOZZLE, timed.line());
            }
        }
        new Plant(drainage, 1, Troubles.draw(drainage, 5, 0, 36_000_000, 30)).runTo(1_000);
        assertEquals(List.of(), Troubles.draw(PlantSettings.builder().build(), 1, 0, 0, 30));
    }

    @Test
    void everyActHasWordsThatReadBack() throws Exception {
        Tag pump = Plants.P101;
        List<Act> acts = new ArrayList<>(List.of(
                new Act.Button(pump, true),
                new Act.Button(pump, false),
                new Act.Signal(Plants.PT101, null),
                new Act.Pump(pump, null),
                new Act.ClearAll(),
                new Act.Door(true),
                new Act.Door(false),
                new Act.SetTank(3.5),
                new Act.SetSump(0.25)));
        for (SignalFault fault : SignalFault.values()) {
            acts.add(new Act.Signal(Plants.PT101, fault));
        }
        for (PumpFault fault : PumpFault.values()) {
            acts.add(new Act.Pump(pump, fault));
        }
        for (Upset upset : Upset.values()) {
            acts.add(new Act.Begin(upset));
            acts.add(new Act.End(upset));
        }
        for (Act act : acts) {
            assertEquals(List.of(new TimedAct(7, act)), parse("7 ms " + act.words()), act.words());
        }
        assertEquals(
                Act.class.getPermittedSubclasses().length,
                acts.stream().map(Object::getClass).distinct().count());
    }
}
