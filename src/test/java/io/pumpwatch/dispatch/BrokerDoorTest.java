package io.pumpwatch.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.LinkFault.Kind;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.testing.Ports;
import io.pumpwatch.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a station out of a real broker, and whether it is named. */
@Tag("broker")
class BrokerDoorTest {
    /** Proof is asked for after a second, not after half a minute. */
    private static final LinkTimes PROOF_SOON =
            new LinkTimes(50, 300, 600_000, 5_000, 5_000, 500, 300, 300, 1_500, 15_000, 2_000, 300_000);

    @TempDir
    private Path folder;

    private static List<Kind> faults(Link link) {
        return link.view().faults().stream().map(LinkFault::kind).toList();
    }

    private static void expectFault(Broker broker, Kind kind, LinkState state) throws Exception {
        try (Rig rig = new Rig()) {
            Link link = rig.startLink(broker, Receipts.REQUIRED);
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertEquals(List.of(kind), faults(link), rig::state));
            if (state == LinkState.FAULT) {
                assertEquals(LinkState.FAULT, link.view().state());
            }
            long told = rig.news.stream()
                    .filter(news -> news instanceof LinkNews.FaultBegan)
                    .count();
            assertEquals(1, told, "told once, not at each attempt");
        }
    }

    private static Broker tls(Mosquitto broker, String host, Path ca, Path cert, Path key) {
        // Two clients of one id would throw each other out for ever.
        return new Broker(host, broker.port(), true, "client-" + host, null, null, ca, cert, key);
    }

    @Test
    void tlsWithCaAndClientCertificate() throws Exception {
        TestCertificates certificates = new TestCertificates(folder.resolve("tls"));
        try (Mosquitto broker = new Mosquitto(
                folder,
                "allow_anonymous true",
                "cafile " + certificates.file("ca.crt"),
                "certfile " + certificates.file("broker.crt"),
                "keyfile " + certificates.file("broker.key"),
                "require_certificate true")) {
            Path ca = certificates.file("ca.crt");
            Path cert = certificates.file("client.crt");
            Path key = certificates.file("client.key");
            try (Rig rig = new Rig()) {
                rig.startDesk(tls(broker, "localhost", ca, cert, key), folder.resolve("memory"));
                rig.startLink(tls(broker, "127.0.0.1", ca, cert, key), Receipts.REQUIRED);
                rig.station.set("PT-101.HH", State.UNACKED);
                await().atMost(Duration.ofSeconds(15))
                        .untilAsserted(() -> assertEquals(rig.outbox.last(), rig.outbox.confirmed(), rig::state));
            }
            expectFault(
                    tls(broker, "127.0.0.1", certificates.file("otherca.crt"), cert, key),
                    Kind.UNKNOWN_CA,
                    LinkState.FAULT);
            Broker without = new Broker("127.0.0.1", broker.port(), true, "ps-3", null, null, ca, null, null);
            expectFault(without, Kind.CLIENT_CERTIFICATE_REFUSED, LinkState.FAULT);
            expectFault(Broker.plain("127.0.0.1", broker.port(), "ps-3"), Kind.CONNECTION_LOST, LinkState.WAITING);
        }
    }

    @Test
    void certificateOfAnotherHost() throws Exception {
        TestCertificates certificates = new TestCertificates(folder.resolve("tls"));
        try (Mosquitto broker = new Mosquitto(
                folder,
                "allow_anonymous true",
                "certfile " + certificates.file("elsewhere.crt"),
                "keyfile " + certificates.file("elsewhere.key"))) {
            Broker asked = new Broker(
                    "127.0.0.1", broker.port(), true, "ps-3", null, null, certificates.file("ca.crt"), null, null);
            expectFault(asked, Kind.HOST_NAME_MISMATCH, LinkState.FAULT);
        }
    }

    @Test
    void wrongPasswordIsAFaultAndNoLoop() throws Exception {
        passwords();
        try (Mosquitto broker =
                new Mosquitto(folder, "allow_anonymous false", "password_file " + folder.resolve("passwords"))) {
            expectFault(withPassword(broker, "wrong"), Kind.WRONG_PASSWORD, LinkState.FAULT);
            try (Rig rig = new Rig()) {
                Link link = rig.startLink(withPassword(broker, "right"), Receipts.REQUIRED);
                await().atMost(Duration.ofSeconds(10)).until(() -> link.view().state() == LinkState.LIVE);
            }
        }
    }

    private void passwords() throws IOException, InterruptedException {
        String program = Programs.require("mosquitto_passwd", "apt-get install mosquitto")
                .toString();
        Path file = folder.resolve("passwords");
        Files.writeString(file, "");
        new ProcessBuilder(program, "-b", file.toString(), "ps-3", "right")
                .start()
                .waitFor();
    }

    private static Broker withPassword(Mosquitto broker, String password) {
        return new Broker("127.0.0.1", broker.port(), false, "ps-3", "ps-3", password, null, null, null);
    }

    @Test
    void portClosedAndHostUnknown() throws Exception {
        expectFault(Broker.plain("127.0.0.1", Ports.free(), "ps-3"), Kind.PORT_CLOSED, LinkState.WAITING);
        expectFault(Broker.plain("no-such-host.invalid", 1883, "ps-3"), Kind.HOST_UNKNOWN, LinkState.WAITING);
    }

    @Test
    void familyThatTheBrokerDeniesSilentlyIsNamedWithReceiptsAndWithout() throws Exception {
        Path acl = folder.resolve("acl");
        Files.writeString(acl, """
                topic readwrite pumpwatch/v1/+/+/status
                topic readwrite pumpwatch/v1/+/+/event
                topic readwrite pumpwatch/v1/+/+/alarm/#
                topic read pumpwatch/v1/+/+/reading
                topic readwrite pumpwatch/v1/+/+/command/+
                topic readwrite pumpwatch/v1/+/+/reply/+
                """);
        try (Mosquitto broker = new Mosquitto(folder, "allow_anonymous true", "acl_file " + acl)) {
            for (Receipts receipts : Receipts.values()) {
                try (Rig rig = new Rig(PROOF_SOON)) {
                    rig.startDesk(broker.broker("desk"), folder.resolve("memory-" + receipts));
                    rig.station.set("PT-101.HH", State.UNACKED);
                    Link link = rig.startLink(broker.broker("ps-3"), receipts);
                    await().atMost(Duration.ofSeconds(15))
                            .untilAsserted(() -> assertEquals(
                                    "reading",
                                    link.view().faults().stream()
                                            .filter(fault -> fault.kind() == Kind.UNPROVEN)
                                            .map(LinkFault::detail)
                                            .collect(Collectors.joining()),
                                    rig::state));
                    assertEquals(rig.outbox.last(), rig.outbox.confirmed(), rig::state);
                }
            }
        }
    }

    @Test
    void tlsFilesThatCannotBeUsedAreNamed() throws Exception {
        Path noise = folder.resolve("noise.pem");
        Files.writeString(noise, "noise");
        for (Path bad : List.of(noise, folder.resolve("missing.pem"))) {
            Broker broker = new Broker("127.0.0.1", 8883, true, "ps-3", null, null, bad, null, null);
            try (Rig rig = new Rig()) {
                Rig.TlsFailure failure =
                        assertThrows(Rig.TlsFailure.class, () -> rig.startLink(broker, Receipts.REQUIRED));
                assertTrue(String.valueOf(failure.getMessage()).contains(bad.toString()), failure::getMessage);
            }
        }
    }
}
