package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keys and answers make of the console. */
class UpdateTest extends ConsoleByHand {
    @Test
    void eachScreensKeyLeadsThereFromWhereItOpens() {
        for (Screen from : Screen.values()) {
            for (Screen to : Screen.values()) {
                model = model.with(model.place().at(from));
                if (to.opensFrom(from)) {
                    keys(to.key());
                    assertEquals(to, model.place().screen(), from + " " + to.key());
                    List<String> asked = !effects.isEmpty() && effects.get(0) instanceof Effect.Look look
                            ? look.documents()
                            : List.of();
                    assertEquals(model.place().documents(), asked);
                }
            }
        }
    }

    @Test
    void noTwoDeedsOfAScreenShareAKeyAndNoneHidesAnotherKey() {
        for (Screen screen : Screen.values()) {
            Set<String> keys = new HashSet<>(Set.of("!", "s", "S", "q", "Q", "?"));
            for (Screen other : Screen.values()) {
                if (other.opensFrom(screen)) {
                    assertTrue(keys.add(other.key()) || other == Screen.HELP, screen + " " + other);
                }
            }
            for (Deed deed : Deeds.on(screen)) {
                assertTrue(keys.add(deed.key()), screen + " " + deed.key());
            }
        }
    }

    @Test
    void silenceTakesOneKeyAndNoPin() {
        keys("s");
        assertEquals(new Effect.Act("silence", Map.of()), act());
    }

    @Test
    void anAccidentTakesTwoKeysAndNoPin() {
        keys("!");
        assertNotNull(model.hand().form());
        keys("enter");
        assertEquals(new Effect.Act("accident", Map.of()), act());
    }

    @Test
    void acknowledgingAsksForThePinOnceAndTheSessionStandsForItAfterwards() {
        keys("2", "a");
        type("op-1");
        keys("enter");
        type("4711");
        keys("enter");
        assertEquals(
                new Effect.Act("acknowledge", Map.of("points", List.of("PT-101.HH"), "person", "op-1", "pin", "4711")),
                act());
        take(done("done", "op-1"));
        assertNull(model.hand().form());
        assertEquals("done", model.hand().notice());
        assertFalse(model.toString().contains("4711"), "the PIN isn't kept anywhere");
        keys("a");
        assertEquals(Map.of("points", List.of("PT-101.HH")), act().fields());
        take(done("done", "op-1"));
        take(new Message.Tick(Update.SIGNED_MS));
        assertNull(model.hand().signed());
        assertTrue(effects.contains(new Effect.SignOut()));
        keys("a");
        assertNotNull(model.hand().form(), "the PIN is asked again");
    }

    @Test
    void anActExtendsTheSessionAndARefusedOneDoesnt() {
        acknowledgingAsksForThePinOnceAndTheSessionStandsForItAfterwards();
        keys("escape", "S");
        type("op-1");
        keys("enter");
        type("4711");
        keys("enter");
        assertEquals(List.of(new Effect.SignIn("op-1", "4711")), effects);
        take(done("王伟", "op-1"));
        long until = Objects.requireNonNull(model.hand().signed()).untilMs();
        take(new Message.Tick(until - 1));
        keys("2", "a");
        take(new Message.Answered(false, true, "not on duty", "op-1", false));
        assertEquals(until, Objects.requireNonNull(model.hand().signed()).untilMs());
        assertEquals("not on duty", model.hand().notice());
        assertNull(model.hand().form(), "a refused act of one key leaves no form behind that swallows the keys");
        keys("a");
        take(done("done", "op-1"));
        take(new Message.Tick(until + 1));
        assertNotNull(model.hand().signed());
    }

    @Test
    void whereTheSessionIsOverThePinIsAskedForTheSameAct() {
        acknowledgingAsksForThePinOnceAndTheSessionStandsForItAfterwards();
        take(new Message.Answered(true, true, "", "op-1", false));
        keys("escape", "2", "f");
        type("valve opened");
        keys("enter");
        take(new Message.Answered(false, true, "sign in", "op-1", true));
        assertNull(model.hand().signed());
        Form form = Objects.requireNonNull(model.hand().form());
        assertEquals(List.of("valve opened", "op-1", ""), form.typed());
        type("4711");
        keys("enter");
        assertEquals("valve opened", act().fields().get("text"));
        assertEquals("4711", act().fields().get("pin"));
    }

    @Test
    void signingOutAndQuittingAreOneKeyEach() {
        keys("Q");
        assertEquals(List.of(new Effect.SignOut()), effects);
        keys("q");
        assertEquals(List.of(new Effect.Quit()), effects);
    }

    @Test
    void aSignatureAsksForThePinEachTime() {
        acknowledgingAsksForThePinOnceAndTheSessionStandsForItAfterwards();
        keys("escape", "3", "g");
        Form form = Objects.requireNonNull(model.hand().form());
        assertTrue(form.fields().stream().anyMatch(field -> field.name().equals("pin")));
    }

