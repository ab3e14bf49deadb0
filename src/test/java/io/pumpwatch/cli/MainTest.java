package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.config.WebSettings;
import io.pumpwatch.console.AgentHttp;
import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Lang lang, String... args) {
        return Main.run(lang, new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void theCommandLineLooksWhereAStationListens() {
        assertEquals("http://127.0.0.1:" + WebSettings.PORT, AgentHttp.DEFAULT_URL);
        for (String file : List.of("emulsion", "drainage", "full", "hardware")) {
            Loaded loaded = Objects.requireNonNull(
                    StationFile.read(Path.of("config", file + ".toml")).loaded(), file);
            assertEquals(WebSettings.PORT, loaded.web().port(), file);
        }
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
    void aServiceNeedsTheFoldersThatSystemdNames() {
        assertEquals(Main.EXIT_USAGE, run(Lang.EN, "service"));
        assertTrue(err.toString().contains("CONFIGURATION_DIRECTORY"), err::toString);
        assertEquals(Main.EXIT_USAGE, run(Lang.ZH, "service"));
        assertTrue(err.toString().contains("手动运行请用：pumpwatch run"), err::toString);
    }

    @Test
    void anUnknownWordIsRefusedWithoutATrace() {
        assertEquals(Main.EXIT_USAGE, run(Lang.EN, "nonsense"));
        assertTrue(err.toString().contains("nonsense"), err::toString);
        assertTrue(err.toString().contains("See: pumpwatch --help"), err::toString);
        assertEquals(-1, err.toString().indexOf("\tat "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--approve Zhang                                              | --by NAME",
                "--approve Zhang --by Li                                      | site/station/visitor",
                "--approve m/s/Zhang --by Li                                  | --until",
                "--approve m/s/Zhang --by Li --until tomorrow                 | tomorrow",
                "--approve m/s/Zhang --by Li --until 2026-12-31               | --reason TEXT",
                "--revoke m/s/ --by Li                                        | site/station/visitor",
                "--seen m/s/nonsense                                          | PT-101.HH",
            })
    void dispatchIsToldWhatItsCommandLacks(String options, String words) {
        List<String> args = new ArrayList<>(List.of("dispatch", "--broker", "127.0.0.1:1", "--memory", memory()));
        args.addAll(List.of(options.split(" ")));
        assertEquals(Main.EXIT_USAGE, run(Lang.EN, args.toArray(String[]::new)));
        assertTrue(err.toString().contains(words), err::toString);
    }

    @Test
    void keysAreMadeWithoutABroker() throws IOException {
        assertEquals(Main.EXIT_USAGE, run(Lang.EN, "dispatch"));
        assertTrue(err.toString().contains("--broker"), err::toString);
        assertEquals(0, run(Lang.EN, "dispatch", "keygen", "--help"));
        assertEquals(0, run(Lang.EN, "dispatch", "keygen", "desk-1", "--folder", folder.toString()));
        String key = Files.readString(folder.resolve("desk-1.pub")).strip();
        assertTrue(out.toString().contains(key), out::toString);
    }

    private String memory() {
        return folder.resolve("memory").toString();
    }

    @Test
    void theFirstLocaleThatIsSetCounts() {
        assertEquals("zh_CN.UTF-8", Main.posixLocale(Map.of("LC_ALL", "zh_CN.UTF-8", "LANG", "C")));
        assertEquals("zh_TW", Main.posixLocale(Map.of("LC_ALL", "", "LC_MESSAGES", "zh_TW", "LANG", "C")));
        assertEquals("", Main.posixLocale(Map.of()));
    }
}
