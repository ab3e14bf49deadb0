package io.pumpwatch.app;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.duty.PaperCommand.RecordPaper;
import io.pumpwatch.duty.PaperState;
import io.pumpwatch.duty.ShiftCommand;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with the duty book, over the HTTP API of a whole agent on its disk: each has a clear answer. */
class DutyFaultsTest {
    private static final long MINUTE_MS = 60_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path data;

    private PlayedStation station;

    /** Eleven o'clock: the round at noon is due. */
    @BeforeEach
    void start() throws Exception {
        station = new PlayedStation(data, "", 0);
        station.enrol("op-1", "王伟", "chief-1", Role.OPERATOR);
        station.act("op-1", new Command.Duty(new ShiftCommand.SignOn(ShiftCommand.Declaration.WHOLE)));
        station.run(61 * MINUTE_MS, 10_000);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    /** Status, code of the refusal (empty for done) and what it says. */
    private record Answer(int status, String code, String says) {}

    private HttpRequest.Builder request(String path, String lang) {
        URI uri = URI.create("http://127.0.0.1:" + station.agent().port() + "/api/v1/" + path);
        return HttpRequest.newBuilder(uri).header("Accept-Language", lang);
    }

    private Map<String, Object> send(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> raw = station.await(CLIENT.sendAsync(request.build(), BodyHandlers.ofString()));
        Map<String, Object> body = JSON.std.mapFrom(raw.body());
        body.put("httpStatus", raw.statusCode());
        return body;
    }

    private Answer act(String lang, String verb, String person, String pin, String fields) throws IOException {
        String body = "{'person':'" + person + "','pin':'" + pin + "'" + (fields.isEmpty() ? "" : "," + fields) + "}";
        HttpRequest.Builder request = request("acts/" + verb, lang)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"')));
        Map<String, Object> said = send(request);
        return new Answer(
                (int) requireNonNull(said.get("httpStatus")),
                String.valueOf(said.getOrDefault("code", "")),
                String.valueOf(said.getOrDefault("detail", said.get("message"))));
    }

    private Answer act(String verb, String person, String fields) throws IOException {
        return act("en", verb, person, PlayedStation.PIN, fields);
    }

    private void done(String verb, String person, String fields) throws IOException {
        Answer answer = act(verb, person, fields);
        assertEquals(200, answer.status(), answer::toString);
    }

    private Map<?, ?> round() throws IOException {
        Object sheets = send(request("sheets?id=round", "en").GET()).get("sheets");
        return (Map<?, ?>) ((List<?>) requireNonNull(sheets)).get(0);
    }

    private static long answered(Map<?, ?> sheet) {
        return ((List<?>) requireNonNull(sheet.get("items")))
                .stream()
                        .filter(item -> ((Map<?, ?>) item).get("answer") != null)
                        .count();
    }

    /** Answers some items of the round in their order, and says why where a number differs from the instrument's. */
    private void walk(int from, int to) throws IOException {
        SheetPlan round = requireNonNull(PlayedStation.FULL.plan().rounds().sheet(SheetPlan.ROUND));
        List<SheetPlan.Item> items = round.items();
        for (SheetPlan.Item item : items.subList(from, Math.min(to, items.size()))) {
            String which = "'sheet':'round','item':'" + item.id() + "'";
            if (!item.number()) {
                done("sheet-item", "op-1", which + ",'verdict':'normal','location':'" + item.location() + "'");
                continue;
            }
            done("sheet-item", "op-1", which + ",'value':1,'verdict':'abnormal','text':'as the gauge shows'");
            Answer note = act("sheet-note", "op-1", which + ",'text':'looked twice'");
            assertTrue(note.status() == 200 || note.code().equals("sheet.agrees"), note::toString);
        }
    }

    private void signs() throws IOException {
        done("sheet-sign", "op-1", "'sheet':'round'");
        Answer again = act("zh", "sheet-sign", "op-1", PlayedStation.PIN, "'sheet':'round'");
        assertEquals(new Answer(409, "sheet.signed", "王伟 (op-1) 已签字。还须另一人签字。"), again);
        done("sheet-sign", "leader-1", "'sheet':'round'");
        assertEquals(1, station.lines("rounds.sheet-done").size());
    }

    @Test
    void aHalfFilledRoundIsThereAfterAPowerCutAndIsFinished() throws IOException {
        walk(0, 5);
        Object key = round().get("key");
        station.restart(10 * MINUTE_MS);
        station.run(MINUTE_MS, 10_000);
        Map<?, ?> round = round();
        assertEquals("in-progress", round.get("state"));
        assertEquals(key, round.get("key"));
        assertEquals(5, answered(round));
        assertEquals("sheet.open", act("sheet-sign", "op-1", "'sheet':'round'").code());
        walk(5, Integer.MAX_VALUE);
        signs();
        assertEquals(List.of(), station.lines("rounds.sheet-missed"));
    }

    @Test
    void aClockThatIsSetBackDuringARoundChangesNothingOfIt() throws IOException {
        walk(0, 5);
        station.setBack(25 * MINUTE_MS);
        station.run(MINUTE_MS, 10_000);
        assertEquals(1, station.lines("agent.clock-stepped").size());
        assertEquals(5, answered(round()));
        walk(5, Integer.MAX_VALUE);
        signs();
        station.run(40 * MINUTE_MS, 10_000);
        assertEquals("upcoming", round().get("state"), "not asked for again when the time comes round again");
    }

    @Test
    void theSecondConsoleIsToldWhoHasAnsweredAndNothingSentTwiceCountsTwice() throws IOException {
        String tidy = "'sheet':'round','item':'1','verdict':'normal'";
        done("sheet-item", "op-1", tidy);
        done("sheet-item", "op-1", tidy);
        assertEquals(1, station.lines("rounds.item-entered").size());
        String other = "'sheet':'round','item':'1','verdict':'abnormal','text':'drips'";
        Answer english = act("sheet-item", "leader-1", other);
        assertEquals(409, english.status());
        assertTrue(english.says().contains("has been answered by 王伟 (op-1)"), english::toString);
        Answer chinese = act("zh", "sheet-item", "leader-1", PlayedStation.PIN, other);
        assertTrue(chinese.says().contains("已由 王伟 (op-1) 填写。如需更正"), chinese::toString);
        done("sheet-item", "leader-1", other + ",'correct':true");
    }

    @Test
    void aCertificateThatEndsInTheMiddleOfAJobStopsItsHolder() throws IOException {
        RecordPaper today =
                new RecordPaper("fit-1", PaperState.Sort.CERTIFICATE, "grid-permit", "DW-1", LocalDate.of(2026, 7, 6));
        station.act("chief-1", new Command.Duty(today));
        done(
                "sign-on",
                "fit-1",
                "'work':'live-work','gear':['helmet','insulating-gloves','insulating-boots',"
                        + "'work-clothes'],'sober':true,'rested':true");
        done("job-open", "leader-1", "'kind':'live-work','text':'terminal replaced'");
        done("job-join", "fit-1", "'job':1");
        done("job-step", "fit-1", "'job':1,'step':'guard'");
        // Its last day is over at midnight.
        station.run(13 * 60 * MINUTE_MS, 60_000);
        for (String lang : List.of("en", "zh")) {
            Answer answer = act(lang, "job-step", "fit-1", PlayedStation.PIN, "'job':1,'step':'work'");
            assertEquals("job.certificate", answer.code());
            String wanted = lang.equals("en") ? "the chief records a renewed certificate" : "由站长录入复审后的证件";
            assertTrue(answer.says().contains(wanted), answer::toString);
        }
        assertEquals(1, station.lines("rounds.step-signed").size());
        RecordPaper renewed =
                new RecordPaper("fit-1", PaperState.Sort.CERTIFICATE, "grid-permit", "DW-2", LocalDate.of(2029, 7, 6));
        station.act("chief-1", new Command.Duty(renewed));
        done("job-step", "fit-1", "'job':1,'step':'work'");
    }

    @Test
    void whoGuessesWaitsButNothingThatSavesWaits() throws IOException {
        for (int guess = 0; guess < 3; guess++) {
            assertEquals(
                    "pin.wrong",
                    act("en", "sheet-start", "op-1", "000" + guess, "'sheet':'round'")
                            .code());
        }
        Answer wait = act("zh", "sheet-start", "op-1", PlayedStation.PIN, "'sheet':'round'");
        assertEquals("pin.wait", wait.code());
        assertTrue(wait.says().matches("PIN 错误次数过多。请等待 \\d+ 秒后重试。"), wait::toString);
        assertEquals(List.of(), station.lines("rounds.sheet-started"));
        done("acknowledge", "op-1", "'all':true");
        done("silence", "op-1", "");
        assertEquals(
                200,
                act("en", "accident", "op-1", "9999", "'text':'hose burst'").status());
        assertEquals(1, station.lines("duty.accident-reported").size());
        // The leader's own PIN isn't held up by it.
        done("sheet-start", "leader-1", "'sheet':'round'");
    }
}
