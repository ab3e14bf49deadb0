package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keys and answers make of the console. */
class UpdateTest {
    private Model model = Sample.console(
            Lang.EN, 80, 24, Sample.status("", ""), Sample.alarms("unacked", 1), Sample.round(), Sample.shift());
    private final List<Effect> effects = new ArrayList<>();

    private void take(Message message) {
        Update.Step step = Update.update(model, message);
        model = step.model();
        effects.clear();
        effects.addAll(step.effects());
    }

    private void keys(String... names) {
        for (String name : names) {
            take(new Message.Key(name));
        }
    }

    private void type(String text) {
        text.chars().forEach(c -> keys(String.valueOf((char) c)));
    }

    private Effect.Act act() {
        return (Effect.Act) effects.stream()
                .filter(Effect.Act.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError(effects + " " + model.hand()));
    }

    @Test
    void eachScreensKeyLeadsThereFromEverywhere() {
        for (Screen from : Screen.values()) {
            for (Screen to : Screen.values()) {
                model = model.with(model.place().at(from));
                if (!to.key().isEmpty()) {
                    keys(to.key());
                    assertEquals(to, model.place().screen(), from + " " + to.key());
                    assertTrue(effects.get(0) instanceof Effect.Look look
                            && look.documents().containsAll(to.documents()));
                }
            }
        }
    }

    @Test
    void noTwoDeedsOfAScreenShareAKeyAndNoneHidesAnotherKey() {
        for (Screen screen : Screen.values()) {
            Set<String> keys = new HashSet<>(Set.of("!", "s", "q", "Q", "?"));
            for (Screen other : Screen.values()) {
                keys.add(other.key());
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
    void acknowledgingAsksForThePinOnceInTenMinutes() {
        keys("2", "a");
        type("op-1");
        keys("enter");
        type("4711");
        keys("enter");
        assertEquals(
                new Effect.Act("acknowledge", Map.of("points", List.of("PT-101.HH"), "person", "op-1", "pin", "4711")),
                act());
        take(new Message.Answered(true, true, "done"));
        assertNull(model.hand().form());
        assertEquals("done", model.hand().notice());
        keys("a");
        assertEquals("4711", act().fields().get("pin"));
        take(new Message.Answered(true, true, "done"));
        take(new Message.Tick(Update.SIGNED_MS + 1));
        assertNull(model.hand().signed());
        keys("a");
        assertNotNull(model.hand().form(), "the PIN is asked again");
    }

    @Test
    void aSignatureAsksForThePinEachTime() {
        acknowledgingAsksForThePinOnceInTenMinutes();
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
        take(new Message.Answered(false, true, "the PIN is wrong"));
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
        take(new Message.Came(List.of(Sample.alarms("unacked", 1)), 1));
        assertFalse(effects.contains(new Effect.Bell()));
        take(new Message.Came(List.of(Sample.alarms("acked", 1)), 2));
        assertFalse(effects.contains(new Effect.Bell()));
        take(new Message.Came(List.of(Sample.alarms("unacked", 9)), 3));
        assertTrue(effects.contains(new Effect.Bell()));
    }

    @Test
    void theAgentIsAskedEachSecondAndAgainWhenAnAnswerNeverComes() {
        take(new Message.Tick(1_000));
        assertTrue(effects.get(0) instanceof Effect.Look);
        take(new Message.Tick(2_500));
        assertTrue(effects.isEmpty(), "the answer is awaited");
        take(new Message.Tick(1_000 + 3 * Update.GONE_MS + 1));
        assertTrue(effects.get(0) instanceof Effect.Look);
    }

    @Test
    void randomKeysNeverBreakIt() {
        List<String> keys = new ArrayList<>(
                List.of("up", "down", "page-up", "page-down", "home", "end", "enter", "escape", "backspace", "tab"));
        "123456789?!sqQabcdefghijklmnoprtuvxyzAB 水-".chars().forEach(c -> keys.add(String.valueOf((char) c)));
        java.util.Random random = new java.util.Random(20261125);
        for (int i = 0; i < 20_000; i++) {
            take(new Message.Key(keys.get(random.nextInt(keys.size()))));
            if (random.nextInt(20) == 0) {
                take(new Message.Answered(random.nextBoolean(), random.nextBoolean(), "words"));
            }
            if (i % 50 == 0) {
                assertEquals(24, View.of(model).size());
            }
        }
    }
}
