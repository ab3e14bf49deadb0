package io.pumpwatch.app;

import io.pumpwatch.config.VoiceSettings;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.StationView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Speaks alarms beside the horn, by a program of its own (espeak-ng) on a thread of its own: a program that is missing,
 * fails or hangs is a note in the health page and holds up nobody. The text goes to its standard input, never through a
 * shell.
 */
final class Voice implements AutoCloseable {
    private static final long LOOK_NS = 100_000_000;
    private static final long LOOK_MS = 100;
    private static final long REST_MS = 60_000;
    private static final long LONGEST_MS = 30_000;
    private static final long END_MS = 2_000;

    private final VoiceSettings settings;
    private final long longestMs;
    private final Thread thread = new Thread(this::run, "voice");
    private volatile @Nullable StationView view;
    private volatile boolean stopped;
    private volatile String fault = "";

    /** @param longestMs one alarm in one language may take so long */
    Voice(VoiceSettings settings, long longestMs) {
        this.settings = settings;
        this.longestMs = longestMs;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The voice that the station file asks for, started; null for none. */
    static @Nullable Voice start(@Nullable VoiceSettings settings) {
        if (settings == null) {
            return null;
        }
        Voice voice = new Voice(settings, LONGEST_MS);
        voice.start();
        return voice;
    }

    static void tell(@Nullable Voice voice, StationView view) {
        if (voice != null) {
            voice.scanned(view);
        }
    }

    static void end(@Nullable Voice voice) {
        if (voice != null) {
            voice.close();
        }
    }

    /** On the scan's thread: only remembers. */
    void scanned(StationView now) {
        view = now;
    }

    /** {@code on}, or what is wrong with the program. Any thread. */
    String state() {
        return fault.isEmpty() ? "on" : fault;
    }

    private void run() {
        Speech.Memory memory = Speech.Memory.EMPTY;
        long restUntilMs = Long.MIN_VALUE;
        while (!stopped) {
            StationView now = view;
            Optional<Speech.Said> next = now == null || now.now().uptimeMs() < restUntilMs
                    ? Optional.empty()
                    : Speech.next(now, settings, memory);
            if (next.isEmpty()) {
                LockSupport.parkNanos(this, LOOK_NS);
                continue;
            }
            Speech.Said said = next.get();
            String trouble = say(said);
            if (!trouble.equals(fault)) {
                Logger.warn("voice: {}", trouble.isEmpty() ? "speaks again" : trouble);
                fault = trouble;
            }
            StationView after = view;
            long endMs = after == null ? said.atMs() : after.now().uptimeMs();
            memory = memory.with(said, endMs);
            restUntilMs = trouble.isEmpty() ? Long.MIN_VALUE : endMs + REST_MS;
        }
    }

    /** Says it in each language; what went wrong, or empty. */
    private String say(Speech.Said said) {
        for (Lang lang : settings.languages()) {
            String words = said.in(lang);
            if (!words.isEmpty() && !cut(said)) {
                String trouble = say(said, lang, words);
                if (!trouble.isEmpty()) {
                    return trouble;
                }
            }
        }
        return "";
    }

    private boolean cut(Speech.Said said) {
        StationView now = view;
        return stopped || (now != null && Speech.stops(now, said));
    }

    private String say(Speech.Said said, Lang lang, String words) {
        String program = settings.program();
        Process process;
        try {
            process = new ProcessBuilder(
                            program,
                            "-v",
                            lang == Lang.ZH ? "cmn" : "en",
                            "-s",
                            Integer.toString(settings.speed()),
                            "--stdin")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            return program + " can't be run: install espeak-ng";
        }
        try (OutputStream in = process.getOutputStream()) {
            in.write((words + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // It ended before it had read all: its exit code says why.
            Logger.debug("voice: {}", ended.getMessage());
        }
        return await(process, said, program);
    }

    private String await(Process process, Speech.Said said, String program) {
        try {
            for (long waitedMs = 0; waitedMs < longestMs; waitedMs += LOOK_MS) {
                if (process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                    int exit = process.exitValue();
                    return exit == 0 ? "" : program + " ended with " + exit + ": no sound device?";
                }
                if (cut(said)) {
                    return "";
                }
            }
            return program + " hangs";
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(END_MS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
