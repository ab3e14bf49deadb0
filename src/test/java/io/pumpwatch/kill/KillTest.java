package io.pumpwatch.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.app.SystemClock;
import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.EmbeddedBroker;
import io.pumpwatch.dispatch.LinkTimes;
import io.pumpwatch.dispatch.desk.Desk;
import io.pumpwatch.dispatch.desk.DeskConfig;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.sign.Keys;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.Verify;
import io.pumpwatch.journal.VerifyResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The agent is killed with -9 at moments drawn by seed, over boot, load, snapshot and segment change: everything
 * announced, to dispatch or to a command's caller, is there after the restart, the chain verifies, and no (epoch, seq)
 * repeats.
 */
@Tag("kill")
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long SEED = Long.getLong("killSeed", 20_261_123);
    private static final int LIFE_MS_MAX = 4_500;
    private static final int WAIT_MS = 20_000;
    private static final int ENTRIES_MAX = 3_000;

    private final Map<EntryId, String> told = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> troubles = new ConcurrentLinkedQueue<>();
    private final Set<String> announced = ConcurrentHashMap.newKeySet();

    @Test
    void nothingAnnouncedIsLost(@TempDir Path folder) throws Exception {
        Random random = new Random(SEED);
        KeyPair key = Keys.make(new SecureRandom());
        List<Long> unsynced = new ArrayList<>();
        try (EmbeddedBroker broker = new EmbeddedBroker()) {
            Desk desk = desk(broker.port(), key, folder.resolve("memory"));
            Thread dispatch = new Thread(() -> run(desk), "dispatch");
            dispatch.start();
            for (int life = 1; life <= KILLS; life++) {
                Path probe = folder.resolve("probe-" + life);
                Process agent = start(folder, broker.port(), Keys.text(key.getPublic()), probe, life);
                awaitMoment(agent, probe, random);
                assertTrue(agent.isAlive(), "life " + life + " ended: " + Files.readString(folder.resolve("err")));
                agent.destroyForcibly().waitFor();
                unsynced.add(check(folder.resolve("data/journal"), probe));
                // Three crashes in a row would start the safe mode, which keeps its entries elsewhere.
                Files.deleteIfExists(folder.resolve("data/starts"));
            }
            desk.stop();
            dispatch.join();
        }
        assertEquals(List.of(), List.copyOf(troubles), "what dispatch complained of");
        long some = unsynced.stream().filter(count -> count > 0).count();
        System.out.printf(
                "%d kills, seed %d: %d entries told to dispatch, %d calls announced; not yet synced at each kill: %s%n",
                KILLS, SEED, told.size(), announced.size(), unsynced);
        // Most of many; of a few, chance and a busy machine may take some.
        assertTrue(
                some > (KILLS >= 100 ? KILLS / 2 : KILLS / 4),
                "most kills must fall while something isn't synced: " + unsynced);
    }

    /**
     * One kill in four comes at a moment of time, so that boot is hit too; the others at a number of entries handed
     * over, just then, so that the last of them are still on their way to the disk.
     */
    private static void awaitMoment(Process agent, Path probe, Random random) throws Exception {
        boolean byTime = random.nextInt(4) == 0;
        long wanted = 1L + random.nextInt(ENTRIES_MAX);
        long untilNs =
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(byTime ? random.nextInt(LIFE_MS_MAX) : WAIT_MS);
        try (FileChannel channel =
                FileChannel.open(probe, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            MappedByteBuffer offered = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            long first = 0;
            while (agent.isAlive() && System.nanoTime() < untilNs) {
                long now = offered.getLong(0);
                first = first == 0 ? now : first;
                if (!byTime && first > 0 && now - first >= wanted) {
                    return;
                }
                Thread.onSpinWait();
            }
        }
    }

    private Desk desk(int port, KeyPair key, Path memory) throws Exception {
        Broker broker = Broker.plain("127.0.0.1", port, "dispatch");
        DeskConfig config =
                new DeskConfig(broker, "+", "+", "dispatch", key.getPrivate(), true, memory, LinkTimes.DEFAULT);
        return new Desk(config, new PahoTransport(broker), new SystemClock(), new Random(SEED), this::note);
    }

    private void note(DeskNote note) {
        switch (note.kind()) {
            case ENTRY -> {
                String before = told.putIfAbsent(note.entry(), note.detail());
                if (before != null && !before.equals(note.detail())) {
                    troubles.add(note.entry() + " told twice with other bytes");
                }
            }
            case REWRITTEN, CHAIN_BROKEN, STATION_BEHIND, MALFORMED, STUB -> troubles.add(note.toString());
            default -> {
                // Links that go and come are what this test makes.
            }
        }
    }

    private static void run(Desk desk) {
        try {
            desk.run();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(Path folder, int port, String key, Path probe, int life) throws Exception {
        Process agent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillTarget.class.getName(),
                        "config/full.toml",
                        folder.resolve("data").toString(),
                        Integer.toString(port),
                        key,
                        probe.toString(),
                        Integer.toString(life))
                .redirectError(folder.resolve("err").toFile())
                .start();
        Thread reader = new Thread(() -> read(agent), "reader");
        reader.setDaemon(true);
        reader.start();
        return agent;
    }

    private void read(Process agent) {
        try (BufferedReader out = agent.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ANNOUNCED ") && line.endsWith(".")) {
                    announced.add(line.substring("ANNOUNCED ".length(), line.length() - 1));
                }
            }
        } catch (IOException killed) {
            // The pipe breaks with the process: what came whole was announced.
        }
    }

    /** How many entries were handed over but not on the disk; -1 where the agent didn't come that far. */
    private long check(Path folder, Path probe) throws IOException {
        if (!Files.exists(folder)) {
            return -1;
        }
        VerifyResult verified = Verify.folder(folder, () -> false);
        assertNull(verified.firstFault(), () -> "the chain: " + verified.firstFault());
        Map<EntryId, String> kept = new HashMap<>();
        Set<String> words = new HashSet<>();
        EntryId last;
        try (Journal journal = Journal.openReadOnly(folder)) {
            last = journal.last();
            journal.replay(journal.before(), entry -> keep(entry, kept, words));
        }
        told.forEach((id, line) -> assertEquals(line, kept.get(id), "told to dispatch, and not kept: " + id));
        for (String call : announced) {
            assertTrue(words.contains(call), "announced to its caller, and not kept: " + call);
        }
        if (!Files.exists(probe) || Files.size(probe) < Long.BYTES) {
            return -1;
        }
        long offered = ByteBuffer.wrap(Files.readAllBytes(probe)).getLong();
        return offered == 0 ? -1 : Math.max(0, offered - last.seq());
    }

    private static void keep(Entry entry, Map<EntryId, String> kept, Set<String> words) {
        String before = kept.put(entry.id(), entry.line());
        assertNull(before, "twice in the journal: " + entry.id());
        int at = entry.line().indexOf("\"life ");
        if (at >= 0) {
            words.add(entry.line().substring(at + 1, entry.line().indexOf('"', at + 1)));
        }
    }
}
