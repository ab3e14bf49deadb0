package io.pumpwatch.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.pumpwatch.alarms.Life.Cue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table typed from the standards page, row by row. */
class LifeTest {
    private record Row(Life from, Cue cue, Life plain, Life latching) {}

    @Test
    void everyPairGoesWhereTheStandardsPageSays() throws IOException {
        for (Row row : rows()) {
            assertEquals(row.plain(), row.from().after(row.cue(), false), row + ", not latching");
            assertEquals(row.latching(), row.from().after(row.cue(), true), row + ", latching");
        }
    }

    @Test
    void theTableHasEveryPairOnce() throws IOException {
        Set<String> pairs = new HashSet<>();
        for (Row row : rows()) {
            pairs.add(row.from() + " " + row.cue());
        }
        assertEquals(Life.values().length * Cue.values().length, pairs.size());
        assertEquals(pairs.size(), rows().size());
    }

    private static List<Row> rows() throws IOException {
        try (InputStream in = LifeTest.class.getResourceAsStream("life.txt")) {
            assertNotNull(in);
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LifeTest::row)
                    .toList();
        }
    }

    private static Row row(String line) {
        String[] cells = line.trim().split("\\s+", -1);
        Life from = Life.valueOf(cells[0]);
        return new Row(from, Cue.valueOf(cells[1]), to(from, cells[2]), to(from, cells[3]));
    }

    private static Life to(Life from, String cell) {
        return cell.equals("-") ? from : Life.valueOf(cell);
    }
}
