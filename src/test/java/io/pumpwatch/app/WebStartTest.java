package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Fault;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.config.TlsFaults;
import io.pumpwatch.field.plant.Plant;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.web.OwnCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages over TLS, by files that the station file names from where it stands: a service has no working folder. */
@Timeout(60)
class WebStartTest {
    @TempDir
    Path folder;

    private Loaded station() throws IOException {
        String file = Files.readString(Path.of("config/emulsion.toml")).replaceAll("(?s)\\[web\\].*?(?=\\n\\[|$)", "")
                + "\n[web]\nhttp = \"tls\"\naddress = \"127.0.0.1\"\n"
                + "cert_file = \"tls/cert.pem\"\nkey_file = \"tls/key.pem\"\n";
        Path written = Files.writeString(folder.resolve("station.toml"), file);
        return Objects.requireNonNull(StationFile.read(written).loaded());
    }

    private RunningAgent start(Loaded loaded) throws IOException {
        Plant plant = new Plant(PlantBuilder.build(loaded, true), 1);
        return RunningAgent.start(new AgentOptions(
                loaded, folder.resolve("data"), plant.connect(), 0, null, "test", null, JournalSettings.STANDARD));
    }

    private List<String> faulty(Loaded loaded) {
        return TlsFaults.of(loaded, new SystemClock().now().utcMs()).stream()
                .map(Fault::subject)
                .filter(subject -> subject.startsWith("web."))
                .toList();
    }

    @Test
    void relativeFilesAreMeantFromTheStationFile() throws IOException {
        Loaded loaded = station();
        assertEquals(List.of("web.cert_file", "web.key_file"), faulty(loaded), "neither is there yet");
        OwnCertificate made = OwnCertificate.make(
                List.of("127.0.0.1"), new SystemClock().now().utcMs(), 300);
        Files.createDirectories(folder.resolve("tls"));
        Files.writeString(folder.resolve("tls/cert.pem"), made.certificate());
        Files.writeString(folder.resolve("tls/key.pem"), made.key());
        assertEquals(List.of(), faulty(loaded));
        try (RunningAgent agent = start(loaded)) {
            assertTrue(agent.port() > 0);
        }
    }
}
