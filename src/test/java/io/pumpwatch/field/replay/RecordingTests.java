package io.pumpwatch.field.replay;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.InputRefused;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of recordings share: a mapping, and files in a folder of their own. */
abstract class RecordingTests {
    static final Tag FT = new Tag("FT-101");
    static final Tag PT = new Tag("PT-101");
    static final String FORMAT = "yyyy-MM-dd HH:mm:ss";
    static final ReplayMapping MAPPING = ReplayMapping.of(
            ';',
            "datetime",
            FORMAT,
            ZoneId.of("Europe/Berlin"),
            List.of(new ReplayColumn(FT, "Flow Rate", "L/min", 0.06, 1), ReplayColumn.plain(PT, "Pressure")));
    static final String HEADER = "datetime;Pressure;Current;Flow Rate;anomaly\r\n";

    @TempDir
    Path folder;

    ReplayField open(ReplayMapping mapping, byte[] bytes) throws IOException, InputRefused {
        return ReplayField.open(Files.write(folder.resolve("rig.csv"), bytes), mapping);
    }

    ReplayField open(String text) throws IOException, InputRefused {
        return open(MAPPING, text.getBytes(StandardCharsets.UTF_8));
    }

    String refused(ReplayMapping mapping, byte[] bytes) {
        InputRefused refused = assertThrows(InputRefused.class, () -> open(mapping, bytes));
        assertTrue(refused.in(Lang.ZH).codePoints().anyMatch(c -> c > 0x4E00), refused.in(Lang.ZH));
        return refused.in(Lang.EN);
    }

    String refused(String text) {
        return refused(MAPPING, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Sample> readAll(ReplayField field) {
        List<Sample> samples = new ArrayList<>();
        for (Optional<Now> tick = field.advance(); tick.isPresent(); tick = field.advance()) {
            samples.addAll(field.read(tick.get()));
        }
        return samples;
    }
}
