package io.pumpwatch.config;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.pumpwatch.station.Lang;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault has its message, in both languages, at its place, and nothing else is said. */
class BrokenFilesTest {
    private static final List<String> RESOURCES = List.of(
            "broken/station.txt",
            "broken/tags.txt",
            "broken/instruments.txt",
            "broken/alarms.txt",
            "broken/protection.txt",
            "broken/duty.txt",
            "broken/rounds.txt");
    /** Faults of the file as a whole, which StationFileTest shows, and of other files, which TlsClientTest shows. */
    private static final Set<FaultKind> ELSEWHERE = EnumSet.of(
            FaultKind.UNREADABLE_FILE,
            FaultKind.EMPTY_FILE,
            FaultKind.TOO_LARGE,
            FaultKind.NOT_UTF8,
            FaultKind.NESTED_TOO_DEEP,
            FaultKind.TLS_MISSING,
            FaultKind.TLS_UNREADABLE,
            FaultKind.TLS_NO_PEM,
            FaultKind.TLS_NOT_YET,
            FaultKind.TLS_ENDED,
            FaultKind.TLS_ENDS_SOON,
            FaultKind.TLS_OTHER_KEY);

    static Stream<BrokenFile> cases() {
        return RESOURCES.stream().flatMap(resource -> BrokenFile.cases(resource).stream());
    }

    private static StationFile.Result parse(String toml) {
        return StationFile.parse("f", toml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void brokenFileGivesExactlyItsFaults(BrokenFile broken) {
        StationFile.Result result = parse(broken.toml());
        Set<Integer> met = new TreeSet<>();
        for (BrokenFile.Expected expected : broken.expected()) {
            Spot spot = requireNonNull(broken.marks().get(expected.mark()), "a mark for " + expected);
            String prefix = "f:" + spot.line() + ":" + spot.column() + ": ";
            boolean there = result.faults().stream()
                    .map(fault -> fault.render(expected.lang()))
                    .anyMatch(line -> line.startsWith(prefix) && expected.matches(line.substring(prefix.length())));
            if (!there) {
                fail("expected " + prefix + expected.message() + "\nbut got\n" + all(result, expected.lang()));
            }
            met.add(expected.mark());
        }
        assertEquals(met.size(), result.faults().size(), () -> "more or fewer faults:\n" + all(result, Lang.EN));
        boolean fatal = result.faults().stream().anyMatch(fault -> !fault.warning());
        assertEquals(fatal, result.loaded() == null, "a file with a fault isn't loaded, one with warnings is");
    }

    private static String all(StationFile.Result result, Lang lang) {
        List<String> lines = new ArrayList<>();
        result.faults().forEach(fault -> lines.add(fault.render(lang)));
        return String.join("\n", lines);
    }

    @Test
    void everyKindOfFaultHasItsCase() {
        Set<FaultKind> missing = EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE));
        cases().forEach(broken -> parse(broken.toml()).faults().forEach(fault -> missing.remove(fault.kind())));
        assertTrue(missing.isEmpty(), () -> "no broken file shows " + missing);
    }

    @Test
    void everyMessageHasNoPlaceLeftEmpty() {
        cases().forEach(broken -> parse(broken.toml()).faults().forEach(fault -> {
            for (Lang lang : Lang.values()) {
                assertTrue(!fault.render(lang).matches(".*\\{[0-9]}.*"), () -> fault.render(lang));
            }
        }));
    }

    @Test
    void baseItselfHasNoFault() {
        assertEquals("", all(parse(BrokenFile.resource("base.toml")), Lang.EN));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String toml = BrokenFile.resource("base.toml")
                .replace("scan_hz = 10", "scan_hz = 0")
                .replace("span = [0, 60]", "span = [60, 0]")
                .replace("running = \"XS-301\"", "running = \"XS-302\"")
                .replace("agent_starting = \"blocked\"", "agent_starting = \"permitted\"")
                .replace("priority = \"medium\"", "priority = \"urgent\"");
        List<FaultKind> kinds = parse(toml).faults().stream().map(Fault::kind).toList();
        assertEquals(
                List.of(
                        FaultKind.OUT_OF_RANGE,
                        FaultKind.SPAN_ORDER,
                        FaultKind.UNKNOWN_TAG,
                        FaultKind.GRANTED_AT_START,
                        FaultKind.BAD_WORD),
                kinds);
    }
}
