package io.pumpwatch.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.CommandPayload;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.dispatch.sign.Jws;
import io.pumpwatch.dispatch.sign.Keys;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say what to a station, and what is refused with which word. */
class CommandGateTest {
    private static final long UTC = 1_795_420_800_000L;
    private static final Now NOW = Now.of(UTC, 5_000);
    private static final KeyPair STRANGER = Keys.make(new SecureRandom());

    @TempDir
    private Path folder;

    private CommandGate gate() {
        LinkConfig config = new Rig().config(Broker.plain("h", 1, "c"), Receipts.REQUIRED);
        return new CommandGate(config, new IdBook(300_000, new FileIdStore(folder.resolve("ids"))));
    }

    private static CommandPayload command(String id, long utcMs, CommandBody body) {
        return new CommandPayload(Rig.TOPICS, id, utcMs, body);
    }

    private static String sign(CommandPayload command) {
        return Jws.sign(command.encode(), "main", Rig.SEAT.getPrivate());
    }

    private static String judge(CommandGate gate, String verb, String compact, Now now) {
        Refusal refusal = gate.judge(Rig.TOPICS.command(verb), compact.getBytes(StandardCharsets.UTF_8), now)
                .refusal();
        if (refusal == null) {
            return "accepted";
        }
        String words = CommandWords.of(refusal).zh() + CommandWords.of(refusal).en();
        assertFalse(words.contains("{") || words.contains("command."), "no words for " + refusal);
        return refusal.code();
    }

    @Test
    void acceptedOnceAndRefusedAsReplayEvenAfterARestart() {
        String state = sign(command("a", UTC, new CommandBody.State()));
        CommandGate gate = gate();
        assertEquals("accepted", judge(gate, "state", state, NOW));
        assertEquals("command.replayed", judge(gate, "state", state, NOW));
        assertEquals("command.replayed", judge(gate(), "state", state, NOW.plusMs(299_000)));
        String receipt = sign(command("b", UTC, new CommandBody.Receipt(EntryId.NONE, List.of(), null, null)));
        assertEquals("accepted", judge(gate, "receipt", receipt, NOW.plusMs(9_000_000)), "stays true for ever");
        assertEquals("accepted", judge(gate, "receipt", receipt, NOW.plusMs(9_000_000)));
    }

    @Test
    void ageIsJudgedOnlyByAClockThatIsSet() {
        CommandBody body = new CommandBody.State();
        assertEquals("command.age", judge(gate(), "state", sign(command("o", UTC - 300_001, body)), NOW));
        assertEquals("command.age", judge(gate(), "state", sign(command("f", UTC + 300_001, body)), NOW));
        assertEquals("accepted", judge(gate(), "state", sign(command("e", UTC - 300_000, body)), NOW));
        Now unset = new Now(0, 5_000, ClockTrust.UNSET);
        String state = sign(command("u", UTC, body));
        assertEquals("accepted", judge(gate(), "state", state, unset));
        assertEquals("command.replayed", judge(gate(), "state", state, unset));
    }

    @Test
    void addresseeTopicKeyAndSignature() {
        CommandBody body = new CommandBody.State();
        CommandPayload other = new CommandPayload(new Topics("mine-1", "ps-4"), "a", UTC, body);
        assertEquals("command.other-station", judge(gate(), "state", sign(other), NOW));
        CommandPayload mine = command("a", UTC, body);
        assertEquals("command.other-topic", judge(gate(), "resend", sign(mine), NOW));
        String stranger = Jws.sign(mine.encode(), "nobody", STRANGER.getPrivate());
        assertEquals("command.unknown-key", judge(gate(), "state", stranger, NOW));
        String forged = Jws.sign(mine.encode(), "main", STRANGER.getPrivate());
        assertEquals("command.wrong-signature", judge(gate(), "state", forged, NOW));
        String[] part = sign(mine).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(part[1]), StandardCharsets.UTF_8);
        byte[] changed = claims.replace("\"id\":\"a\"", "\"id\":\"b\"").getBytes(StandardCharsets.UTF_8);
        String tampered =
                part[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(changed) + "." + part[2];
        assertEquals("command.wrong-signature", judge(gate(), "state", tampered, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"kid\":\"main\"}",
                "{\"alg\":\"HS256\",\"kid\":\"main\"}",
                "{\"alg\":\"EdDSA\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"main\",\"crit\":\"x\"}",
                "{\"alg\":\"EdDSA\",\"kid\":7}",
                "[]",
                ""
            })
    void headersOfOtherFormsAreRefused(String header) {
        String signed = sign(command("a", UTC, new CommandBody.State()));
        String fake = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + signed.substring(signed.indexOf('.'));
        assertEquals("command.not-signed", judge(gate(), "state", fake, NOW));
    }

    @Test
    void noiseAndAMegabyteAreRefused() {
        for (String noise : List.of("", ".", "..", "a.b", "a.b.c.d", "\u0000\u0000", "{\"verb\":\"state\"}", "!.!.!")) {
            assertEquals("command.not-signed", judge(gate(), "state", noise, NOW), noise);
        }
        assertEquals("command.too-long", judge(gate(), "state", "a".repeat(1_000_000), NOW));
        String malformed =
                Jws.sign("{\"verb\":\"start-pump\"}".getBytes(StandardCharsets.UTF_8), "main", Rig.SEAT.getPrivate());
        assertEquals("command.malformed", judge(gate(), "state", malformed, NOW));
    }

    @Test
    void keyFilesAreSecretNamedAndNeverOverwritten() throws Exception {
        String line = Keys.generate(folder, "seat-1", new SecureRandom());
        Path secret = folder.resolve("seat-1.key");
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        java.nio.file.Files.getPosixFilePermissions(secret)));
        byte[] compact =
                Jws.sign(new byte[] {'x'}, "seat-1", Keys.privateKey(secret)).getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                null,
                Jws.check(compact, java.util.Map.of("seat-1", Keys.publicKey(line)))
                        .fault());
        for (String bad : List.of("seat-1", "../x", "")) {
            try {
                Keys.generate(folder, bad, new SecureRandom());
            } catch (Keys.KeyException refused) {
                assertNotNull(refused.getMessage());
                continue;
            }
            throw new AssertionError("made a key named " + bad);
        }
    }
}
