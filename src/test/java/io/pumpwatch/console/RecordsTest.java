package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A month's records at the console. */
class RecordsTest extends ConsoleByHand {
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

    @Test
    void whoMayNotReadAReportReadsWhy() {
        keys("0", "enter");
        take(new Message.Came(List.of(), true));
        assertTrue(screen().contains("\n This is shown to whoever has signed in: key S."), this::screen);
        String problem = "{\"code\":\"records.scope\",\"detail\":\"This report isn't yours to read.\"}";
        String document = "records?kind=rules&from=2026-10";
        Object read = Objects.requireNonNull(Documents.read(document, new AgentHttp.Answer(403, problem)));
        take(new Message.Came(List.of(read), false));
        assertTrue(screen().contains("This report isn't yours to read."), this::screen);
        assertEquals(null, Documents.read(document, new AgentHttp.Answer(401, problem)));
    }

    @Test
    void aReportIsLaidOutAnewWhereTheTerminalBecomesWiderOrNarrower() {
        keys("0", "enter");
        take(new Message.Came(List.of(Sample.record()), false));
        int narrow = Rows.count(model);
        take(new Message.Resized(200, 24));
        assertTrue(Rows.count(model) < narrow, "longer lines are fewer");
        take(new Message.Resized(80, 40));
        assertEquals(narrow, Rows.count(model));
    }
}
