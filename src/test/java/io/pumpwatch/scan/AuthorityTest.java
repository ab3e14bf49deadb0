package io.pumpwatch.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.rounds.RoundsCommand;
import io.pumpwatch.station.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may do what, against the domain page's table typed as text. */
class AuthorityTest {
    private static final Map<String, Set<Role>> COLUMNS = Map.of(
            "operator", Set.of(Role.OPERATOR),
            "fitter", Set.of(Role.STATION_FITTER, Role.MINING_FITTER),
            "technician", Set.of(Role.TECHNICIAN),
            "leader", Set.of(Role.SHIFT_LEADER),
            "chief", Set.of(Role.CHIEF),
            "inspector", Set.of(Role.INSPECTOR),
            "dispatch", Set.of(Role.DISPATCH));

    @Test
    void theTableIsThatOfTheDomainPage() throws IOException {
        Map<String, Set<Role>> typed = typed();
        assertEquals(new TreeMap<>(typed), new TreeMap<>(Authority.table()));
    }

    @Test
    void everyCommandHasARow() throws IOException {
        Set<String> commands = new TreeSet<>(Set.of("Load"));
        List.of(AlarmCommand.class, InterlockCommand.class, DutyCommand.class, RoundsCommand.class)
                .forEach(family -> collect(family, commands));
        assertEquals(commands, new TreeSet<>(typed().keySet()));
    }

    private static void collect(Class<?> family, Set<String> commands) {
        for (Class<?> each : family.getPermittedSubclasses()) {
            if (each.isInterface()) {
                collect(each, commands);
            } else {
                commands.add(each.getSimpleName());
            }
        }
    }

    private static Map<String, Set<Role>> typed() throws IOException {
        List<String> lines = Files.readString(Path.of("src/test/resources/io/pumpwatch/scan/authority.txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> columns = cells(lines.get(0));
        Map<String, Set<Role>> rows = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (int i = 2; i < columns.size(); i++) {
                if (cells.get(i).equals("yes")) {
                    roles.addAll(COLUMNS.getOrDefault(columns.get(i), Set.of()));
                }
            }
            assertEquals(roles.isEmpty(), cells.get(1).equals("yes"), "anybody or somebody: " + line);
            rows.put(cells.get(0), roles);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return new ArrayList<>(
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
    }
}
