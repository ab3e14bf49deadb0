package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.Life;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.field.Field;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three crashes within ten minutes: the agent comes up, keeps its hands off, and says so. */
class SafeModeTest {
    private static final Now BEGIN = Now.of(1_790_000_000_000L, 1_000);

    @TempDir
    Path data;

    /** A dead bus whose relays remember whether anybody drove them. */
    private static final class Bus implements Field {
        final List<Output> written = new ArrayList<>();
        boolean closed;

        @Override
        public List<Sample> read(Now now) {
            return List.of();
        }

        @Override
        public void write(List<Output> outputs, Now now) {
            written.addAll(outputs);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private RunningAgent start(Bus bus) throws IOException {
        return start(bus, 0);
    }

    private RunningAgent start(Bus bus, int port) throws IOException {
        Loaded loaded = Objects.requireNonNull(
                StationFile.read(Path.of("config/emulsion.toml")).loaded());
        return RunningAgent.start(
                new AgentOptions(loaded, data, bus, port, null, "test", BEGIN, JournalSettings.STANDARD));
    }

    private void enrol() throws IOException {
        Bus bus = new Bus();
        try (RunningAgent agent = start(bus)) {
            var done = agent.post(
                    new Command.Duty(new PeopleCommand.EnrolPerson("chief-1", "Chief", Set.of(Role.CHIEF))), null);
            agent.step(BEGIN);
            assertTrue(done.join().refusal().isEmpty());
            assertFalse(bus.written.isEmpty(), "a healthy agent drives its relays");
        }
    }

    @Test
    void itStartsWithSafeOutputsAnAlarmAndAReadOnlyJournal() throws IOException {
        enrol();
        CrashLog crashes = new CrashLog(data);
        for (int crash = 0; crash < 3; crash++) {
            assertFalse(crashes.started());
        }
        Map<String, Long> before = files();
        Bus bus = new Bus();
        try (RunningAgent agent = start(bus)) {
            agent.step(BEGIN.plusMs(100));
            agent.step(BEGIN.plusMs(200));
            assertEquals(Life.UNACKED, agent.view().state().alarms().life(SelfCheck.AGENT.alarm(SelfCheck.CRASHES)));
            assertTrue(agent.view().state().duty().people().containsKey("chief-1"), "people are known");
            assertTrue(agent.port() > 0, "the API is up");
            assertEquals(List.of(), bus.written);
        }
        assertEquals(before, files(), "the journal is as it was");
    }

    @Test
    void aGoodEndStartsTheCountAnew() throws IOException {
        CrashLog crashes = new CrashLog(data);
        crashes.started();
        crashes.started();
        crashes.stopped();
        assertFalse(crashes.started());
        Bus bus = new Bus();
        try (RunningAgent agent = start(bus)) {
            agent.step(BEGIN);
            assertFalse(bus.written.isEmpty());
        }
    }

    @Test
    void aPortInUseEndsTheStartInGoodOrderAndIsNoCrash() throws IOException {
        enrol();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int start = 0; start < 4; start++) {
                Bus bus = new Bus();
                IOException fault = assertThrows(IOException.class, () -> start(bus, taken.getLocalPort()));
                assertTrue(String.valueOf(fault.getMessage()).contains("" + taken.getLocalPort()), fault::getMessage);
                assertTrue(bus.closed, "the pins are given back");
            }
        }
        Bus bus = new Bus();
        try (RunningAgent agent = start(bus)) {
            agent.step(BEGIN.plusMs(100));
            assertFalse(bus.written.isEmpty(), "no safe mode");
            assertEquals(6, agent.view().boot());
        }
    }

    @Test
    void aJournalThatWontReadDoesntStopTheSafeMode() throws IOException {
        enrol();
        try (Stream<Path> all = Files.list(data.resolve(RunningAgent.JOURNAL))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "\u0000noise");
            }
        }
        CrashLog crashes = new CrashLog(data);
        crashes.started();
        crashes.started();
        crashes.started();
        Bus bus = new Bus();
        try (RunningAgent agent = start(bus)) {
            agent.step(BEGIN);
            assertEquals(List.of(), bus.written);
            assertTrue(agent.view()
                    .state()
                    .alarms()
                    .life(SelfCheck.AGENT.alarm(SelfCheck.CRASHES))
                    .asks());
        }
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data.resolve(RunningAgent.JOURNAL))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }
}
