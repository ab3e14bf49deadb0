package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.duty.DoorCommand;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.rounds.RoundsCommand;
import io.pumpwatch.station.AlarmId;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of the station: one record for each feature, wrapping that feature's own commands. */
public sealed interface Command {
    /** To the alarm engine. */
    record Alarm(AlarmCommand command) implements Command {}

    /** To the interlocks. */
    record Interlock(InterlockCommand command) implements Command {}

    /** To the duty book. */
    record Duty(DutyCommand command) implements Command {}

    /** To rounds, sheets, jobs and defects. */
    record Rounds(RoundsCommand command) implements Command {}

    /** Dispatch has seen it; proven by its signature. */
    record Seen(AlarmId point, String seat) implements Command {}

    /**
     * Dispatch approves a visitor or takes it back (D5); proven by its signature. {@code by} is seat/name: the record
     * has it as dispatch/seat/name.
     */
    record Dispatched(DoorCommand command, String by) implements Command {}

    /** A command of dispatch was refused before it came here; kept for the record. */
    record Refused(String verb, String code, long moreSinceLast) implements Command {}

    /** The agent's own housekeeping has something for the record. */
    record Note(AgentEvent event) implements Command {}

    /** A station file was loaded: the plan, its name, its text, and why. */
    record Load(StationPlan plan, String file, String text, String reason) implements Command {}

    /**
     * A command with the person whose PIN was proven; null where none was asked.
     *
     * @param id given by who posts it, to find the answer
     */
    record Posted(long id, Command command, @Nullable String by) {}
}
