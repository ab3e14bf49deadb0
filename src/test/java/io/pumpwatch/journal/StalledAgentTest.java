package io.pumpwatch.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.app.Agent;
import io.pumpwatch.app.Inbox;
import io.pumpwatch.app.Reply;
import io.pumpwatch.app.StationCodec;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.field.Field;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.ScanResult.Live;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that blocks for five seconds of the station's time: protection, horn and acknowledgement go on. */
class StalledAgentTest {
    private static final Tag PRESSURE = new Tag("PT-101");
    private static final Tag TRIP = new Tag("XT-101");
    private static final Tag HORN = new Tag("YA-501");
    private static final long UTC = 1_795_420_800_000L;

    /** Healthy instruments, one pump running, and a pressure that the test turns. */
    private static final class Inputs implements Field {
        private final StationPlan plan;
        private final Map<Tag, Boolean> relays = new HashMap<>();
        private double pressureMpa = 32;
        private long number;

        Inputs(StationPlan plan) {
            this.plan = plan;
        }

        @Override
        public List<Sample> read(Now now) {
            number++;
            List<Sample> samples = new ArrayList<>();
            for (InstrumentPlan instrument : plan.instruments()) {
                boolean contact = instrument.signal() == Signal.CONTACT;
                double mA =
                        instrument.tag().equals(PRESSURE) ? instrument.span().currentMa(pressureMpa) : 12;
                samples.add(Sample.of(instrument.tag(), number, now.uptimeMs(), contact ? 1 : mA));
            }
            return samples;
        }

        @Override
        public void write(List<Output> outputs, Now now) {
            outputs.forEach(output -> relays.put(output.tag(), output.energised()));
        }

        boolean on(Tag relay) {
            return relays.getOrDefault(relay, false);
        }

        @Override
        public void close() {}
    }

    private static long scans(Agent agent, long fromMs, int count) {
        long uptimeMs = fromMs;
        for (int i = 0; i < count; i++) {
            uptimeMs += 100;
            agent.scan(Now.of(UTC + uptimeMs, uptimeMs));
        }
        return uptimeMs;
    }

    @Test
    void aStoreThatBlocksDelaysNoScanNoTripAndNoHorn(@TempDir Path folder) throws Exception {
        Loaded loaded = Objects.requireNonNull(
                StationFile.read(Path.of("config/full.toml")).loaded());
        FaultyDisk disk = new FaultyDisk();
        Inputs inputs = new Inputs(loaded.plan());
        Inbox inbox = new Inbox();
        try (Journal journal = Journal.open(folder, JournalSettings.STANDARD, disk)) {
            Keeper keeper = Keeper.start(journal);
            Agent agent = new Agent(
                    loaded.plan(),
                    StationState.EMPTY,
                    1,
                    inputs,
                    keeper,
                    StationCodec.shared(),
                    inbox,
                    uptimeMs -> new Health(keeper.stalledForMs(uptimeMs), keeper.unkept(), "", List.of(), false, false),
                    Now.of(UTC, 0));
            var enrolled = inbox.post(
                    new Command.Duty(new PeopleCommand.EnrolPerson("chief", "Chief", Set.of(Role.CHIEF))), null);
            long uptimeMs = scans(agent, 0, 10);
            assertTrue(enrolled.join().kept());
            await().until(() -> keeper.pending() == 0);
            assertFalse(inputs.on(TRIP));

            disk.stall();
            EntryId before = keeper.durable();
            inputs.pressureMpa = 36;
            uptimeMs = scans(agent, uptimeMs, 2);
            assertTrue(inputs.on(TRIP), "two samples in a row trip in their scan, disk or no disk");
            assertTrue(inputs.on(HORN));
            uptimeMs = scans(agent, uptimeMs, 30);
            CompletableFuture<Reply> acknowledged =
                    inbox.post(new Command.Alarm(new AlarmCommand.Acknowledge(List.of())), "chief");
            CompletableFuture<Reply> flood =
                    inbox.post(new Command.Interlock(new InterlockCommand.SetFlood(true, "rain")), "chief");
            uptimeMs = scans(agent, uptimeMs, 18);
            assertEquals(6_000, uptimeMs);
            assertEquals(before, keeper.durable(), "nothing reached the disk all the while");
            assertFalse(acknowledged.join().kept(), "done, and said to be not kept");
            assertEquals("store.stalled", flood.join().refusal().orElseThrow().code());
            Live live = agent.view().live();
            assertTrue(live.health().storeStalledMs() >= 2_000);
            disk.goOn();
            long after = agent.view().offered().seq();
            await().until(() -> keeper.durable().seq() >= after);
            assertTrue(keeper.close(10_000));
        }
    }
}
