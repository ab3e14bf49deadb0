package io.pumpwatch.scan;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Tag;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What happens to the agent itself. */
public sealed interface AgentEvent {
    /** The agent started. */
    record Started(String version, long boot, boolean safeMode) implements AgentEvent {}

    /** The agent was stopped in good order. */
    record Stopped(String why) implements AgentEvent {}

    /**
     * A station file is in force.
     *
     * @param setpoints all of them, so that the next change can name the old one
     * @param parts entries of kind agent.config-text that carry its text
     */
    record ConfigLoaded(
            String sha256,
            String file,
            @Nullable String by,
            String reason,
            SortedMap<AlarmId, Double> setpoints,
            int parts)
            implements AgentEvent {}

    /**
     * The configured station file isn't in force: the last good one is.
     *
     * @param sha256 of the file that was set aside; empty where it can't be read
     * @param why in words
     * @param inForce SHA-256 of the one in force
     */
    record StationFileSetAside(String file, String sha256, String why, String inForce) implements AgentEvent {}

    /** Part of the station file's text; part counts from 1. */
    record ConfigText(String sha256, int part, String text) implements AgentEvent {}

    /**
     * A setpoint changed with the station file.
     *
     * @param from null for a new one
     * @param to null for one that is gone
     * @param outsideRule id of the rule whose bounds it is outside of, or null
     */
    record SetpointChanged(
            AlarmId point,
            @Nullable Double from,
            @Nullable Double to,
            String sha256,
            @Nullable String by,
            String reason,
            @Nullable String outsideRule)
            implements AgentEvent {}

    /** The way to dispatch changed its state; fault is empty while all is well. */
    record LinkChanged(String fault) implements AgentEvent {}

    /**
     * Buses, chips, pins or outputs failed, or work again.
     *
     * @param inputs what doesn't answer, in words; empty while all do
     * @param outputs what doesn't follow, in words; empty while all do
     */
    record FieldChanged(String inputs, String outputs) implements AgentEvent {}

    /** Wall time is believed more or less than before. */
    record ClockTrustChanged(ClockTrust trust) implements AgentEvent {}

    /** Wall time moved by {@code byMs} against uptime. */
    record ClockStepped(long byMs) implements AgentEvent {}

    /** A command was refused; only those that records need, at most a few a minute. */
    record CommandRefused(
            String verb, String code, @Nullable String by, long moreSinceLast) implements AgentEvent {}

    /**
     * The station's key signed the head of the journal, so that a later change shows.
     *
     * @param hash of that entry, 64 hex digits
     * @param signature Ed25519 over epoch, seq and hash, base64
     * @param publicKey X.509, base64
     */
    record HeadSigned(long epoch, long seq, String hash, String signature, String publicKey) implements AgentEvent {}

    /** The whole chain was verified in the background, or wasn't. */
    record ChainVerified(boolean ok, long entries, String words) implements AgentEvent {}

    /**
     * What one instrument read around a trip, from 30 s before to 30 s after it.
     *
     * @param tripUtcMs when it tripped
     * @param stepMs between two values, ms
     * @param values oldest first, a blank between two; a hyphen where there is none
     */
    record TripCurve(AlarmId point, long tripUtcMs, Tag tag, String unit, long stepMs, String values)
            implements AgentEvent {}

    /** Dispatch has seen an alarm; it quiets nothing. */
    record SeenByDispatch(AlarmId point, String by) implements AgentEvent {}
}
