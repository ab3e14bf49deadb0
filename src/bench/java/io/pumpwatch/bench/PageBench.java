package io.pumpwatch.bench;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.journal.JournalSettings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Bytes that a browser with an empty cache moves until the live board of 16 values and more is drawn, beside a
 * Node-RED dashboard of 16 gauges. What comes over the stream or the web socket afterwards counts for neither.
 */
public final class PageBench {
    private static final int GAUGES = 16;

    private PageBench() {}

    private record Page(long bytes, double paintMs) {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("page-bench");
        Page ours = pumpwatch(folder.resolve("agent"));
        print("pumpwatch, live board", ours);
        Page peer = nodeRed(folder.resolve("red"));
        print("Node-RED dashboard", peer);
        System.out.printf(
                "pumpwatch / Node-RED dashboard: bytes %.3f (goal 0.25), first paint %.2f%n",
                (double) ours.bytes() / peer.bytes(), ours.paintMs() / peer.paintMs());
        System.exit(0);
    }

    private static Page pumpwatch(Path folder) throws IOException {
        byte[] text = Files.readString(Path.of("config/full.toml")).getBytes(StandardCharsets.UTF_8);
        StationFile.Result read = StationFile.parse("bench.toml", text);
        Loaded loaded = read.loaded();
        if (loaded == null) {
            throw new IOException(read.faults().toString());
        }
        AgentOptions options = new AgentOptions(
                loaded, folder, new BenchField(loaded.plan()), 0, null, "bench", null, JournalSettings.STANDARD);
        try (RunningAgent agent = RunningAgent.start(options)) {
            return look("http://127.0.0.1:" + agent.port() + "/", "#b-bars, .bars");
        }
    }

    private static Page nodeRed(Path folder) throws Exception {
        List<String> nodes = new ArrayList<>(List.of(
                "{\"id\":\"d-base\",\"type\":\"ui-base\",\"name\":\"board\",\"path\":\"/dashboard\"}",
                "{\"id\":\"d-theme\",\"type\":\"ui-theme\",\"name\":\"Plain\",\"colors\":{\"surface\":\"#ffffff\","
                        + "\"primary\":\"#0094ce\",\"bgPage\":\"#eeeeee\",\"groupBg\":\"#ffffff\","
                        + "\"groupOutline\":\"#cccccc\"},\"sizes\":{\"pagePadding\":\"12px\",\"groupGap\":\"12px\","
                        + "\"groupBorderRadius\":\"4px\",\"widgetGap\":\"12px\"}}",
                "{\"id\":\"d-page\",\"type\":\"ui-page\",\"name\":\"Board\",\"ui\":\"d-base\",\"path\":\"/board\","
                        + "\"icon\":\"home\",\"layout\":\"grid\",\"theme\":\"d-theme\",\"order\":1,\"visible\":true}",
                "{\"id\":\"d-group\",\"type\":\"ui-group\",\"name\":\"Station\",\"page\":\"d-page\",\"width\":\"12\","
                        + "\"height\":\"1\",\"order\":1,\"showTitle\":true,\"visible\":true}"));
        for (int i = 0; i < GAUGES; i++) {
            nodes.add("{\"id\":\"g" + i + "\",\"z\":\"t\",\"type\":\"ui-gauge\",\"name\":\"PT-" + i + "\","
                    + "\"group\":\"d-group\",\"order\":" + i + ",\"width\":3,\"height\":3,\"gtype\":\"gauge-half\","
                    + "\"gstyle\":\"needle\",\"title\":\"PT-" + i + "\",\"min\":0,\"max\":60,\"segments\":[],"
                    + "\"wires\":[]}");
            nodes.add("{\"id\":\"i" + i + "\",\"z\":\"t\",\"type\":\"inject\",\"props\":[{\"p\":\"payload\"}],"
                    + "\"repeat\":\"1\",\"once\":true,\"onceDelay\":\"0.1\",\"payload\":\"33\",\"payloadType\":\"num\","
                    + "\"wires\":[[\"g" + i + "\"]]}");
        }
        ProcessBuilder command = NodeRed.command(folder, nodes);
        String port = command.command().get(command.command().indexOf("-p") + 1);
        Process process = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            return look("http://127.0.0.1:" + port + "/dashboard/board", ".nrdb-ui-gauge, [class*=gauge]");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Asks until something is drawn where the values are: a server may still be starting. */
    private static Page look(String url, String drawn) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        try {
            new WebDriverWait(driver, Duration.ofSeconds(60), Duration.ofMillis(500))
                    .ignoring(WebDriverException.class)
                    .until(d -> {
                        d.get(url);
                        return !d.findElements(By.cssSelector("link[rel=stylesheet], script"))
                                        .isEmpty()
                                && Objects.requireNonNull(d.getPageSource()).contains("</head>");
                    });
            driver.executeCdpCommand("Network.enable", Map.of());
            driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
            driver.get(url);
            new WebDriverWait(driver, Duration.ofSeconds(30))
                    .until(d -> !d.findElements(By.cssSelector(drawn)).isEmpty());
            Object bytes = driver.executeScript("const all = [...performance.getEntriesByType('navigation'),"
                    + "...performance.getEntriesByType('resource')];"
                    + "return all.reduce((sum, e) => sum + e.transferSize, 0)");
            Object paint = driver.executeScript(
                    "return Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)");
            return new Page(
                    ((Number) Objects.requireNonNull(bytes)).longValue(),
                    ((Number) Objects.requireNonNull(paint)).doubleValue());
        } finally {
            driver.quit();
        }
    }

    private static void print(String what, Page page) {
        System.out.printf("%-24s %,d bytes moved, first paint after %.0f ms%n", what, page.bytes(), page.paintMs());
    }
}
