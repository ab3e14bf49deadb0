package io.pumpwatch.view.records;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.station.Lang;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rules that a condition calls up, on a day that is told entry by entry: accidents, visitors, presence and more. */
class RuleConditionsTest extends ToldDay {
    @Test
    void aVisitorWhoseEscortHadToLeaveIsAMissBesideTheWayThatTheyCameIn() {
        at(0, "agent.started", "boot", 1);
        at(1, "duty.visitor-entered", "visit", 1, "listed", true, "escort", "op-1");
        is(row(4, "D5", false), 1, 1, 0, 0, 0);
        at(2, "duty.outsider-inside", "visit", 1);
        at(2, "duty.violation-recorded", "remark", 1, "rule", "D5");
        at(3, "duty.visitor-left", "visit", 1);
        is(row(4, "D5", false), 2, 1, 0, 1, 0);
    }

    @Test
    void anAccidentOfAMinuteAgoHasMissedNothingYet() {
        at(0, "agent.started", "boot", 1);
        at(1, "duty.accident-reported", "accident", 1);
        is(row(1.01, "E7", false), 0, 0, 0, 0, 0);
        is(row(1.2, "E7", false), 1, 0, 0, 1, 0);
        at(1.01, "duty.accident-confirmed", "accident", 1);
        is(row(1.2, "E7", false), 0, 0, 0, 0, 0);
        is(row(2, "E7", false), 1, 0, 0, 1, 0);
    }

    @Test
    void aStationThatAsksForNobodyOwesNobodysHours() {
        at(0, "agent.started", "boot", 1);
        Loaded rig = Objects.requireNonNull(
                StationFile.read(Path.of("config/pump-rig.toml")).loaded());
        Asked asked = new Asked(rig.plan(), Lang.EN, DAY, DAY, ms(5), List.of(), Asked.Readings.NONE, Scope.ALL);
        RuleRow crew = RulePage.rows(books(5), asked).stream()
                .filter(row -> row.rule.equals("D2"))
                .findFirst()
                .orElseThrow();
        is(crew, 0, 0, 0, 0, 0);
        is(row(5, "D2", true), 5, 0, 0, 5, 0);
    }

    @Test
    void whoDoesNotAnswerIsNotAtTheirPost() {
        at(0, "agent.started", "boot", 1);
        at(0, "duty.signed-on", "person", "op-1");
        at(0, "duty.signed-on", "person", "op-2");
        at(2, "duty.presence-missed", "person", "op-2", "silentMs", 4_200_000);
        at(2, "alarm.moved", "id", "UA-910.PRESENCE", "to", "UNACKED", "on", "RAISE", "priority", "HIGH");
        is(row(5, "D2", true), 5, 2, 0, 3, 0);
        at(3, "alarm.moved", "id", "UA-910.PRESENCE", "to", "RTN_UNACKED", "on", "RETURN", "priority", "HIGH");
        is(row(5, "D2", true), 5, 4, 0, 1, 0);
        // Somebody more is there: two of them answer.
        at(3.5, "duty.signed-on", "person", "op-3");
        at(4, "duty.presence-missed", "person", "op-1", "silentMs", 4_200_000);
        at(4, "alarm.moved", "id", "UA-910.PRESENCE", "to", "UNACKED", "on", "RAISE", "priority", "HIGH");
        is(row(5, "D2", true), 5, 4, 0, 1, 0);
    }

    @Test
    void anAccidentIsConfirmedInTheTimeOfTheStationFile() {
        double late = FULL.plan().duty().accidentConfirmMs() / 3_600_000.0 + 0.01;
        for (double after : List.of(late - 0.02, late)) {
            lines.clear();
            at(0, "agent.started", "boot", 1);
            at(1, "duty.accident-reported", "accident", 1);
            at(1.0 + after, "duty.accident-confirmed", "accident", 1);
            at(2, "duty.evidence-kept", "accident", 1);
            at(3, "duty.accident-stated", "accident", 1);
            boolean kept = after < late;
            is(row(4, "E7", false), 1, kept ? 1 : 0, 0, kept ? 0 : 1, 0);
        }
    }

    @Test
    void anOverrideIsOneMissAndSoIsAnOutsider() {
        at(0, "agent.started", "boot", 1);
        at(1, "duty.signed-on", "person", "op-1", "missing", List.of("gloves"), "leader", "lead");
        at(1, "duty.violation-recorded", "remark", 1, "rule", "E3", "person", "op-1");
        at(2, "duty.visitor-entered", "visit", 1, "listed", false);
        at(2, "duty.outsider-inside", "visit", 1);
        at(2, "duty.violation-recorded", "remark", 2, "rule", "D5");
        // The inspector sees somebody without gloves.
        at(3, "duty.violation-recorded", "remark", 3, "rule", "E3", "person", "op-2");
        is(row(4, "E3", false), 2, 0, 0, 2, 0);
        is(row(4, "D5", false), 1, 0, 0, 1, 0);
    }

    @Test
    void aCertificateThatEndsWhileItsHolderWorksIsAMiss() {
        at(0, "agent.started", "boot", 1);
        at(1, "duty.signed-on", "person", "op-1", "work", "live-work", "missing", List.of());
        is(row(3, "D1", false), 1, 1, 0, 0, 0);
        at(2, "alarm.moved", "id", "UA-910.LIVE-WORK", "to", "UNACKED", "on", "RAISE", "priority", "HIGH");
        is(row(3, "D1", false), 2, 1, 0, 1, 0);
    }
}
