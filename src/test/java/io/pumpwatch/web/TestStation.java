package io.pumpwatch.web;

import io.pumpwatch.duty.PeopleCommand.EnrolPerson;
import io.pumpwatch.duty.ShiftCommand;
import io.pumpwatch.history.Bucket;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.Scan;
import io.pumpwatch.scan.ScanInput;
import io.pumpwatch.scan.ScanMemory;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.EvidencePart;
import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import io.pumpwatch.view.Progress;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.StoreHealth;
import io.pumpwatch.view.records.Asked;
import io.pumpwatch.view.records.Books;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import io.pumpwatch.view.records.Reports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A station without disk, clock and network: the real scan over {@link SmallPlan}. Each command is one scan of its own;
 * time moves only when the test says so.
 */
public final class TestStation implements StationPort {
    /** PIN of everybody at the start: operator op-1, fitter fit-1, technician tech-1, leader lead-1, chief chief-1. */
    public static final String PIN = "1234";

    /** Code of the first chief. */
    public static final String CODE = "9999-0000";

    private static final long START_UTC_MS = 1_795_392_000_000L;

    private final Map<String, String> pins = new ConcurrentHashMap<>();
    private final Map<Tag, Double> values = new TreeMap<>();
    private final StationPlan plan = SmallPlan.plan();
    private StationState state = StationState.EMPTY;
    private ScanMemory memory = ScanMemory.EMPTY;
    private Now now = Now.of(START_UTC_MS, 1_000);
    private long commands;
    private long scans;
    private volatile StationView view;
    private volatile boolean kept = true;
    private volatile boolean silent;
    private volatile @Nullable CountDownLatch proofs;

    /** @param crew whether there is anybody yet */
    public TestStation(boolean crew) {
        values.put(SmallPlan.PRESSURE, 32.0);
        values.put(SmallPlan.LEVEL, 2.0);
        values.put(SmallPlan.RUNS, 0.0);
        values.put(SmallPlan.DRAINS, 0.0);
        view = scan(List.of());
        if (crew) {
            enrol("chief-1", "Chief One", Role.CHIEF, null);
            enrol("op-1", "王伟", Role.OPERATOR, "chief-1");
            enrol("fit-1", "Fitter One", Role.STATION_FITTER, "chief-1");
            enrol("tech-1", "Technician One", Role.TECHNICIAN, "chief-1");
            enrol("lead-1", "Leader One", Role.SHIFT_LEADER, "chief-1");
            // An operator acknowledges on duty only.
            post(new Command.Duty(new ShiftCommand.SignOn(ShiftCommand.Declaration.WHOLE)), "op-1")
                    .join();
        }
    }

    private void enrol(String id, String name, Role role, @Nullable String by) {
        post(new Command.Duty(new EnrolPerson(id, name, Set.of(role))), by).join();
        pins.put(id, PIN);
    }

    /** Sets a value and lets some seconds go by, ten scans each. */
    public synchronized void run(Tag tag, double value, int seconds) {
        values.put(tag, value);
        for (int i = 0; i < seconds * 10; i++) {
            now = now.plusMs(100);
            scan(List.of());
        }
    }

    /** From now on the disk stalls: nothing is kept. */
    public void stall() {
        kept = false;
    }

    /** Whether commands stay unanswered from now on. */
    public void fallSilent(boolean on) {
        silent = on;
    }

    /** From now on PINs are proven only once the latch is down. */
    public void holdProofs(CountDownLatch latch) {
        proofs = latch;
    }

    /** The PIN that a person has now. */
    public @Nullable String pinOf(String person) {
        return pins.get(person);
    }

    private StationView scan(List<Command.Posted> posted) {
        List<Sample> samples = new ArrayList<>();
        scans++;
        values.forEach((tag, value) -> samples.add(Sample.of(tag, scans, now.uptimeMs(), value)));
        ScanResult result = Scan.decide(plan, state, memory, new ScanInput(samples, posted, Health.WELL), 1, now);
        state = result.state();
        memory = result.memory();
        view = new StationView(plan, state, result.live(), now, 1, new EntryId(1, state.seq()), scans);
        answers = result.answers();
        return view;
    }

    private List<ScanResult.Answer> answers = List.of();

    @Override
    public StationView view() {
        return view;
    }

