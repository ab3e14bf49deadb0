package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.duty.ShiftCommand;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.field.plant.Plant;
import io.pumpwatch.field.plant.PlantScript;
import io.pumpwatch.field.plant.PlantSettings;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.view.records.Line;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A whole agent in lock-step at a simulated plant that a script upsets; it can be stopped and started again. */
final class PlayedStation implements AutoCloseable {
    static final Loaded FULL =
            Objects.requireNonNull(StationFile.read(Path.of("config/full.toml")).loaded());
    static final String PIN = "246802";

    private static final Now BEGIN =
            Now.of(Instant.parse("2026-07-06T02:00:00Z").toEpochMilli(), 1_000);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 6);

    private final Path data;
    private final Plant plant;
    private final int port;
    private RunningAgent agent;
    private long nowMs;
    private long behindMs;

    /** @param port of the HTTP side, 0 for any; -1 for none */
    PlayedStation(Path data, String script, int port) throws IOException, InputRefused {
        this.data = data;
        this.port = port;
        PlantSettings settings = PlantBuilder.build(FULL, true);
        this.plant = new Plant(settings, 7, PlantScript.parse("test", script, settings));
        this.agent = start();
        enrol("chief-1", "Chief 站长", null, Role.CHIEF);
        enrol("leader-1", "Leader", "chief-1", Role.SHIFT_LEADER);
        enrol("fit-1", "Fitter", "chief-1", Role.STATION_FITTER);
        act("leader-1", new Command.Duty(new ShiftCommand.SignOn(ShiftCommand.Declaration.WHOLE)));
    }

    private RunningAgent start() throws IOException {
        return RunningAgent.start(
                new AgentOptions(FULL, data, plant.connect(), port, null, "test", now(), JournalSettings.STANDARD));
    }

    void enrol(String id, String name, @Nullable String by, Role role) {
        agent.pins().set(id, PIN);
        act(by, new Command.Duty(new PeopleCommand.EnrolPerson(id, name, Set.of(role))));
    }

    Now now() {
        return Now.of(BEGIN.utcMs() + nowMs - behindMs, BEGIN.uptimeMs() + nowMs);
    }

    /** Somebody sets the clock back. */
    void setBack(long ms) {
        behindMs += ms;
    }

    /** An answer over HTTP; while it is waited for, scans come each millisecond of the station's time. */
    HttpResponse<String> await(CompletableFuture<HttpResponse<String>> answer) {
        while (!answer.isDone()) {
            run(1, 1);
        }
        return answer.join();
    }

    RunningAgent agent() {
        return agent;
    }

    /** Done in the next scan. */
    void act(@Nullable String by, Command command) {
        var reply = agent.post(command, by);
        run(100, 100);
        assertEquals(Optional.empty(), reply.join().refusal().map(Refusal::code), command::toString);
    }

    void run(long forMs, long scanMs) {
        for (long untilMs = nowMs + forMs; nowMs < untilMs; ) {
            nowMs += scanMs;
            agent.step(now());
        }
    }

    /** Stops in good order and starts again, so much later. */
    void restart(long awayMs) throws IOException {
        agent.close();
        nowMs += awayMs;
        agent = start();
    }

    Report report(String kind, Lang lang) {
        return RecordRoom.report(
                agent.journal(),
                (tag, from, to, points) -> List.of(),
                FULL.plan(),
                FULL.rules(),
                ReportRequest.whole(kind, DAY, DAY, lang),
                now().utcMs());
    }

    List<Line> lines(String kind) {
        List<Entry> found = new ArrayList<>();
        agent.journal().replay(agent.journal().before(), Set.of(kind), found::add);
        return found.stream().map(Line::of).toList();
    }

    @Override
    public void close() {
        agent.close();
    }
}
