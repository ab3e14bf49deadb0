package io.pumpwatch.console;

import io.pumpwatch.station.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** A console that a test sends messages, and what it wants done. */
abstract class ConsoleByHand {
    Model model = Sample.console(
            Lang.EN, 80, 24, Sample.status("", ""), Sample.alarms("unacked", 1), Sample.round(), Sample.shift());
    final List<Effect> effects = new ArrayList<>();

    void take(Message message) {
        Update.Step step = Update.update(model, message);
        model = step.model();
        effects.clear();
        effects.addAll(step.effects());
    }

    void keys(String... names) {
        for (String name : names) {
            take(new Message.Key(name));
        }
    }

    /** What stands on the screen. */
    String screen() {
        return View.of(model).stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }

    void type(String text) {
        text.chars().forEach(c -> keys(String.valueOf((char) c)));
    }

    /** The act that is asked for now. */
    Effect.Act act() {
        return (Effect.Act) effects.stream()
                .filter(Effect.Act.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError(effects + " " + model.hand()));
    }

    /** An act that was done. */
    static Message.Answered done(String words, String session) {
        return new Message.Answered(true, true, words, session, false);
    }
}
