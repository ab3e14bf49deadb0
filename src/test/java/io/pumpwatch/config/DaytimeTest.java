package io.pumpwatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of day in station files. */
class DaytimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"00:00", "06:05", "19:59", "23:59", "08:00:00", "23:59:59", "08:00:00.5"})
    void aTimeIsReadAsTheLibraryDoes(String text) {
        assertEquals(LocalTime.parse(text), Daytime.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "6:00", "24:00", "12:60", "12", "12:00 ", "12:00:60", "1２:00", "noon", "12.00"})
    void anythingElseIsNone(String text) {
        assertNull(Daytime.of(text));
        assertNull(Daytime.toTheMinute(text));
    }

    /** Windows of sheets are written to the minute, as always. */
    @ParameterizedTest
    @ValueSource(strings = {"06:00:00", "06:00:30", "06:00:00.5"})
    void secondsAreNoTimeToTheMinute(String text) {
        assertNull(Daytime.toTheMinute(text));
    }
}
