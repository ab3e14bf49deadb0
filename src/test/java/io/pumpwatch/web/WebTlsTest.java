package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.testing.Programs;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On any address but this machine's own nothing goes in the clear, and nobody reads more than lamps without a PIN. */
@Timeout(60)
class WebTlsTest {
    @TempDir
    Path folder;

    private WebSettings.Tls files() throws IOException, InterruptedException {
        String openssl = Programs.require("openssl", "apt-get install openssl").toString();
        ProcessBuilder make = new ProcessBuilder(
                openssl,
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=station",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                "web.key",
                "-out",
                "web.crt");
        Process made = make.directory(folder.toFile()).redirectErrorStream(true).start();
        made.getInputStream().readAllBytes();
        assertEquals(0, made.waitFor());
        return new WebSettings.Tls(folder.resolve("web.crt"), folder.resolve("web.key"));
    }

    private HttpClient trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = new FileInputStream(certificate.toFile())) {
            store.setCertificateEntry(
                    "web", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Test
    void othersAreServedEncryptedAndReadOnlyTheLampsUnlessTheySignIn()
            throws IOException, InterruptedException, GeneralSecurityException {
        WebSettings.Tls tls = files();
        WebSettings settings = new WebSettings("0.0.0.0", 0, tls, false);
        try (WebServer server = WebServer.start(settings, new TestStation(true), "1")) {
            HttpClient client = trusting(tls.certificate());
            String base = "https://127.0.0.1:" + server.port();
            for (String open : new String[] {"/", "/alarms", "/sign-in", "/api/v1/status", "/api/v1/alarms"}) {
                assertEquals(200, get(client, base + open).statusCode(), open);
            }
            for (String closed :
                    new String[] {"people", "records?kind=rules", "events", "journal.jsonl", "evidence", "export"}) {
                HttpResponse<String> answer = get(client, base + "/api/v1/" + closed);
                assertEquals(401, answer.statusCode(), closed);
                assertTrue(answer.body().contains("session.needed"), answer::body);
            }
            assertEquals(303, get(client, base + "/people").statusCode());
            HttpResponse<String> in = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/v1/session"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"person\":\"op-1\",\"pin\":\"1234\"}"))
                            .build(),
                    BodyHandlers.ofString());
            String cookie = in.headers().firstValue("set-cookie").orElse("");
            assertTrue(cookie.contains("; secure") || cookie.contains("; Secure"), cookie);
            HttpRequest people = HttpRequest.newBuilder(URI.create(base + "/api/v1/people"))
                    .header("Cookie", cookie.split(";", -1)[0])
                    .build();
            assertEquals(200, client.send(people, BodyHandlers.ofString()).statusCode());
        }
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    @Test
    void nothingGoesInTheClearUnlessTheStationFileSaysSo() throws IOException {
        TestStation station = new TestStation(true);
        IOException refused =
                assertThrows(IOException.class, () -> WebServer.start(new WebSettings("0.0.0.0", 0), station, "1"));
        assertTrue(refused.toString().contains("0.0.0.0"), refused::toString);
        WebServer.start(new WebSettings("0.0.0.0", 0, null, true), station, "1").close();
    }

    @Test
    void filesThatAreNoneAreNamed() throws IOException, InterruptedException {
        WebSettings.Tls good = files();
        Path bad = Files.writeString(folder.resolve("bad.pem"), "nothing");
        for (WebSettings.Tls tls : new WebSettings.Tls[] {
            new WebSettings.Tls(bad, good.key()),
            new WebSettings.Tls(good.certificate(), bad),
            new WebSettings.Tls(good.certificate(), folder.resolve("none"))
        }) {
            IOException refused = assertThrows(
                    IOException.class,
                    () -> WebServer.start(new WebSettings("127.0.0.1", 0, tls, false), new TestStation(false), "1"));
            assertTrue(
                    refused.toString().contains("bad.pem") || refused.toString().contains("none"), refused::toString);
        }
    }
}
