package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.desk.Desk;
import io.pumpwatch.dispatch.desk.DeskConfig;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.dispatch.sign.Keys;
import io.pumpwatch.station.Clock;
import io.pumpwatch.station.Now;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A station's link and a dispatch desk over a real broker, with everything between in memory. */
public final class Rig implements AutoCloseable {
    public static final Topics TOPICS = new Topics("mine-1", "ps-3");
    public static final Clock CLOCK = () -> Now.of(System.currentTimeMillis(), System.nanoTime() / 1_000_000);
    /** Retries are quick; all else as delivered. */
    public static final LinkTimes TIMES =
            new LinkTimes(50, 300, 600_000, 5_000, 5_000, 1_000, 500, 1_000, 30_000, 15_000, 2_000, 300_000);

    public static final KeyPair SEAT = Keys.make(new SecureRandom());

    public final MemoryOutbox outbox = new MemoryOutbox();
    public final TestStation station = new TestStation(outbox);
    public final List<LinkNews> news = new CopyOnWriteArrayList<>();
    public final List<DeskNote> notes = new CopyOnWriteArrayList<>();
    public final MemoryIds ids = new MemoryIds();
    private final LinkTimes times;
    private @Nullable Link link;
    private @Nullable Desk desk;
    private @Nullable Thread deskThread;

    /** Ids in memory. */
    public static final class MemoryIds implements IdStore {
        private Map<String, Long> kept = Map.of();

        @Override
        public Map<String, Long> load() {
            return new HashMap<>(kept);
        }

        @Override
        public void save(Map<String, Long> utcMsById) {
            kept = utcMsById;
        }
    }

    public Rig() {
        this(TIMES);
    }

    public Rig(LinkTimes times) {
        this.times = times;
    }

    public LinkConfig config(Broker broker, Receipts receipts) {
        return new LinkConfig(
                TOPICS,
                broker,
                receipts,
                "main",
                Map.of("main", SEAT.getPublic()),
                times,
                LinkConfig.WINDOW,
                "0.1.0-test");
    }

    public Link startLink(Broker broker, Receipts receipts) throws TlsFailure {
        try {
            Link started = new Link(
                    config(broker, receipts),
                    new Link.Ports(outbox, station, ids, news::add),
                    new PahoTransport(broker),
                    CLOCK,
                    new Random(1));
            started.start();
            link = started;
            return started;
        } catch (io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException bad) {
            throw new TlsFailure(String.valueOf(bad.getMessage()));
        }
    }

    /** TLS files can't be used. */
    public static final class TlsFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TlsFailure(String message) {
            super(message);
        }
    }

    public Desk startDesk(Broker broker, Path memory) throws IOException {
        DeskConfig config = new DeskConfig(broker, "+", "+", "main", SEAT.getPrivate(), true, memory, times);
        try {
            Desk started = new Desk(config, new PahoTransport(broker), CLOCK, new Random(2), notes::add);
            Thread thread = new Thread(
                    () -> {
                        try {
                            started.run();
                        } catch (IOException bad) {
                            throw new java.io.UncheckedIOException(bad);
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "desk");
            thread.start();
            desk = started;
            deskThread = thread;
            return started;
        } catch (io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException bad) {
            throw new TlsFailure(String.valueOf(bad.getMessage()));
        }
    }

    public void stopDesk() {
        if (desk != null && deskThread != null) {
            desk.stop();
            try {
                deskThread.join(10_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public void stopLink() {
        if (link != null) {
            link.close();
        }
    }

    /** Notes of one kind so far. */
    public List<DeskNote> notes(DeskNote.Kind kind) {
        return notes.stream().filter(note -> note.kind() == kind).toList();
    }

    /** What is going on, for the message of a failed test. */
    public String state() {
        java.util.Map<DeskNote.Kind, Integer> counts = new java.util.EnumMap<>(DeskNote.Kind.class);
        notes.forEach(note -> counts.merge(note.kind(), 1, Integer::sum));
        List<DeskNote> other = notes.stream()
                .filter(note -> note.kind() != DeskNote.Kind.ENTRY)
                .limit(20)
                .toList();
        return "link " + (link == null ? "none" : link.view()) + "\nnews " + news + "\nnotes " + counts + " " + other;
    }

    @Override
    public void close() {
        stopLink();
        stopDesk();
    }
}
