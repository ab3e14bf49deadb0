package io.pumpwatch.app;

import io.pumpwatch.config.Fault;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.ParsedCopy;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.scan.AgentEvent;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Text;
import io.pumpwatch.view.StationView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The station file on trial. One that changed is believed once the agent has scanned with it for a while; a copy is
 * kept then. One that has faults, or under which the agent died or never came up, is set aside: the last good one is in
 * force again, and an alarm says so. A file that has failed isn't tried again before it changes or a person reloads it.
 */
public final class StationTrial {
    private static final String FAILED = "failed";
    /** Without a proof by then, beyond the trial's own time, the agent counts as not come up. */
    private static final long START_MS = 120_000;

    private static final int STARTS_MAX = 2;

    private final TrialFolder folder;
    private final String bootId;
    private final StationFile.Result asked;
    private final @Nullable Loaded chosen;
    private final String askedSha;
    private final Text why;
    private final CountDownLatch proven = new CountDownLatch(1);
    private volatile Text setAside;
    private volatile String good;
    /** What the parser made of the good file is beside it, or can't be. */
    private volatile boolean copied;

    private volatile @Nullable Loaded newest;
    private String runs = "";
    private long sinceMs;
    private boolean proving;

    private StationTrial(Path configured, Path data, String bootId) throws IOException {
        this.folder = new TrialFolder(data);
        this.bootId = bootId;
        byte[] bytes = TrialFolder.bytes(configured);
        byte[] kept = folder.good();
        byte[] copy = folder.parsed();
        String name = configured.toString();
        this.asked = bytes == null ? StationFile.read(configured) : StationFile.parse(name, bytes, copy);
        this.askedSha = bytes == null ? "" : sha256(bytes, asked.loaded());
        // Nearly every start: the file is the good one, and once read is enough.
        boolean same = bytes != null && Arrays.equals(bytes, kept);
        StationFile.Result known = kept == null || same ? asked : StationFile.parse(name, kept, copy);
        Loaded last = kept == null ? null : known.loaded();
        this.good = kept == null ? "" : sha256(kept, last);
        this.copied = copy != null && ParsedCopy.isOf(copy, good);
        this.why = last == null || askedSha.equals(good) ? Text.NONE : whyNot();
        this.chosen = last != null && !why.isEmpty() ? last : asked.loaded();
        this.setAside = why;
        this.newest = chosen;
        if (chosen != null && why.isEmpty() && !askedSha.equals(good)) {
            begin(askedSha);
        }
    }

    /**
     * Reads the station file and decides whether it or the last good one is in force.
     *
     * @param configured as the person named it
     * @param data the agent's folder
     */
    public static StationTrial open(Path configured, Path data) throws IOException {
        return open(configured, data, CrashLog.bootId());
    }

    static StationTrial open(Path configured, Path data, String bootId) throws IOException {
        return new StationTrial(configured, data, bootId);
    }

    private static String sha256(byte[] bytes, @Nullable Loaded loaded) {
        return loaded == null ? StationFile.sha256(bytes) : loaded.plan().sha256();
    }

    private Text whyNot() throws IOException {
        if (asked.loaded() == null) {
            List<Fault> faults =
                    asked.faults().stream().filter(fault -> !fault.warning()).toList();
            String en = faults.isEmpty() ? "" : faults.get(0).render(Lang.EN);
            String zh = faults.isEmpty() ? "" : faults.get(0).render(Lang.ZH);
            return new Text(
                    "it has " + faults.size() + " faults, the first: " + en, "文件有 " + faults.size() + " 处错误，首处：" + zh);
        }
        List<String> note = folder.note();
        boolean same = !note.isEmpty() && note.get(0).equals(askedSha);
        boolean failed = same && (note.contains(FAILED) || note.contains(bootId) || note.size() > STARTS_MAX);
        if (!failed) {
            return Text.NONE;
        }
        if (!note.contains(FAILED)) {
            note.add(FAILED);
            folder.note(note);
        }
        return new Text(
                "the agent didn't come up with it, or ended before it had scanned with it for long enough",
                "程序使用该文件未能启动，或在扫描足够时间之前退出");
    }

    /** What came of reading the configured file: its faults and warnings. */
    public StationFile.Result asked() {
        return asked;
    }

