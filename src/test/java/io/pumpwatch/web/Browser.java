package io.pumpwatch.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window, in a language and of a width. */
final class Browser implements AutoCloseable {
    static final int PHONE = 390;
    static final int DESKTOP = 1280;
    private static final int HEIGHT = 900;
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;
    private final String base;

    private Browser(ChromeDriver driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    /** Language and width of a window: each once, and with {@code -DallWindows=true} in every pair. */
    static Stream<Arguments> windows() {
        Stream<Arguments> each = Stream.of(arguments("en", PHONE), arguments("zh", DESKTOP));
        Stream<Arguments> others = Stream.of(arguments("zh", PHONE), arguments("en", DESKTOP));
        return Boolean.getBoolean("allWindows") ? Stream.concat(each, others) : each;
    }

    /** The page as it comes out of a printer, its paper as the page itself asks for. */
    byte[] print() {
        Object data = driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
                .get("data");
        return Base64.getDecoder().decode(Objects.toString(data));
    }

    static Browser open(int port, String lang, int width) {
        boolean there = Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER);
        if (!Boolean.getBoolean("pumpwatch.requireAll")) {
            assumeTrue(there, "chromium and chromium-driver aren't installed");
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--lang=" + lang,
                "--accept-lang=" + lang);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", lang));
        if (width < DESKTOP) {
            // A window has a least width; a phone is narrower.
            options.setExperimentalOption(
                    "mobileEmulation",
                    Map.of("deviceMetrics", Map.of("width", width, "height", HEIGHT, "pixelRatio", 1.0)));
        }
        // The driver's place is given, so that nothing is looked for on the network.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(Math.max(width, 500), HEIGHT));
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
        return new Browser(driver, "http://127.0.0.1:" + port);
    }

    void go(String path) {
        driver.get(base + path);
    }

    void reload() {
        driver.navigate().refresh();
    }

    String path() {
        return Objects.requireNonNull(driver.getCurrentUrl()).substring(base.length());
    }

    /** Waits until it is on the page and can be seen. */
    WebElement see(String css) {
        return waiting().until(d -> {
            List<WebElement> found = d.findElements(By.cssSelector(css));
            return found.stream().filter(WebElement::isDisplayed).findFirst().orElse(null);
        });
    }

    /** Waits until the page says that somewhere. */
    void reads(String css, String text) {
        waiting()
                .withMessage(() -> css + " says " + text(css) + " and not " + text)
                .until(d -> text(css).contains(text));
    }

    /** Waits until the page no longer says that. */
    void readsNot(String css, String text) {
        waiting()
                .withMessage(() -> css + " still says " + text)
                .until(d -> !text(css).contains(text));
    }

    String text(String css) {
        StringBuilder all = new StringBuilder();
        for (WebElement each : driver.findElements(By.cssSelector(css))) {
            all.append(each.getText()).append('\n');
        }
        return all.toString();
    }

    private WebDriverWait waiting() {
        WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(50));
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    void press(String css) {
        WebElement found = see(css);
        run("arguments[0].scrollIntoView({block:'center', behavior:'instant'})", found);
        found.click();
    }

    /** Fills in the form of an act and sends it. */
    void act(String verb, String... namesAndValues) {
        String form = "form[data-act='" + verb + "']";
        waiting().until(d -> !d.findElements(By.cssSelector(form)).isEmpty());
        WebElement shown = driver.findElement(By.cssSelector(form));
        run("arguments[0].closest('details').open = true", shown);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            WebElement field = see(form + " [name='" + namesAndValues[i] + "']");
            if (Objects.equals(field.getTagName(), "select")) {
                run("arguments[0].value = arguments[1]", field, namesAndValues[i + 1]);
            } else if ("datetime-local".equals(field.getAttribute("type"))) {
                run("arguments[0].value = arguments[1]", field, namesAndValues[i + 1]);
            } else if ("checkbox".equals(field.getAttribute("type"))) {
                field.click();
            } else {
                field.clear();
                field.sendKeys(namesAndValues[i + 1]);
            }
        }
        press(form + " button[type=submit]");
    }

    void type(String css, String text) {
        WebElement field = see(css);
        field.clear();
        field.sendKeys(text);
    }

    @Nullable
    Object run(String script, Object... args) {
        return ((JavascriptExecutor) driver).executeScript(script, args);
    }

    /** Waits until a script, or what it promises, says true. */
    void until(String script) {
        waiting().withMessage(() -> script).until(d -> Boolean.TRUE.equals(run(script)));
    }

    /** Cuts the connection of this browser, or mends it. */
    void offline(boolean is) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", is, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** What axe finds, in short. */
    List<String> violations() throws IOException {
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
                + ".then(r => done(JSON.stringify(r.violations.map(v => v.id + ': ' + v.help + ' at '"
                + " + v.nodes.map(n => n.html).join(' | ').slice(0, 400)))));");
        List<String> all = new ArrayList<>();
        JSON.std.listFrom(String.valueOf(found)).forEach(each -> all.add(String.valueOf(each)));
        return all;
    }

    /** Whether something is wider than the page. */
    boolean overflows() {
        return Boolean.TRUE.equals(run("return document.documentElement.scrollWidth > window.innerWidth + 1"));
    }

    /** What the browser complained of. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .filter(line -> line.contains("SEVERE"))
                .toList();
    }

    /** Whether any of these can be seen. */
    boolean shown(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Shows the page as it is on paper, or as on a screen again. */
    void onPaper(boolean paper) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : ""));
    }

    /** A picture of the window, for people to look at. */
    void picture(String name) throws IOException {
        keep(name + ".png", driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What people look at afterwards, in the folder of {@code -Dpumpwatch.screens}. */
    void keep(String name, byte[] bytes) throws IOException {
        String folder = System.getProperty("pumpwatch.screens", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, name), bytes);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
