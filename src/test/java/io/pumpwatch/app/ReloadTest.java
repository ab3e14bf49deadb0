package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A station file that changed while the agent runs. */
class ReloadTest {
    @TempDir
    Path folder;

    private Path file;
    private String text;
    private Reload reload;

    @BeforeEach
    void running() throws IOException {
        file = folder.resolve("station.toml");
        text = Files.readString(Path.of("config/emulsion.toml"));
        Files.writeString(file, text);
        Loaded loaded = Objects.requireNonNull(StationFile.read(file).loaded());
        reload = new Reload(loaded, null);
    }

    @Test
    void aChangedLimitComesWithItsReason() throws IOException {
        change("setpoint = 34", "setpoint = 33");
        Command.Load load = reload.read("overhaul").load().orElseThrow();
        assertEquals(33.0, load.plan().setpoints().get(AlarmId.parse("PT-101.H")));
        assertEquals("overhaul", load.reason());
        assertEquals(Files.readString(file), load.text());
    }

    @Test
    void faultsLeaveTheOldFileInForceAndAreNamed() throws IOException {
        change("setpoint = 34", "setpoint = \"high\"");
        Refusal refusal = reload.read("x").refusal().orElseThrow();
        String words = Words.of(Lang.EN).say(refusal);
        assertTrue(words.contains("faults: 1") && words.contains("station.toml:"), words);
        Files.delete(file);
        assertTrue(
                Words.of(Lang.ZH).say(reload.read("x").refusal().orElseThrow()).contains("station.toml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "channel = 'ads1115/1/0x48/0' | channel = 'ads1115/2/0x48/0'",
                "scan_hz = 10                 | scan_hz = 20",
                "port = 8460                  | port = 8081",
                "readings_every = '10 s'      | readings_every = '20 s'",
                "retention = '1095 d'         | retention = '365 d'",
                "loss = '60 s'                | loss = '30 s'",
            })
    void whatAStartBuildsNeedsARestart(String from, String to) throws IOException {
        change(from.strip().replace('\'', '"'), to.strip().replace('\'', '"'));
        assertEquals("reload.restart", reload.read("x").refusal().orElseThrow().code());
    }

    private void change(String from, String to) throws IOException {
        String changed = text.replaceFirst(Pattern.quote(from), to);
        assertNotEquals(text, changed, "config/emulsion.toml lacks " + from);
        Files.writeString(file, changed);
    }
}
