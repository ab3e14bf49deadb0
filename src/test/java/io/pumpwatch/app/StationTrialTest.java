package io.pumpwatch.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.Life;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.ParsedCopy;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.field.plant.Plant;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A station file that doesn't come up goes back to the last good one, and an alarm says so. */
@Timeout(60)
class StationTrialTest {
    private static final Now BEGIN = Now.of(1_790_000_000_000L, 10_000);
    private static final AlarmId HIGH = AlarmId.parse("PT-101.H");

    @TempDir
    Path folder;

    private Path file;
    private Path data;
    private Now now = BEGIN;

    @BeforeEach
    void shipped() throws IOException {
        file = folder.resolve("station.toml");
        data = folder.resolve("data");
        Files.writeString(file, Files.readString(Path.of("config/emulsion.toml")));
    }

    private void change(String from, String to) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(from), from);
        Files.writeString(file, text.replace(from, to));
    }

    private StationTrial open(String bootId) throws IOException {
        return StationTrial.open(file, data, bootId);
    }

    private static double setpoint(StationTrial trial) {
        Loaded chosen = Objects.requireNonNull(trial.chosen());
        return Objects.requireNonNull(chosen.plan().setpoints().get(HIGH));
    }

    private RunningAgent start(StationTrial trial) throws IOException {
        Loaded loaded = Objects.requireNonNull(trial.chosen());
        return RunningAgent.start(new AgentOptions(
                loaded,
                data,
                new Plant(PlantBuilder.build(loaded, true), 1).connect(),
                -1,
                null,
                "test",
                now,
                JournalSettings.STANDARD,
                trial));
    }

    private void scan(RunningAgent agent, int seconds) {
        for (int i = 0; i <= seconds; i++) {
            agent.step(now);
            now = now.plusMs(1_000);
        }
    }

    /** The file as it is has been in force for as long as it must. */
    private void prove(String bootId) throws IOException {
        try (RunningAgent agent = start(open(bootId))) {
            scan(agent, 31);
        }
    }

    @Test
    void aFileThatScansLongEnoughIsKeptAsGood() throws IOException {
        StationTrial first = open("boot-a");
        try (RunningAgent agent = start(first)) {
            scan(agent, 20);
            assertFalse(Files.exists(data.resolve("station-file/good.toml")), "not before its time");
            scan(agent, 12);
        }
        assertEquals(Files.readString(file), Files.readString(data.resolve("station-file/good.toml")));
        assertFalse(Files.exists(data.resolve("station-file/trial")));
        assertTrue(open("boot-a").setAside().isEmpty());
    }

    /** The copy that a start reads instead of parsing is renewed with the file, and made again where it is lost. */
    @Test
    void whatTheParserMadeOfTheGoodFileIsKeptBesideIt() throws IOException {
        Path copy = data.resolve("station-file/good.parsed");
        prove("boot-a");
        assertTrue(ParsedCopy.isOf(Files.readAllBytes(copy), StationFile.sha256(Files.readAllBytes(file))));
        Files.write(copy, new byte[] {1, 2, 3});
        assertEquals(34, setpoint(open("boot-a")), "a damaged copy is none");
        change("setpoint = 34", "setpoint = 33");
        prove("boot-b");
        assertTrue(ParsedCopy.isOf(Files.readAllBytes(copy), StationFile.sha256(Files.readAllBytes(file))));
        Files.delete(copy);
        prove("boot-c");
        assertTrue(Files.exists(copy), "the file was good already, only its copy was missing");
        assertEquals(33, setpoint(open("boot-c")));
    }

    @Test
    void aFileUnderWhichTheAgentDiesIsSetAsideWithAnAlarm() throws IOException {
        prove("boot-a");
        change("setpoint = 34", "setpoint = 33");
        assertEquals(33, setpoint(open("boot-a")), "it is tried");
        // The process died: nothing was stopped, nothing proven.
        StationTrial again = open("boot-a");
        assertEquals(34, setpoint(again), "the last good one");
        assertTrue(
                again.setAside().in(Lang.EN).contains("didn't come up"),
                again.setAside().in(Lang.EN));
        try (RunningAgent agent = start(again)) {
            scan(agent, 31);
            AlarmId alarm = SelfCheck.AGENT.alarm(SelfCheck.STATION_FILE);
            assertEquals(Life.UNACKED, agent.view().state().alarms().life(alarm));
        }
        assertTrue(kinds().contains("agent.station-file-set-aside"), () -> kinds().toString());
        assertEquals(34, setpoint(open("boot-a")), "it isn't tried again");
        assertEquals(34, setpoint(open("boot-b")), "nor after the next boot of the machine");
        change("setpoint = 33", "setpoint = 33.5");
        assertEquals(33.5, setpoint(open("boot-b")), "a file that was mended is tried");
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        try (var journal = io.pumpwatch.journal.Journal.openReadOnly(data.resolve(RunningAgent.JOURNAL))) {
            for (Entry entry : journal.read(journal.before(), 10_000)) {
                kinds.add(io.pumpwatch.journal.EntryLine.head(entry.line()).kind());
            }
        }
        return kinds;
    }

    @Test
    void aFileWithFaultsIsSetAside() throws IOException {
        prove("boot-a");
        change("setpoint = 34", "setpoint = \"high\"");
        StationTrial trial = open("boot-a");
        assertEquals(34, setpoint(trial));
        assertTrue(
                trial.setAside().in(Lang.EN).contains("1 faults"),
                trial.setAside().in(Lang.EN));
        Files.delete(file);
        assertEquals(34, setpoint(open("boot-a")), "a file that is gone too");
    }

    @Test
    void withoutAGoodOneAFileWithFaultsIsRefused() throws IOException {
        change("setpoint = 34", "setpoint = \"high\"");
        StationTrial trial = open("boot-a");
        assertNull(trial.chosen());
        assertEquals(1, trial.asked().faults().size());
    }

    @Test
    void aGoodEndDuringTheTrialIsNoFailure() throws IOException {
        prove("boot-a");
        change("setpoint = 34", "setpoint = 33");
        try (RunningAgent agent = start(open("boot-a"))) {
            scan(agent, 5);
        }
        assertEquals(33, setpoint(open("boot-a")));
    }

    /** A power cut isn't the file's fault; two of them in its trial may be. */
    @Test
    void aPowerCutDuringTheTrialIsForgivenOnce() throws IOException {
        prove("boot-a");
        change("setpoint = 34", "setpoint = 33");
        assertEquals(33, setpoint(open("boot-a")));
        assertEquals(33, setpoint(open("boot-b")));
        assertEquals(34, setpoint(open("boot-c")));
    }

    @Test
    void aReloadedFileIsOnTrialToo() throws IOException {
        prove("boot-a");
        StationTrial trial = open("boot-a");
        try (RunningAgent agent = start(trial)) {
            scan(agent, 5);
            change("setpoint = 34", "setpoint = 33");
            Command.Load load = new Reload(Objects.requireNonNull(trial.chosen()), trial)
                    .read("test")
                    .load()
                    .orElseThrow();
            var unused = agent.post(load, null);
            scan(agent, 20);
            assertTrue(Files.exists(data.resolve("station-file/trial")), "a crash now would be the file's");
            scan(agent, 12);
            assertFalse(Files.exists(data.resolve("station-file/trial")));
        }
        assertEquals(Files.readString(file), Files.readString(data.resolve("station-file/good.toml")));
    }

    @Test
    void aFileThatDoesNotComeUpInItsTimeEndsTheProcess() throws IOException {
        prove("boot-a");
        change("setpoint = 34", "setpoint = 33");
        CountDownLatch ended = new CountDownLatch(1);
        open("boot-a").guard(50, ended::countDown);
        await().until(() -> ended.getCount() == 0);
        assertEquals(34, setpoint(open("boot-a")));
    }
}
