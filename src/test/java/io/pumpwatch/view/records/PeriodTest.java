package io.pumpwatch.view.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the days of a report are called in the name of its file. */
class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-10, , 2026-10",
        "2026, , 2026",
        "2024-02, 2024-02-29, 2024-02",
        "2026-10-05, , 2026-10-05",
        "2026-10-05, 2026-10-12, 2026-10-05_2026-10-12",
        "2026-01, 2026-02, 2026-01-01_2026-02-28"
    })
    void theFileIsNamedAfterItsDays(String from, String to, String name) {
        assertEquals(
                name, Period.of("rules", from, to, LocalDate.of(2026, 11, 26)).name());
    }
}
