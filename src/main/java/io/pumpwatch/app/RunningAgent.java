package io.pumpwatch.app;

import io.pumpwatch.dispatch.Link;
import io.pumpwatch.field.FieldHealth;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.JournalException;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.journal.Secrets;
import io.pumpwatch.journal.StationKey;
import io.pumpwatch.scan.AgentEvent;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.StationEvent;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.Now;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The composition root of a running agent: constructors in a straight line, stopped in reverse. A start that crashed
 * three times in ten minutes keeps its hands off: relays stay as for a starting agent and the journal isn't written.
 */
public final class RunningAgent implements AutoCloseable {
    /** The journal's folder in the data folder. */
    public static final String JOURNAL = "journal";

    private static final long FAREWELL_MS = 2_000;
    private static final long POLL_NS = 2_000_000;

    private final SystemClock clock = new SystemClock();
    private final AgentOptions options;
    private final CrashLog crashes;
    private final boolean safeMode;
    private final Journal journal;
    private final Keeper keeper;
    private final Inbox inbox = new Inbox();
    private final Agent agent;
    private final @Nullable ScanLoop loop;
    private Now last;
    private final LinkNewsBoard news = new LinkNewsBoard(inbox);
    private volatile @Nullable Link link;
    private @Nullable WebServer web;
    private final StationService service;
    private final PinGate pins;
    private final Housekeeping housekeeping;
    private final Trends trends;
    private final @Nullable Voice voice;
    private final SystemdNotes systemd;

    /**
     * Starts an agent.
     *
     * @throws IOException naming what can't be used
     * @throws io.pumpwatch.journal.JournalException in words for people
     */
    public static RunningAgent start(AgentOptions options) throws IOException {
        Files.createDirectories(options.data());
        RunningAgent running = new RunningAgent(options);
        try {
            running.open();
            return running;
        } catch (IOException | RuntimeException fault) {
            running.close();
            throw fault;
        }
    }

    private RunningAgent(AgentOptions options) throws IOException {
        this.options = options;
        this.crashes = new CrashLog(options.data());
        this.safeMode = crashes.started();
        StationCodec codec = StationCodec.shared();
        this.journal = Journal.open(journalFolder(), options.limits());
        StationState state = codec.fold(journal, safeMode ? before(codec) : StationState.EMPTY);
        long boot = Math.max(state.agent().boot(), journal.lastBoot()) + 1;
        boolean lockStep = options.lockStepFrom() != null;
        this.last = lockStep ? Objects.requireNonNull(options.lockStepFrom()) : clock.now();
        this.keeper = lockStep ? Keeper.lockStep(journal) : Keeper.start(journal);
        this.agent = new Agent(
                options.loaded().plan(),
                state,
                boot,
                safeMode ? new HandsOff(options.field()) : options.field(),
                keeper,
                codec,
                inbox,
                this::health,
                last);
        agent.record(new StationEvent.Agent(new AgentEvent.Started(options.version(), boot, safeMode)), last);
        var unused = inbox.post(load(), null);
        // PINs are asked for in safe mode too: who acknowledges must still be proven.
        Secrets secrets = Secrets.open(options.data().resolve(JOURNAL));
        this.pins = new PinGate(id -> secrets.get(id).orElse(null), secrets::put, clock);
        FirstChief firstChief = FirstChief.of(options.data(), state);
        this.trends = new Trends(
                options.data().resolve("history"),
                Trends.settings(options.loaded().history()),
                options.loaded().plan(),
                lockStep);
        agent.onScan((view, samples) -> trends.accept(view));
        this.housekeeping = new Housekeeping(
                keeper,
                inbox,
                options.loaded().journal(),
                options.link() != null && !safeMode,
                new DiskRoom(options.data()),
                clock);
        agent.onScan((view, samples) -> housekeeping.watch(view));
        agent.onScan(EvidenceRoom.watcher(options.data(), trends, inbox, housekeeping::later));
        agent.onScan(TripCurves.watcher(journal, trends, inbox, housekeeping::later));
        this.systemd = SystemdNotes.of(System.getenv());
        agent.onScan((view, samples) -> systemd.scanned(view.now()));
        StationTrial.watch(options, agent, inbox, housekeeping::later);
        ChannelSights sights = new ChannelSights(options.loaded(), options.field());
        agent.onScan((view, samples) -> sights.scanned(samples));
        this.voice = Voice.start(options.loaded().voice());
        agent.onScan((view, samples) -> Voice.tell(voice, view));
        this.service = service(firstChief, sights);
        this.loop = lockStep ? null : startLoop();
    }

    /** The station is watched already: who asks and who is told come after the first scans, and don't hold them up. */
    private void open() throws IOException {
        if (loop != null) {
            loop.awaitFirst();
        }
        link = safeMode ? null : LinkStart.start(options, keeper, agent, inbox, news, clock);
        web = WebStart.start(options, service);
        housekeeping.start(StationKey.openOrCreate(journalFolder()));
    }

