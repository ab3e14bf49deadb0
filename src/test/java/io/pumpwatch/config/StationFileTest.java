package io.pumpwatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as a whole: those we ship, those that can't be read, and those that chance has changed. */
class StationFileTest {
    private static final Path SHIPPED = Path.of("config");

    @TempDir
    Path folder;

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyFileThatWeShipLoadsWithoutAWord(Path file) {
        StationFile.Result result = StationFile.read(file);
        assertEquals(
                List.of(),
                result.faults().stream().map(fault -> fault.render(Lang.EN)).toList());
        assertNotNull(result.loaded());
    }

    @Test
    void theFourStationsAreThere() throws IOException {
        List<String> names =
                shipped().map(file -> file.getFileName().toString()).toList();
        assertTrue(names.containsAll(List.of("drainage.toml", "emulsion.toml", "full.toml", "pump-rig.toml")));
    }

    private static String only(StationFile.Result result, Lang lang) {
        assertNull(result.loaded());
        assertEquals(1, result.faults().size());
        return result.faults().get(0).render(lang);
    }

    @Test
    void noFile() {
        StationFile.Result result = StationFile.read(folder.resolve("none.toml"));
        assertTrue(only(result, Lang.EN)
                .endsWith(
                        "none.toml:1:1: can't read the file: there is no such file; allowed: a file that this user may"
                                + " read"));
        assertTrue(only(result, Lang.ZH).contains("无法读取文件: 文件不存在"));
    }

    @Test
    void aFolder() {
        assertTrue(only(StationFile.read(folder), Lang.EN).contains("it is a folder"));
    }

    @Test
    void emptyFileAndOneOfComments() {
        for (String text : List.of("", "\n\n", "# nothing\n", "\uFEFF")) {
            StationFile.Result result = StationFile.parse("f", text.getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    "f:1:1: the file says nothing; allowed: at least [station] and [field]", only(result, Lang.EN));
            assertEquals("f:1:1: 文件是空的；允许: 至少要有 [station] 和 [field]", only(result, Lang.ZH));
        }
    }

    @Test
    void byteOrderMarkIsPassedOver() {
        String text = "\uFEFF" + BrokenFile.resource("base.toml");
        assertNotNull(
                StationFile.parse("f", text.getBytes(StandardCharsets.UTF_8)).loaded());
    }

    @Test
    void wrongEncodingNamesTheByte() {
        byte[] gbk = {'[', 'a', ']', '\n', 'b', '=', '"', (byte) 0xD6, (byte) 0xD0, '"'};
        StationFile.Result result = StationFile.parse("f", gbk);
        assertEquals(
                "f:2:4: byte 8 of the file (hex d6) isn't UTF-8; allowed: UTF-8 text; save the file as UTF-8",
                only(result, Lang.EN));
        assertEquals("f:2:4: 文件第 8 个字节 (十六进制 d6) 不是 UTF-8；允许: UTF-8 文本; 请把文件另存为 UTF-8", only(result, Lang.ZH));
    }

    @Test
    void textThatEndsWithinACharacter() {
        byte[] cut = {'a', '=', '"', (byte) 0xE4, (byte) 0xB8};
        assertTrue(only(StationFile.parse("f", cut), Lang.EN).startsWith("f:1:4: byte 4 of the file"));
    }

    @Test
    void tenMegabytesOfNoiseAreRefusedBeforeParsing() throws IOException {
        byte[] noise = new byte[10 << 20];
        new Random(1).nextBytes(noise);
        Path file = folder.resolve("noise.toml");
        Files.write(file, noise);
        assertTrue(only(StationFile.read(file), Lang.EN)
                .endsWith("noise.toml:1:1: the file has 10485760 bytes; allowed: at most 1048576 bytes"));
    }

    @Test
    void bracketsWithoutEnd() {
        byte[] deep = new byte[200_000];
        Arrays.fill(deep, (byte) '[');
        deep[0] = 'a';
        deep[1] = '=';
        StationFile.Result result = StationFile.parse("f", deep);
        assertNull(result.loaded());
        assertFalse(result.faults().isEmpty());
    }

    @Test
    void noMoreFaultsThanHelp() {
        String toml = "a = 1\n".repeat(5_000);
        StationFile.Result result = StationFile.parse("f", toml.getBytes(StandardCharsets.UTF_8));
        assertEquals(Faults.MAX, result.faults().size());
    }

    @Test
    void chanceNeverMakesItThrow() throws IOException {
        String full = Files.readString(SHIPPED.resolve("full.toml"));
        int loaded = 0;
        for (int seed = 0; seed < 150; seed++) {
            String changed = Mutation.of(full, new Random(seed));
            StationFile.Result result = StationFile.parse("f", changed.getBytes(StandardCharsets.UTF_8));
            boolean fatal = result.faults().stream().anyMatch(fault -> !fault.warning());
            assertEquals(fatal, result.loaded() == null, "seed " + seed);
            long lines = changed.lines().count() + 1;
            result.faults().forEach(fault -> assertTrue(fault.line() <= lines && fault.column() >= 1, fault::toString));
            loaded += result.loaded() == null ? 0 : 1;
        }
        assertTrue(loaded > 0 && loaded < 150, "mutations must hit something, and not everything: " + loaded);
    }

    @Test
    void theExamplesThatStandAsCommentsAreGoodToo() throws IOException {
        String full = Files.readString(SHIPPED.resolve("full.toml"));
        // Comments that go on as tables and keys; all other comments are words for people.
        String on = full.replaceAll("(?m)^# (?=\\[[a-z.A-Z0-9-]+\\]$|[a-z_]+ = )", "");
        StationFile.Result result = StationFile.parse("f", on.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), result.faults());
        Loaded loaded = result.loaded();
        assertNotNull(loaded);
        assertTrue(loaded.plan().instruments().stream()
                .anyMatch(each -> each.tag().toString().equals("IT-301")));
        assertTrue(on.contains("\n[sheet.crane]\n") && on.contains("\n[voice]\n"), "each example was taken");
    }

    @Test
    void sameBytesSameHash() {
        byte[] bytes = BrokenFile.resource("base.toml").getBytes(StandardCharsets.UTF_8);
        Loaded loaded = StationFile.parse("f", bytes).loaded();
        assertNotNull(loaded);
        assertTrue(loaded.plan().sha256().matches("[0-9a-f]{64}"));
        bytes[bytes.length - 1] = '\t';
        Loaded other = StationFile.parse("f", bytes).loaded();
        assertNotNull(other);
        assertFalse(other.plan().sha256().equals(loaded.plan().sha256()));
    }
}
