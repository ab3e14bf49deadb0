package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.history.Bucket;
import io.pumpwatch.history.History;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.records.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readings around an accident are frozen, with their hash in the journal; a restart loses neither half (E7). */
class EvidenceRoomTest {
    private static final Command ACCIDENT =
            new Command.Duty(new AccidentCommand.ReportAccident("hand caught at the coupling"));
    private static final long MINUTE_MS = 60_000;

    @TempDir
    Path data;

    private List<Line> parts(PlayedStation station) throws IOException, NoSuchAlgorithmException {
        List<Line> parts = station.lines("duty.evidence-kept");
        for (Line part : parts) {
            Path folder = data.resolve(part.text("folder"));
            for (Map<?, ?> file : part.objects("files")) {
                Path kept = folder.resolve(String.valueOf(file.get("name")));
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(kept));
                assertEquals(HexFormat.of().formatHex(hash), file.get("sha256"), kept::toString);
                assertFalse(Files.isWritable(kept) && !"root".equals(System.getProperty("user.name")), kept::toString);
            }
        }
        return parts;
    }

    private static Set<String> names(List<Line> parts) {
        Set<String> names = new TreeSet<>();
        parts.forEach(part -> assertTrue(names.add(part.text("part")), () -> "twice: " + parts));
        return names;
    }

    @Test
    void bothHalvesAreKeptOverARestart() throws Exception {
        try (PlayedStation station = new PlayedStation(data, "1 s start P-101\n", -1)) {
            station.run(10 * MINUTE_MS, 1_000);
            long accidentMs = station.now().utcMs();
            station.act("leader-1", ACCIDENT);
            station.run(2_000, 1_000);
            assertEquals(Set.of("before"), names(parts(station)), "at once");
            station.run(10 * MINUTE_MS, 1_000);
            station.restart(5_000);
            station.run(10 * MINUTE_MS, 1_000);
            assertEquals(Set.of("before"), names(parts(station)), "30 minutes aren't over");
            station.run(10 * MINUTE_MS, 1_000);
            List<Line> parts = parts(station);
            assertEquals(Set.of("before", "after"), names(parts));
            for (Line part : parts) {
                boolean before = part.text("part").equals("before");
                long fromMs = before ? accidentMs - 9 * MINUTE_MS : accidentMs;
                try (History frozen = History.openReadOnly(data.resolve(part.text("folder")))) {
                    List<Bucket> pressure = frozen.query(new Tag("PT-101"), fromMs, fromMs + 8 * MINUTE_MS, 60);
                    assertTrue(pressure.stream().anyMatch(bucket -> bucket.count() > 0), part::toString);
                }
            }
        }
    }

    @Test
    void aPartThatWasCutShortStaysAndAnotherIsMade() throws Exception {
        Path cut = data.resolve("evidence/accident-1/before");
        Files.createDirectories(cut);
        Files.writeString(cut.resolve("half"), "written by a start that lost power");
        try (PlayedStation station = new PlayedStation(data, "1 s start P-101\n", -1)) {
            station.run(2 * MINUTE_MS, 1_000);
            station.act("leader-1", ACCIDENT);
            station.run(2_000, 1_000);
            List<Line> parts = parts(station);
            assertEquals("evidence/accident-1/before-2", parts.get(0).text("folder").replace('\\', '/'));
            assertTrue(Files.exists(cut.resolve("half")));
        }
    }
}
