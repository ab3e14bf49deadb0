package io.pumpwatch.kill;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.LinkConfig;
import io.pumpwatch.dispatch.LinkTimes;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.dispatch.sign.Keys;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * A whole agent in a process of its own, to be killed: restless inputs, small segments and snapshots, a link to
 * dispatch, and a caller who says on standard output what was announced to them. What was handed over but not yet
 * synced at the moment of the kill is seen in a mapped file, which outlives the process.
 */
public final class KillTarget {
    /** Small, so that kills fall into snapshots and segment changes too. */
    private static final JournalSettings SMALL =
            new JournalSettings(256 << 10, 20_000, 8L << 20, 1_000, 1_000, 500, 400, 20);

    private static final long POLL_NS = 20_000;
    private static final int CALLERS = 8;
    private static final int WINDOW = 3;

    private KillTarget() {}

    /**
     * Runs until it is killed.
     *
     * @param args station file, data folder, broker port, public key of the seat, file of the probe, number of this
     *     life
     */
    public static void main(String[] args) throws Exception {
        String text = Files.readString(Path.of(args[0])).replaceFirst("scan_hz = 10 ", "scan_hz = 50 ");
        Loaded loaded = Objects.requireNonNull(StationFile.parse(args[0], text.getBytes(StandardCharsets.UTF_8))
                .loaded());
        Broker broker = Broker.plain("127.0.0.1", Integer.parseInt(args[2]), "agent");
        LinkConfig link = new LinkConfig(
                new Topics(loaded.plan().site(), loaded.plan().station()),
                broker,
                LinkConfig.Receipts.REQUIRED,
                "dispatch",
                Map.of("dispatch", Keys.publicKey(args[3])),
                LinkTimes.DEFAULT,
                LinkConfig.WINDOW,
                "test");
        RunningAgent agent = RunningAgent.start(new AgentOptions(
                loaded,
                Path.of(args[1]),
                new RestlessField(loaded.plan()),
                -1,
                new AgentOptions.LinkParts(link, new PahoTransport(broker)),
                "test",
                null,
                SMALL));
        Thread probe = new Thread(() -> probe(agent, Path.of(args[4])), "probe");
        probe.setDaemon(true);
        probe.start();
        agent.post(new Command.Duty(new PeopleCommand.EnrolPerson("chief", "Chief", Set.of(Role.CHIEF))), "chief")
                .join();
        System.out.println("UP");
        for (int caller = 0; caller < CALLERS; caller++) {
            String words = "life " + args[5] + " caller " + caller + " call ";
            new Thread(() -> call(agent, words), "caller").start();
        }
    }

    /** Never waits for an answer before it asks again, so that the keeper always has something that isn't synced. */
    private static void call(RunningAgent agent, String words) {
        Semaphore open = new Semaphore(WINDOW);
        for (int n = 0; ; n++) {
            open.acquireUninterruptibly();
            String said = words + n;
            Command stop = new Command.Interlock(new InterlockCommand.AnnounceStop(new Tag("P-101"), said));
            var unused = agent.post(stop, "chief").whenComplete((reply, fault) -> {
                if (reply != null && reply.refusal().isEmpty() && reply.kept()) {
                    // The dot says that the line is whole: a kill may cut one in the pipe.
                    System.out.println("ANNOUNCED " + said + ".");
                }
                open.release();
            });
        }
    }

    private static void probe(RunningAgent agent, Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            while (true) {
                mapped.putLong(0, agent.view().offered().seq());
                LockSupport.parkNanos(POLL_NS);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
