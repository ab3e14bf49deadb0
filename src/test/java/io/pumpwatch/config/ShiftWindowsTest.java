package io.pumpwatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.rounds.Schedule.Daily;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The checks of the emulsion pump before and after each shift (E6) go with the shifts' times. */
class ShiftWindowsTest {
    private static final String OWN = """
            [sheet.pre-shift]
            name = { en = "Before", zh = "班前" }
            rule = "E6"
            roles = ["operator"]
            %s
            item = [{ id = "pump", text = { en = "Pump", zh = "泵" } }]
            """;

    private static StationFile.Result read(String from, String to, String more) throws IOException {
        String text = Files.readString(Path.of("config/emulsion.toml"));
        assertTrue(text.contains(from), from);
        return StationFile.parse("f", (text.replace(from, to) + more).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> windows(StationFile.Result result, String sheet) {
        Loaded loaded =
                Objects.requireNonNull(result.loaded(), () -> result.faults().toString());
        Daily daily = assertInstanceOf(
                Daily.class,
                Objects.requireNonNull(loaded.plan().rounds().sheet(sheet)).schedule());
        return daily.windows().stream()
                .map(each -> each.id() + " " + each.from() + "-" + each.to() + " " + each.graceMs() / 60_000)
                .toList();
    }

    @Test
    void theUsualOnesFollowTheShiftsOfTheFile() throws IOException {
        StationFile.Result usual = read("", "", "");
        assertEquals(
                List.of("day 07:30-08:30 60", "evening 15:30-16:30 60", "night 23:30-00:30 60"),
                windows(usual, "pre-shift"));
        assertEquals(
                List.of("night 06:30-07:30 60", "day 14:30-15:30 60", "evening 22:30-23:30 60"),
                windows(usual, "post-shift"));
        StationFile.Result moved = read("begin = \"08:00\"", "begin = \"06:00\"", "");
        assertEquals("day 05:30-06:30 60", windows(moved, "pre-shift").get(0));
    }

    @Test
    void aFileMaySetItsOwnTimesOrTheirDistanceFromTheShift() throws IOException {
        String times = "window = [{ id = \"x\", from = \"07:00\", to = \"07:10\", grace = \"5 min\" }]";
        assertEquals(List.of("x 07:00-07:10 5"), windows(read("", "", OWN.formatted(times)), "pre-shift"));
        String distance = "shift = \"begin\"\nopens = \"10 min\"\nlasts = \"20 min\"\ngrace = \"0 s\"";
        assertEquals(
                List.of("day 07:50-08:10 0", "evening 15:50-16:10 0", "night 23:50-00:10 0"),
                windows(read("", "", OWN.formatted(distance)), "pre-shift"));
    }

    @Test
    void windowsThatWouldMeetAreCut() throws IOException {
        String closely = "shift = \"begin\"\nopens = \"0 s\"\nlasts = \"7 h\"\ngrace = \"4 h\"";
        assertEquals(
                List.of("night 00:00-07:00 60", "day 08:00-15:00 60", "evening 16:00-23:00 60"),
                windows(read("", "", OWN.formatted(closely)), "pre-shift"));
    }

    @Test
    void anotherWordIsAFault() throws IOException {
        StationFile.Result wrong = read("", "", OWN.formatted("shift = \"middle\""));
        assertTrue(
                wrong.faults().toString().contains("middle"),
                () -> wrong.faults().toString());
    }
}
