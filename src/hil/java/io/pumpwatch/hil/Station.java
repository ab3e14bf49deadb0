package io.pumpwatch.hil;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The station in a virtual Pi, seen as a person there sees it: by its HTTP side, its journal and its pins. */
final class Station {
    /** What takes a second here may take half a minute on a machine that does other things too. */
    static final Duration SOON = Duration.ofMinutes(2);

    static final Duration LONG = Duration.ofMinutes(10);

    static final int HORN = 5;
    static final int HEARTBEAT = 6;
    static final int FLOAT = 17;
    static final int RUNNING = 27;

    /** Of the package that is tested. */
    static final String VERSION =
            Path.of(System.getProperty("deb")).getFileName().toString().split("_", -1)[1];

    private static final String BEFORE = VERSION + "~before";
    private static final String JOURNAL = "/var/lib/pumpwatch/journal/*.log";

    private final Guest pi;

    private Station(Guest pi) {
        this.pi = pi;
    }

    /** Boots a machine with what the suite needs beside it, its sensors at rest, nothing installed. */
    static Station boot(Path folder) throws IOException, InterruptedException {
        Path before = Files.createDirectories(folder.resolve("before"));
        Process build = new ProcessBuilder("systemd/deb/build", "target/pumpwatch", BEFORE, before.toString())
                .inheritIO()
                .start();
        assertEquals(0, build.waitFor(), "building the package before");
        Station station = new Station(Guest.boot(
                folder,
                List.of(
                        Path.of(System.getProperty("deb")),
                        before.resolve("pumpwatch_" + BEFORE + "_arm64.deb"),
                        Path.of("src/hil/station/station.toml"))));
        station.rest();
        if (System.getProperty("hil.disk") != null) {
            station.untilWell();
        }
        return station;
    }

    Guest pi() {
        return pi;
    }

    /** Sensors of a quiet station; a machine that boots has them at 0. */
    void rest() throws IOException {
        pi.pin(FLOAT, false);
        pi.pin(RUNNING, true);
        pi.milliamps(0, 8);
        pi.milliamps(1, 12);
    }

    /** Installs that package with apt. */
    void install(String version) throws IOException {
        install(version, "on");
    }

    /** The same, with {@code archive} saying whether the class data archive is made, which takes most of the time. */
    void install(String version, String archive) throws IOException {
        pi.run(
                        "PUMPWATCH_ARCHIVE=" + archive
                                + " DEBIAN_FRONTEND=noninteractive apt-get install -y /mnt/pumpwatch_" + version
                                + "_arm64.deb",
                        LONG)
                .good();
        assertEquals(version, pi.run("dpkg-query -W -f '${Version}' pumpwatch").good());
    }

    /**
     * Gives it its station file, starts broker and agent, both at each boot too. Done when the file has proven itself:
     * so are stations found by whatever befalls them.
     */
    void commission() throws IOException {
        pi.run("install -m 640 -g pumpwatch /mnt/station.toml /etc/pumpwatch/station.toml")
                .good();
        pi.run("systemctl enable mosquitto; systemctl start mosquitto", SOON).good();
        pi.run("systemctl start pumpwatch", LONG).good();
        untilWell();
        pi.until("ls /var/lib/pumpwatch/station-file", "good.parsed");
    }

    void restart() throws IOException {
        pi.run("systemctl start pumpwatch", LONG).good();
        untilWell();
    }

    /** Until it scans and both loops are good. */
    void untilWell() {
        until("PT-301", "\"quality\":\"good\"");
        until("LT-301", "\"quality\":\"good\"");
    }

    String status() throws IOException {
        return pi.run("hil-get /api/v1/status").good();
    }

    String alarms() throws IOException {
        return pi.run("hil-get /api/v1/alarms").good();
    }

    /** Until the reading of that tag has these words. */
    void until(String tag, String words) {
        Pattern reading = Pattern.compile("\"tag\":\"" + tag + "\"[^}]*" + Pattern.quote(words));
        await(tag + " " + words)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsMatching(Guest::isAnswer)
                .until(() -> reading.matcher(status()).find());
    }

    /** Until the status has, or hasn't, what this pattern finds. */
    void untilStatus(String regex, boolean there) {
        Pattern pattern = Pattern.compile(regex);
        await(regex)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsMatching(Guest::isAnswer)
                .until(() -> pattern.matcher(status()).find() == there);
    }

    /** Until that alarm is among those that are annunciated, in that state. */
    void untilAlarm(String point, String state) {
        String words = "\"point\":\"" + point + "\",\"state\":\"" + state + "\"";
        await(words)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsMatching(Guest::isAnswer)
                .until(() -> alarms().contains(words));
    }

    /** How many entries of the journal have these words. */
    int entries(String words) throws IOException {
        return Integer.parseInt(pi.run("cat " + JOURNAL + " | grep -c -- '" + words + "' || true")
                .good()
                .strip());
    }

    /** Until the journal has more than so many entries with these words. */
    void untilEntries(String words, int moreThan) {
        await(words).atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> entries(words) > moreThan);
    }

    long number(String name) throws IOException {
        String status = status();
        Matcher found = Pattern.compile("\"" + name + "\":([0-9]+)").matcher(status);
        assertEquals(true, found.find(), status);
        return Long.parseLong(found.group(1));
    }

    /** All records, proven from the first to the last. */
    void verify() throws IOException {
        pi.run("runuser -u pumpwatch -- pumpwatch verify --data /var/lib/pumpwatch", LONG)
                .good();
    }

    String unit(String property) throws IOException {
        return pi.run("systemctl show -P " + property + " pumpwatch").good().strip();
    }

    /** Stops it in good order; how long that took, in ms. */
    long stop() throws IOException {
        String times = pi.run("date +%s%3N; systemctl stop pumpwatch; date +%s%3N", SOON)
                .good();
        String[] lines = times.strip().split("\n", -1);
        return Long.parseLong(lines[1]) - Long.parseLong(lines[0]);
    }

    /** Seconds from the start of the guest's userspace to the first scan; the unit is ready after that. */
    double firstScanSeconds() throws IOException {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> unit("ActiveState").equals("active"));
        long ready = Long.parseLong(unit("ActiveEnterTimestampMonotonic"));
        long userspace = Long.parseLong(
                pi.run("systemctl show -P UserspaceTimestampMonotonic").good().strip());
        return (ready - userspace) / 1e6;
    }
}