    @Override
    public Progress progress() {
        EntryId last = view.offered();
        EntryId durable = kept ? last : new EntryId(1, Math.min(last.seq(), 1));
        return new Progress(durable, EntryId.NONE, EntryId.NONE, last.seq(), "off");
    }

    @Override
    public Optional<Refusal> prove(String person, String pin) {
        CountDownLatch wait = proofs;
        if (wait != null) {
            try {
                wait.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }
        return pin.equals(pins.get(person)) ? Optional.empty() : Optional.of(Refusal.of("pin.wrong", "person", person));
    }

    @Override
    public Optional<Refusal> proveFirstCode(String code) {
        return code.equals(CODE) ? Optional.empty() : Optional.of(Refusal.of("code.wrong"));
    }

    @Override
    public Optional<Refusal> setPin(String person, String pin) {
        pins.put(person, pin);
        return Optional.empty();
    }

    @Override
    public List<KeptEntry> entries(Position after, int max) {
        List<KeptEntry> all = new ArrayList<>();
        for (long seq = after.seq() + 1; seq <= view.offered().seq() && all.size() < max; seq++) {
            String line =
                    "{\"epoch\":1,\"seq\":" + seq + ",\"boot\":1,\"utc\":\"2026-11-23T00:00:00.000Z\",\"uptime\":1000,"
                            + "\"clock\":\"ntp\",\"kind\":\"alarm.moved\",\"v\":1,\"body\":{}}";
            all.add(new KeptEntry(new Position(1, seq), START_UTC_MS, "alarm.moved", line, "00".repeat(32)));
        }
        return all;
    }

    @Override
    public Optional<Position> beginOf(long epoch) {
        return epoch == 1 ? Optional.of(new Position(0, 0)) : Optional.empty();
    }

    @Override
    public List<Bucket> history(Tag tag, long fromMs, long toMs, int points) {
        long widthMs = Math.max(1_000, (toMs - fromMs) / points);
        List<Bucket> all = new ArrayList<>();
        for (int i = 0; i * widthMs < toMs - fromMs; i++) {
            // A quarter of the range has no recording, and after it the instrument is bad for a while.
            if (i < points / 2 || i > points * 3 / 4) {
                long at = fromMs + i * widthMs;
                boolean bad = i > points * 9 / 10;
                double value = bad ? Double.NaN : 32 + 2 * Math.sin(i / 10.0);
                Quality quality = bad ? Quality.BAD : Quality.GOOD;
                all.add(new Bucket(at, at + widthMs, value - 1, value + 1, value, quality, bad ? 0 : 1, 1, 1, 1));
            }
        }
        return all;
    }

    @Override
    public List<EvidencePart> evidence() {
        return List.of(new EvidencePart(
                1,
                "before",
                "evidence",
                START_UTC_MS,
                List.of(new EvidencePart.File("ring-1.pwh", "ab".repeat(32), 5))));
    }

    @Override
    public Path data(String folder) {
        return Path.of("src/test/resources/web").resolve(folder);
    }

    @Override
    public List<ChannelSight> channels() {
        return List.of(
                new ChannelSight(SmallPlan.PRESSURE, "ads1115/1/0x48/0", 10_133L, 12.666, "mA", ""),
                new ChannelSight(SmallPlan.LEVEL, "ads1115/1/0x48/1", null, Double.NaN, "mA", "no answer"),
                new ChannelSight(SmallPlan.RUNS, "gpio/17", null, 0, "", ""),
                new ChannelSight(new Tag("XC-101"), "gpio/5", null, 1, "", ""));
    }

    @Override
    public StoreHealth health() {
        return new StoreHealth(1_000, 0, 0, 1_000_000_000, false, 0, 0, 0, "", 20_000_000, "off");
    }

    @Override
    public synchronized CompletableFuture<Outcome> post(Command command, @Nullable String by) {
        if (silent) {
            return new CompletableFuture<>();
        }
        commands++;
        now = now.plusMs(100);
        scan(List.of(new Command.Posted(commands, command, by)));
        return CompletableFuture.completedFuture(new Outcome(answers.get(0).refusal(), kept));
    }

    @Override
    public Report report(ReportRequest request) {
        Books books = new Books();
        books.finish(now.utcMs());
        Asked asked = new Asked(
                plan,
                request.lang(),
                request.from(),
                request.to(),
                now.utcMs(),
                List.of(),
                Asked.Readings.NONE,
                request.scope());
        return Objects.requireNonNull(Reports.of(request.kind(), books, asked));
    }
}