    @Test
    void aRefusalKeepsWhatWasTypedAndForgetsOnlyThePin() {
        keys("2", "h");
        type("noise");
        keys("enter");
        type("30");
        keys("enter");
        type("op-1");
        keys("enter");
        type("1");
        keys("enter");
        assertEquals(30L, act().fields().get("minutes"));
        take(new Message.Answered(false, true, "the PIN is wrong", null, false));
        Form form = Objects.requireNonNull(model.hand().form());
        assertEquals("the PIN is wrong", form.fault());
        assertEquals(List.of("noise", "30", "op-1", ""), form.typed());
        assertEquals("pin", form.fields().get(form.at()).name());
    }

    @Test
    void aNumberItemAsksForItsNumberAndAnUnreadableOneIsAskedAgain() {
        keys("3", "down", "n");
        type("four");
        keys("enter");
        assertEquals(0, Objects.requireNonNull(model.hand().form()).at(), "four is no number");
        keys("backspace", "backspace", "backspace", "backspace");
        type("4.2");
        keys("enter");
        type("op-1");
        keys("enter");
        type("4711");
        keys("enter");
        assertEquals(4.2, act().fields().get("value"));
        assertEquals("level", act().fields().get("item"));
        assertEquals("normal", act().fields().get("verdict"));
    }

    @Test
    void escapeLeavesAFormAndNothingIsDone() {
        keys("2", "a", "x", "escape");
        assertNull(model.hand().form());
        assertTrue(effects.stream().noneMatch(Effect.Act.class::isInstance));
    }

    @Test
    void aNewAlarmRingsOnceAndOneThatWasSeenDoesnt() {
        take(new Message.Live(Sample.alarms("unacked", 1), 1));
        assertFalse(effects.contains(new Effect.Bell()));
        take(new Message.Live(Sample.alarms("acked", 1), 2));
        assertFalse(effects.contains(new Effect.Bell()));
        take(new Message.Live(Sample.alarms("unacked", 9), 3));
        assertTrue(effects.contains(new Effect.Bell()));
    }

    @Test
    void documentsAreAskedForWhenSomethingWasKeptAndAgainWhenAnAnswerNeverComes() {
        keys("3");
        take(new Message.Came(List.of(Sample.round()), false));
        take(new Message.Tick(Update.LOOK_MS * 2));
        assertTrue(effects.isEmpty(), "nothing was kept since");
        take(new Message.Kept());
        take(new Message.Tick(Update.LOOK_MS * 2));
        assertEquals(List.of(new Effect.Look(List.of("sheets"))), effects);
        take(new Message.Kept());
        take(new Message.Tick(Update.LOOK_MS * 4));
        assertTrue(effects.isEmpty(), "the answer is awaited");
        take(new Message.Tick(Update.LOOK_MS * 2 + Update.PATIENCE_MS + 1));
        assertTrue(effects.get(0) instanceof Effect.Look);
        take(new Message.Came(List.of(Sample.round()), false));
        take(new Message.Tick(Update.LOOK_MS * 3 + Update.PATIENCE_MS + Update.FULL_MS));
        assertTrue(effects.get(0) instanceof Effect.Look, "some documents change with time alone");
    }

    @Test
    void theLogLeadsPageByPageToItsBeginningAndBack() {
        keys("9");
        assertEquals(List.of(new Effect.Look(List.of("events?limit=100"))), effects);
        take(new Message.Came(List.of(Sample.events(2, "2-7")), false));
        keys("down");
        assertEquals(1, model.place().row());
        keys("down");
        assertEquals(List.of(new Effect.Look(List.of("events?limit=100&before=2-7"))), effects);
        take(new Message.Came(List.of(Sample.events(2, null)), false));
        keys("down", "down");
        assertTrue(effects.isEmpty(), "the beginning of the journal");
        keys("up", "up");
        assertEquals(List.of(new Effect.Look(List.of("events?limit=100"))), effects);
        take(new Message.Came(List.of(Sample.events(2, "2-7")), false));
        assertEquals(1, model.place().row(), "the end of the page before");
    }

    @Test
    void randomKeysNeverBreakIt() {
        List<String> keys = new ArrayList<>(
                List.of("up", "down", "page-up", "page-down", "home", "end", "enter", "escape", "backspace", "tab"));
        "0123456789?!sqQabcdefghijklmnoprtuvxyzATB 水-+".chars().forEach(c -> keys.add(String.valueOf((char) c)));
        java.util.Random random = new java.util.Random(20261125);
        for (int i = 0; i < 20_000; i++) {
            take(new Message.Key(keys.get(random.nextInt(keys.size()))));
            if (random.nextInt(20) == 0) {
                take(new Message.Answered(
                        random.nextBoolean(),
                        random.nextBoolean(),
                        "words",
                        random.nextBoolean() ? "op-1" : null,
                        random.nextBoolean()));
            }
            if (i % 50 == 0) {
                assertEquals(24, View.of(model).size());
            }
        }
    }
}