    /** What is to be in force; null where neither the file nor a good one before it can be used. */
    public @Nullable Loaded chosen() {
        return chosen;
    }

    /** Why the configured file isn't in force; empty while it is. */
    public Text setAside() {
        return setAside;
    }

    /** Has an agent's scans prove its file, and tells the journal of one that was set aside. */
    static void watch(AgentOptions options, Agent agent, Inbox inbox, Consumer<Runnable> later) {
        StationTrial trial = options.trial();
        if (trial == null) {
            return;
        }
        agent.onScan((view, samples) -> trial.scanned(view, later));
        if (!trial.why.isEmpty()) {
            Loaded inForce = options.loaded();
            var unused = inbox.post(
                    new Command.Note(new AgentEvent.StationFileSetAside(
                            inForce.file(),
                            trial.askedSha,
                            trial.why.in(inForce.plan().lang()),
                            inForce.plan().sha256())),
                    null);
        }
    }

    /** Why the configured file isn't in force, in the station's language; empty while it is. */
    static String setAside(AgentOptions options) {
        StationTrial trial = options.trial();
        return trial == null ? "" : trial.setAside().in(options.loaded().plan().lang());
    }

    /** An agent ends in good order. */
    static void stopped(AgentOptions options) {
        StationTrial trial = options.trial();
        if (trial != null) {
            trial.stopped();
        }
    }

    /** A person reloads: this file comes into force with the next scan. */
    void reloads(Loaded loaded) {
        newest = loaded;
    }

    /** On the scan's thread: only looks; what must be written is handed over. */
    void scanned(StationView view, Consumer<Runnable> later) {
        String sha = view.plan().sha256();
        long nowMs = view.now().uptimeMs();
        Loaded loaded = newest;
        if (!sha.equals(runs)) {
            if (!runs.isEmpty()) {
                setAside = Text.NONE;
                later.accept(() -> noteBegin(sha));
            }
            runs = sha;
            sinceMs = nowMs;
            proving = false;
        }
        boolean due = loaded != null && nowMs - sinceMs >= loaded.trialMs();
        if (due && !proving && loaded != null && loaded.plan().sha256().equals(sha)) {
            proving = true;
            proven.countDown();
            if (!sha.equals(good) || !copied) {
                later.accept(() -> prove(loaded));
            }
        }
    }

    private void noteBegin(String sha) {
        try {
            if (!sha.equals(good)) {
                begin(sha);
            }
        } catch (IOException fault) {
            Logger.warn("the trial of the station file isn't noted: {}", fault.getMessage());
        }
    }

    private void begin(String sha) throws IOException {
        List<String> note = folder.note();
        if (note.isEmpty() || !note.get(0).equals(sha)) {
            note = new ArrayList<>(List.of(sha));
        }
        note.add(bootId);
        folder.note(note);
    }

    private void prove(Loaded loaded) {
        try {
            String sha = loaded.plan().sha256();
            if (!sha.equals(good)) {
                folder.good(loaded.text(), sha);
                good = sha;
                folder.forget();
            }
            folder.parsed(ParsedCopy.of(loaded.text(), sha));
            copied = true;
        } catch (IOException fault) {
            Logger.warn("the good station file isn't kept: {}", fault.getMessage());
        }
    }

    /** A good end within the trial is no failure: the file is tried again. */
    void stopped() {
        try {
            List<String> note = folder.note();
            if (!note.contains(FAILED) && note.remove(bootId)) {
                folder.note(note);
            }
        } catch (IOException fault) {
            Logger.warn("the trial's note stays behind: {}", fault.getMessage());
        }
    }

    /** Calls {@code end} where the file in force isn't proven in time; a thread of its own. */
    public void guard(Runnable end) {
        Loaded loaded = chosen;
        guard(START_MS + (loaded == null ? 0 : loaded.trialMs()), end);
    }

    void guard(long withinMs, Runnable end) {
        if (askedSha.equals(good) || !why.isEmpty()) {
            return;
        }
        Thread thread = new Thread(
                () -> {
                    try {
                        if (!proven.await(withinMs, TimeUnit.MILLISECONDS)) {
                            Logger.error("the station file didn't come up within {} ms: the process ends", withinMs);
                            end.run();
                        }
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                "station-trial");
        thread.setDaemon(true);
        thread.start();
    }
}
