package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.interlocks.InterlockCommand.AnnounceStop;
import io.pumpwatch.scan.Command;
import java.nio.file.Path;
import java.util.List;

/** Who stops a pump says so before: none stops unexpectedly, but one that trips. */
final class WeekStops {
    private WeekStops() {}

    static void check(Path data, List<Deed.Done> done) {
        WeekLines lines = new WeekLines(data);
        List<String> stops = lines.of("interlock.pump-stopped", "");
        assertTrue(stops.size() > 5, stops::toString);
        assertEquals(
                List.of(),
                stops.stream()
                        .filter(line -> line.contains("\"why\":\"unknown\""))
                        .toList());
        long announced = done.stream()
                .filter(deed ->
                        deed.command() instanceof Command.Interlock act && act.command() instanceof AnnounceStop)
                .count();
        assertEquals(
                announced,
                stops.stream()
                        .filter(line -> line.contains("\"why\":\"announced\""))
                        .count());
        assertEquals(List.of(), lines.of("alarm.moved", "UNEXPECTED-STOP"));
    }
}
