package io.pumpwatch.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.config.VoiceSettings;
import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.field.Field;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Sample;
import io.pumpwatch.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Alarms spoken beside the horn: what, in which order, how often, and by a real program. */
@Timeout(60)
class VoiceTest {
    private static final String VOICE = """

            [voice]
            language = "both"
            pause = "3 s"
            repeat = "60 s"
            """;

    @TempDir
    Path folder;

    private Now now = Now.of(1_790_000_000_000L, 10_000);
    private RunningAgent agent;
    private VoiceSettings settings;
    private Speech.Memory memory = Speech.Memory.EMPTY;

    /** A station of which nothing can be read: every instrument alarms. */
    private static final class Silent implements Field {
        @Override
        public List<Sample> read(Now at) {
            return List.of();
        }

        @Override
        public void write(List<Output> outputs, Now at) {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void start() throws IOException {
        String text = Files.readString(Path.of("config/emulsion.toml"))
                + VOICE
                + "[alarm.LT-102.BAD]\nsay = { en = \"Tank level is blind\", zh = \"液箱液位失灵\" }\n";
        Loaded loaded = Objects.requireNonNull(
                StationFile.parse("f", text.getBytes(StandardCharsets.UTF_8)).loaded());
        settings = Objects.requireNonNull(loaded.voice());
        Loaded mute = new Loaded(
                loaded.file(),
                loaded.text(),
                loaded.plan(),
                loaded.field(),
                null,
                loaded.web(),
                loaded.journal(),
                loaded.history(),
                loaded.rules(),
                loaded.names(),
                loaded.trialMs(),
                null);
        agent = RunningAgent.start(new AgentOptions(
                mute, folder.resolve("data"), new Silent(), -1, null, "test", now, JournalSettings.STANDARD));
    }

    @AfterEach
    void stop() {
        agent.close();
    }

    private void scan(int seconds) {
        for (int i = 0; i < seconds; i++) {
            agent.step(now);
            now = now.plusMs(1_000);
        }
    }

    /** What is said within that time; each takes no time at all. */
    private List<String> said(int seconds) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            scan(1);
            Optional<Speech.Said> next = Speech.next(agent.view(), settings, memory);
            if (next.isPresent()) {
                memory = memory.with(next.get(), agent.view().now().uptimeMs());
                all.add(next.get().point().toString());
            }
        }
        return all;
    }

    private void post(Command command) {
        var unused = agent.post(command, null);
        scan(1);
    }

    @Test
    void byPriorityWithAPauseAndEachOnceAMinute() {
        scan(5);
        List<String> all = said(59);
        assertTrue(all.size() >= 5 && all.size() <= 20, "one in three seconds: " + all);
        assertEquals(all.size(), all.stream().distinct().count(), "none twice within its minute: " + all);
        List<Priority> order = all.stream()
                // Later ones come when they come.
                .filter(point -> point.endsWith(".BAD"))
                .map(point -> agent.view().state().alarms().points().entrySet().stream()
                        .filter(each -> each.getKey().toString().equals(point))
                        .map(each -> each.getValue().priority())
                        .findFirst()
                        .orElseThrow())
                .toList();
        assertEquals(order.stream().sorted().toList(), order, "the most urgent first: " + all);
        assertEquals(all.get(0), said(10).get(0), "again while nobody has come");
    }

    @Test
    void theAccidentComesFirstAndAtOnce() {
        scan(5);
        Speech.Said first = Speech.next(agent.view(), settings, memory).orElseThrow();
        memory = memory.with(first, agent.view().now().uptimeMs());
        post(new Command.Duty(new AccidentCommand.ReportAccident("hose burst")));
        assertTrue(Speech.stops(agent.view(), first), "whatever is being said is cut off");
        assertTrue(Speech.next(agent.view(), settings, memory).orElseThrow().accident(), "without a pause");
    }

    @Test
    void silencedWithTheHorn() {
        scan(5);
        Speech.Said first = Speech.next(agent.view(), settings, memory).orElseThrow();
        post(new Command.Alarm(new AlarmCommand.Silence()));
        assertTrue(Speech.stops(agent.view(), first));
        assertEquals(List.of(), said(20));
    }

    private Path program(String name, String lines) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + lines + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }

    private Voice speaking(String program, long longestMs) {
        Voice voice = new Voice(
                new VoiceSettings(
                        program,
                        settings.languages(),
                        settings.repeatMs(),
                        settings.pauseMs(),
                        settings.speed(),
                        settings.lowest(),
                        settings.texts()),
                longestMs);
        voice.start();
        scan(5);
        voice.scanned(agent.view());
        return voice;
    }

    @Test
    void aRealProgramSpeaksBothLanguages() throws IOException {
        Path real = Programs.require("espeak-ng", "apt-get install espeak-ng");
        Path en = folder.resolve("en.wav");
        Path zh = folder.resolve("cmn.wav");
        Path program = program("speak", "exec " + real + " -w " + folder + "/$2.wav \"$@\"");
        try (Voice voice = speaking(program.toString(), 20_000)) {
            await().until(() -> Files.exists(en) && Files.size(en) > 10_000);
            assertTrue(Files.size(zh) > 10_000, "Chinese came first");
            assertEquals("RIFF", new String(Files.readAllBytes(zh), 0, 4, StandardCharsets.US_ASCII));
            assertEquals("on", voice.state());
        }
    }

    /** The text is data: whatever stands in it, no shell and no option parser sees it. */
    @Test
    void theTextGoesToStandardInputAsItIs() throws IOException {
        Path heard = folder.resolve("heard");
        Path program = program("listen", "cat >> " + heard);
        try (Voice voice = speaking(program.toString(), 5_000)) {
            await().until(() ->
                    Files.exists(heard) && Files.readString(heard).lines().count() >= 2);
            assertEquals("on", voice.state());
        }
    }

    @Test
    void aProgramThatHangsIsEndedAndSaid() throws IOException {
        Path program = program("hang", "echo $$ > " + folder + "/pid; exec tail -f /dev/null");
        try (Voice voice = speaking(program.toString(), 300)) {
            await().until(() -> voice.state().endsWith("hangs"));
            long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
            await().until(() ->
                    ProcessHandle.of(pid).map(each -> !each.isAlive()).orElse(true));
        }
    }

    @Test
    void aMissingProgramIsANoteAndNoMore() {
        try (Voice voice = speaking(folder.resolve("none").toString(), 300)) {
            await().until(() -> voice.state().contains("install espeak-ng"));
            scan(5);
        }
    }

    @Test
    void aPointMayHaveATextOfItsOwn() {
        scan(5);
        Speech.Said said = Speech.next(agent.view(), settings, memory).orElseThrow();
        for (int i = 0; i < 20 && !said.point().toString().equals("LT-102.BAD"); i++) {
            memory = memory.with(said, Long.MIN_VALUE / 2);
            said = Speech.next(agent.view(), settings, memory).orElseThrow();
        }
        assertEquals("Tank level is blind", said.in(Lang.EN));
        assertEquals("液箱液位失灵", said.in(Lang.ZH));
    }
}
