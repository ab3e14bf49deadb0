package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Lang lang, String... args) {
        return Main.run(lang, new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void helpSpeaksBothLanguages() {
        assertEquals(0, run(Lang.EN, "--help"));
        assertTrue(out.toString().contains("Watches a pump station"), out::toString);
        assertEquals(0, run(Lang.ZH, "--help"));
        assertTrue(out.toString().contains("监视泵站"), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void versionIsPrinted() {
        assertEquals(0, run(Lang.EN, "--version"));
        assertEquals("pumpwatch development", out.toString().strip());
    }

    @Test
    void nothingAskedShowsTheHelpAsAnError() {
        assertEquals(Main.EXIT_USAGE, run(Lang.EN));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("Usage: pumpwatch"), err::toString);
    }

    @Test
    void anUnknownWordIsRefusedWithoutATrace() {
        assertEquals(Main.EXIT_USAGE, run(Lang.EN, "nonsense"));
        assertTrue(err.toString().contains("nonsense"), err::toString);
        assertTrue(err.toString().contains("See: pumpwatch --help"), err::toString);
        assertEquals(-1, err.toString().indexOf("\tat "));
    }

    @Test
    void theFirstLocaleThatIsSetCounts() {
        assertEquals("zh_CN.UTF-8", Main.posixLocale(Map.of("LC_ALL", "zh_CN.UTF-8", "LANG", "C")));
        assertEquals("zh_TW", Main.posixLocale(Map.of("LC_ALL", "", "LC_MESSAGES", "zh_TW", "LANG", "C")));
        assertEquals("", Main.posixLocale(Map.of()));
    }
}
