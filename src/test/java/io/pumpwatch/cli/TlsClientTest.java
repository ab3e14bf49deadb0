package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.app.SystemClock;
import io.pumpwatch.station.Lang;
import io.pumpwatch.web.OwnCertificate;
import io.pumpwatch.web.WebServer;
import io.pumpwatch.web.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line off the station's own machine: a certificate, whose it believes, and who asks. */
@Timeout(60)
class TlsClientTest extends ClientRig {
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    private WebServer encrypted;
    private Path cert;

    @BeforeEach
    void encrypt() throws IOException {
        assertEquals(0, Main.run(Lang.EN, nowhere(), nowhere(), "tls-certificate", "--out", folder + "/tls"));
        cert = folder.resolve("tls/cert.pem");
        WebSettings.Tls tls = new WebSettings.Tls(cert, folder.resolve("tls/key.pem"));
        encrypted = WebServer.start(new WebSettings("0.0.0.0", 0, tls, false), station, "1.2.3");
        env.put("PUMPWATCH_URL", "https://127.0.0.1:" + encrypted.port());
    }

    @AfterEach
    void end() {
        encrypted.close();
    }

    private static java.io.PrintWriter nowhere() {
        return new java.io.PrintWriter(java.io.Writer.nullWriter());
    }

    @Test
    void theStationsOwnCertificateIsBelievedWhereItIsNamedAndNowhereElse() throws IOException {
        assertEquals(Exit.UNREACHABLE, run(Lang.EN, "status"));
        assertEquals(Exit.DONE, run(Lang.EN, "status", "--ca", cert.toString()));
        env.put("PUMPWATCH_CA", cert.toString());
        assertEquals(Exit.DONE, run(Lang.EN, "status"));
        // Under a name that isn't in it, such as an address that the station got later: it is the same to the last bit.
        env.put("PUMPWATCH_URL", "https://127.0.0.2:" + encrypted.port());
        assertEquals(Exit.DONE, run(Lang.EN, "status"));
        OwnCertificate other = OwnCertificate.make(
                List.of("127.0.0.1"), new SystemClock().now().utcMs(), 30);
        Path others = Files.writeString(folder.resolve("other.pem"), other.certificate());
        assertEquals(Exit.UNREACHABLE, run(Lang.EN, "status", "--ca", others.toString()));
        assertEquals(
                Exit.USAGE,
                run(Lang.EN, "status", "--ca", folder.resolve("none.pem").toString()));
        assertTrue(err.toString().contains("none.pem") && err.toString().contains("no such file"), err::toString);
        Files.writeString(others, "nothing");
        assertEquals(Exit.USAGE, run(Lang.ZH, "status", "--ca", others.toString()));
        assertTrue(err.toString().contains("other.pem") && err.toString().contains("cert.pem"), err::toString);
    }

    @Test
    void whoReadsMoreThanTheLampsSignsIn() {
        env.put("PUMPWATCH_CA", cert.toString());
        assertEquals(Exit.NOT_ALLOWED, run(Lang.EN, "person", "list"));
        assertTrue(err.toString().contains("--person"), err::toString);
        assertEquals(Exit.DONE, run(Lang.EN, "person", "list", "--person", "op-1"));
        assertTrue(out.toString().contains("王伟"), out::toString);
        assertEquals(Exit.NOT_ALLOWED, run(Lang.EN, "person", "list", "--person", "op-1", "--pin", "0000"));
        assertEquals(Exit.DONE, run(Lang.EN, "present", "--person", "op-1"));
        assertEquals("", err.toString(), "nothing went in the clear");
    }

    @Test
    void aCertificateIsMadeOnceAndItsKeyIsPrivate() throws IOException {
        Path key = folder.resolve("tls/key.pem");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        String before = Files.readString(key);
        assertEquals(
                Exit.REFUSED, Main.run(Lang.EN, nowhere(), nowhere(), "tls-certificate", "--out", folder + "/tls"));
        assertEquals(before, Files.readString(key));
    }

    private String check(OwnCertificate made, String cert, String key) throws IOException {
        Files.writeString(folder.resolve("c.pem"), made.certificate());
        Files.writeString(folder.resolve("k.pem"), made.key());
        String file = Files.readString(Path.of("config/emulsion.toml")).replaceAll("(?s)\\[web\\].*?(?=\\n\\[|$)", "")
                + "\n[web]\nhttp = \"tls\"\ncert_file = \"" + folder.resolve(cert) + "\"\nkey_file = \""
                + folder.resolve(key) + "\"\n";
        Path station = Files.writeString(folder.resolve("station.toml"), file);
        java.io.StringWriter said = new java.io.StringWriter();
        int exit =
                Main.run(Lang.EN, new java.io.PrintWriter(said, true), nowhere(), "check-config", station.toString());
        int line = (int) file.substring(0, file.indexOf("cert_file = \"" + folder))
                        .lines()
                        .count()
                + 1;
        return exit + " "
                + said.toString()
                        .replace("station.toml:" + line + ":", "station.toml:CERT:")
                        .replace("station.toml:" + (line + 1) + ":", "station.toml:KEY:");
    }

    @Test
    void checkConfigReadsTheFilesAndNamesWhatIsWrongWithThem() throws IOException {
        long now = new SystemClock().now().utcMs();
        List<String> names = List.of("station-1");
        OwnCertificate good = OwnCertificate.make(names, now, 365);
        Files.writeString(
                folder.resolve("other.pem"),
                OwnCertificate.make(names, now, 365).key());
        Files.writeString(folder.resolve("bad.pem"), "nothing");
        String fine = check(good, "c.pem", "k.pem");
        assertTrue(fine.startsWith("0 ") && !fine.contains("web."), fine);
        for (String[] row : new String[][] {
            {"none.pem", "k.pem", "CERT", "web.cert_file", "warning: web.cert_file: there is no file"},
            {"c.pem", "none.pem", "KEY", "web.key_file", "warning: web.key_file: there is no file"},
            {"bad.pem", "k.pem", "CERT", "web.cert_file", "BEGIN CERTIFICATE"},
            {"c.pem", "bad.pem", "KEY", "web.key_file", "BEGIN PRIVATE KEY"},
            {"c.pem", "other.pem", "KEY", "web.key_file", "isn't the key of"}
        }) {
            String said = check(good, row[0], row[1]);
            String line = said.lines()
                    .filter(each -> each.contains(row[3]))
                    .findFirst()
                    .orElse(said);
            assertTrue(said.startsWith(line.contains("warning") ? "0 " : "1 "), said);
            assertTrue(line.contains("station.toml:" + row[2] + ":") && line.contains(row[4]), line);
        }
        String ended = check(OwnCertificate.make(names, now - 100 * DAY_MS, 99), "c.pem", "k.pem");
        assertTrue(ended.startsWith("1 ") && ended.contains("ended on"), ended);
        String soon = check(OwnCertificate.make(names, now, 20), "c.pem", "k.pem");
        assertTrue(soon.startsWith("0 ") && soon.contains("warning: web.cert_file") && soon.contains("ends on"), soon);
        String early = check(OwnCertificate.make(names, now + 10 * DAY_MS, 20), "c.pem", "k.pem");
        assertTrue(early.startsWith("1 ") && early.contains("holds only from"), early);
    }
}
