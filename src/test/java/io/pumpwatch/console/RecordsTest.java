package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A month's records at the console. */
class RecordsTest {
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

    @Test
    void lastMonthsRecordsAreTwoKeysAwayAndPulledOnce() {
        keys("0", "enter");
        assertEquals(List.of(new Effect.Look(List.of("records?kind=shift&from=2026-10"))), effects);
        take(new Message.Came(List.of(Sample.record()), false));
        take(new Message.Kept());
        take(new Message.Tick(Update.FULL_MS * 3));
        assertTrue(effects.isEmpty(), "a report stays as it was pulled");
        keys("escape");
        assertEquals(Screen.RECORDS, model.place().screen());
        keys("-", "-", "down", "enter");
        assertEquals(List.of(new Effect.Look(List.of("records?kind=day&from=2026-08"))), effects);
        keys("escape", "+", "+", "+", "+", "enter");
        assertEquals(List.of(new Effect.Look(List.of("records?kind=day&from=2026-11"))), effects, "none of the future");
    }
}