    private Health health(long uptimeMs) {
        // Asked by a scan, and the first scan comes after everything is built.
        boolean cut = housekeeping.cut();
        FieldHealth field = options.field().health();
        return new Health(
                keeper.stalledForMs(uptimeMs),
                keeper.unkept(),
                news.fault(),
                news.unconfirmed(),
                cut,
                safeMode,
                field.inputs(),
                field.outputs(),
                StationTrial.setAside(options),
                housekeeping.lowRoom(),
                trends.fault());
    }

    private ScanLoop startLoop() {
        ScanLoop scans = new ScanLoop(agent, clock);
        inbox.onPost(scans::wake);
        options.field().onEdge(scans::wake);
        return scans.start();
    }

    /** One scan of an agent in lock-step: what it decided is durable, and what it asked for is done, on return. */
    public void step(Now now) {
        last = now;
        agent.scan(now);
        housekeeping.settle();
    }

    private boolean allConfirmed() {
        return keeper.pending() == 0 && keeper.cursor(KeptEntries.CONFIRMED).compareTo(keeper.durable()) >= 0;
    }

    /** Entries that dispatch hasn't confirmed yet; 0 without a link. */
    public long unconfirmed() {
        return link == null
                ? 0
                : keeper.durable().seq() - keeper.cursor(KeptEntries.CONFIRMED).seq();
    }

    /** Waits until dispatch has confirmed all that is durable; false if it didn't in time, true without a link. */
    public boolean awaitConfirmed(long maxMs) {
        long untilMs = clock.now().uptimeMs() + maxMs;
        while (link != null && !allConfirmed()) {
            if (clock.now().uptimeMs() > untilMs) {
                return false;
            }
            link.wake();
            LockSupport.parkNanos(this, POLL_NS);
        }
        return true;
    }

    /** After three crashes the journal stays untouched: what happens meanwhile is kept beside it. */
    private Path journalFolder() {
        return options.data().resolve(safeMode ? "journal-safe-mode" : JOURNAL);
    }

    /** What the untouched journal tells, so that people, latches and alarms are known; nothing if it won't read. */
    private StationState before(StationCodec codec) {
        try (Journal untouched = Journal.openReadOnly(options.data().resolve(JOURNAL))) {
            return codec.fold(untouched);
        } catch (JournalException | IllegalStateException | IllegalArgumentException fault) {
            Logger.error("the agent starts without what was known: {}", fault.getMessage());
            return StationState.EMPTY;
        }
    }

    private Command.Load load() {
        return new Command.Load(
                options.loaded().plan(),
                options.loaded().file(),
                options.loaded().text(),
                "start");
    }

    private StationService service(FirstChief firstChief, ChannelSights sights) {
        StationService.Reporter reports =
                RecordRoom.reporter(journal, trends, agent, options.loaded().rules());
        return new StationService(
                agent,
                inbox,
                keeper,
                pins,
                firstChief,
                () -> LinkStart.state(link),
                new Reload(options.loaded(), options.trial()),
                reports,
                new Stores(options.data(), keeper, trends, () -> voice == null ? "off" : voice.state()),
                sights);
    }

    /** What the last scan published. */
    public StationView view() {
        return agent.view();
    }

    /** Posts a command; for the demo and tests, that have proven who asks. */
    public CompletableFuture<Reply> post(Command command, @Nullable String by) {
        return inbox.post(command, by);
    }

    /** The PINs of this station. */
    public PinGate pins() {
        return pins;
    }

    /** The file with the one-time code for the first chief, while none is enrolled. */
    public Optional<Path> firstChiefCode() {
        Path file = new FirstChief(options.data()).file();
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** The journal, for reading. */
    public Journal journal() {
        return journal;
    }

    /** The port that the HTTP side listens on; -1 without one. */
    public int port() {
        return web == null ? -1 : web.port();
    }

    /** Stops in good order: the last entry says so, everything handed over is kept. */
    @Override
    public void close() {
        systemd.close();
        if (web != null) {
            web.close();
        }
        housekeeping.close();
        Voice.end(voice);
        Now end = last;
        if (loop != null) {
            loop.close();
            end = clock.now();
        }
        agent.record(new StationEvent.Agent(new AgentEvent.Stopped("asked to")), end);
        agent.snapshot(end);
        if (link != null) {
            // A broker that is away must not hold the stop: what it misses goes out after the next start.
            Logger.debug("all confirmed before the end: {}", awaitConfirmed(FAREWELL_MS));
            link.close();
        }
        options.field().close();
        trends.close();
        keeper.close();
        journal.close();
        StationTrial.stopped(options);
        try {
            crashes.stopped();
        } catch (IOException fault) {
            Logger.warn("the note of this start stays behind: {}", fault.getMessage());
        }
    }
}
