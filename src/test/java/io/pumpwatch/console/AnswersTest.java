package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is asked of a person before something is done, and what their answers become. */
class AnswersTest extends ConsoleByHand {
    /** Who is signed in is known: a PIN typed at once must not land where it can be read. */
    @Test
    void afterTheLastQuestionOfAnActThePinIsAskedAndNotThePersonWhoIsKnown() {
        take(done("", "op-1"));
        model = model.signed(new Model.SignedIn("op-1", 1_000_000));
        keys("2", "h");
        type("noise");
        keys("enter");
        type("30");
        keys("enter");
        Form form = Objects.requireNonNull(model.hand().form());
        assertEquals("pin", form.fields().get(form.at()).name());
        keys("up");
        form = Objects.requireNonNull(model.hand().form());
        assertEquals("person", form.fields().get(form.at()).name(), "another person can still sign");
    }

    @Test
    void toolsAreCountedByTheirNamesAndAskedForByTheirIds() {
        take(new Message.Came(List.of(Sample.tools()), false));
        model = model.signed(new Model.SignedIn("op-1", 1_000_000));
        keys("6", "t");
        Form form = Objects.requireNonNull(model.hand().form());
        // A name with a comma would be two.
        assertEquals("管钳=2, lamp=1", form.answer("counts"));
        keys("backspace", "backspace", "backspace");
        keys("enter");
        assertEquals(
                "counts",
                Objects.requireNonNull(model.hand().form()).fields().get(0).name(),
                "lam is no tool");
        type("p=1 one is broken");
        keys("enter");
        assertEquals(Map.of("counts", List.of("wrench=2", "lamp=1 one is broken")), act().fields());
    }

    @Test
    void theIncomingSideIsNobodyThatTheConsoleKnows() {
        model = model.signed(new Model.SignedIn("op-1", 1_000_000));
        take(new Message.Came(List.of(Sample.handover()), false));
        keys("6", "y", "enter");
        Form form = Objects.requireNonNull(model.hand().form());
        assertEquals("", form.answer("person"));
        assertEquals("person", form.fields().get(form.at()).name());
    }

    @Test
    void aChoiceTakesItsPlaceOrItsWordAndNothingElse() {
        take(new Message.Came(List.of(Sample.handover()), false));
        keys("6", "r");
        type("7");
        keys("enter");
        assertEquals(0, Objects.requireNonNull(model.hand().form()).at(), "there is no seventh reason");
        keys("backspace", "2", "enter", "enter", "enter");
        type("op-1");
        keys("enter");
        type("4711");
        keys("enter");
        assertEquals("drunk", act().fields().get("reason"));
    }

    @Test
    void aPointThatIsShelvedIsTakenOffTheShelfWhereAllPointsStand() {
        keys("2", "p");
        assertEquals(List.of(new Effect.Look(List.of("alarms?all=true"))), effects);
        take(new Message.Came(List.of(Sample.points()), false));
        keys("u");
        assertEquals("LT-301.H", Objects.requireNonNull(model.hand().form()).answer("point"));
        keys("escape", "escape");
        assertEquals(Screen.ALARMS, model.place().screen());
    }

    @Test
    void aTripIsResetWithItsCauseAndAnyOtherLatchWithout() {
        keys("2", "r");
        assertFalse(Objects.requireNonNull(model.hand().form()).fields().stream()
                .anyMatch(field -> field.name().equals("cause")));
        keys("escape");
        take(new Message.Live(Sample.tripped("PT-101.HH"), 1));
        keys("r", "enter");
        Form form = Objects.requireNonNull(model.hand().form());
        assertEquals("cause", form.fields().get(form.at()).name(), "a trip without a cause isn't sent");
    }

    @Test
    void onARoundTheNextThingToLookAtFollows() {
        model = model.signed(new Model.SignedIn("op-1", 1_000_000));
        keys("3", "n");
        take(done("noted", "op-1"));
        assertEquals(1, model.place().row());
    }
}
