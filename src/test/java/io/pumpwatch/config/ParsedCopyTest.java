package io.pumpwatch.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A station file read from what its parser kept says the same as the file, place by place. */
class ParsedCopyTest {
    private static final String ANY = "0".repeat(64);

    static Stream<Path> shipped() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("config", "src/hil/station")) {
            try (Stream<Path> in = Files.list(Path.of(folder))) {
                files.addAll(
                        in.filter(file -> file.toString().endsWith(".toml")).toList());
            }
        }
        return files.stream().sorted();
    }

    private static StationFile.Result fromCopy(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] copy = Objects.requireNonNull(ParsedCopy.of(text, StationFile.sha256(bytes)), "it can be kept");
        return StationFile.parse("station.toml", bytes, copy);
    }

    private static void same(String text) {
        StationFile.Result toml = StationFile.parse("station.toml", text.getBytes(UTF_8));
        StationFile.Result copy = fromCopy(text);
        assertEquals(toml.faults(), copy.faults());
        assertEquals(String.valueOf(toml.loaded()), String.valueOf(copy.loaded()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileSaysTheSame(Path file) throws IOException {
        String text = Files.readString(file);
        assertNotNull(fromCopy(text).loaded());
        same(text);
    }

    /** Faults name the same places: whole lines lost, doubled, or with another line's value. */
    @ParameterizedTest
    @MethodSource("shipped")
    void aFileWithFaultsHasThemAtTheSamePlaces(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Random random = new Random(20_261_126);
        int compared = 0;
        for (int i = 0; i < 40; i++) {
            List<String> spoilt = new ArrayList<>(lines);
            int at = random.nextInt(lines.size());
            String other = lines.get(random.nextInt(lines.size()));
            switch (i % 3) {
                case 0 -> spoilt.remove(at);
                case 1 -> spoilt.add(at, other.startsWith("[") ? "" : "odd = 1");
                default -> spoilt.set(at, lines.get(at).replaceFirst("=.*", "= \"=1\\\\n\\\\u6c34\\\"\""));
            }
            String text = String.join("\n", spoilt);
            if (ParsedCopy.of(text, ANY) != null) {
                same(text);
                compared++;
            }
        }
        assertTrue(compared >= 10, compared + " of them were TOML");
    }

    @Test
    void theCopyIsWhatIsReadWhereItBelongsToTheFile() throws IOException {
        String text = Files.readString(Path.of("config/emulsion.toml"));
        byte[] bytes = text.getBytes(UTF_8);
        String other = text.replaceFirst("(?m)^name = .*$", "name = \"read from the copy\"");
        byte[] copy = Objects.requireNonNull(ParsedCopy.of(other, StationFile.sha256(bytes)));
        assertTrue(String.valueOf(StationFile.parse("station.toml", bytes, copy).loaded())
                .contains("read from the copy"));
        byte[] changed = (text + "\n# a word more").getBytes(UTF_8);
        Loaded loaded = StationFile.parse("station.toml", changed, copy).loaded();
        assertNotNull(loaded);
        assertFalse(loaded.toString().contains("read from the copy"), "a copy of other bytes is none");
    }

    @Test
    void aCopyWithAByteWrongOrCutShortIsNone() throws IOException {
        String text = Files.readString(Path.of("config/drainage.toml"));
        String sha256 = StationFile.sha256(text.getBytes(UTF_8));
        byte[] copy = Objects.requireNonNull(ParsedCopy.of(text, sha256));
        assertNotNull(ParsedCopy.read(copy, sha256));
        assertNull(ParsedCopy.read(copy, ANY));
        for (int at = 0; at < copy.length; at += 97) {
            byte[] flipped = copy.clone();
            flipped[at] ^= 4;
            assertNull(ParsedCopy.read(flipped, sha256), "byte " + at);
            assertNull(ParsedCopy.read(Arrays.copyOf(copy, at), sha256), at + " bytes of it");
        }
    }

    @Test
    void whatJsonHasntIsNotKept() {
        assertNull(ParsedCopy.of("day = 2026-11-26", ANY));
        assertNull(ParsedCopy.of("a = [1, nan]", ANY));
        assertNull(ParsedCopy.of("a = ", ANY), "not TOML");
        assertNotNull(ParsedCopy.of("\"\" = 9223372036854775807\nb = [[], {c = 1e300}, \"\"]", ANY));
    }
}
