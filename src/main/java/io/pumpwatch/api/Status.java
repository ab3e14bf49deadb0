package io.pumpwatch.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole station at one moment: answer of {@code GET /api/v1/status}. Times are ISO 8601 in UTC, words are in the
 * caller's language, enumerations are lower case with hyphens.
 *
 * @param name of the station, in the caller's language
 * @param zone in which people read times, such as Asia/Shanghai
 * @param version of the agent
 * @param boot counts the agent's starts
 * @param clockTrust unset, rtc or ntp
 * @param scans since start
 * @param horn silent, unconfirmed, alarm or accident
 * @param safeMode started with a read-only journal after crashes in a row
 * @param trips latched ones
 * @param bypassed protections that a person took away for a time
 * @param outsideRule setpoints outside the bounds of a rule
 */
public record Status(
        String site,
        String station,
        String name,
        String zone,
        String now,
        String version,
        long boot,
        String clockTrust,
        long scans,
        String horn,
        boolean safeMode,
        Entries entries,
        Link link,
        List<Instrument> instruments,
        List<Pump> pumps,
        List<Header> headers,
        List<Level> levels,
        List<Trip> trips,
        List<Bypass> bypassed,
        List<OutsideRule> outsideRule,
        @Nullable Drill drill,
        @Nullable Word flood,
        @Nullable Word accident,
        List<OnDuty> onDuty,
        AlarmLoad alarmLoad) {

    /** Place of an entry in the journal; seq 0 is before the first. */
    public record Position(long epoch, long seq) {}

    /**
     * How far the entries have come.
     *
     * @param offered the last one made
     * @param durable on the disk
     * @param sent taken by the broker
     * @param confirmed by dispatch
     * @param waiting entries that dispatch doesn't have yet
     * @param storeStalledMs how long the disk has kept an entry waiting; 0 while it doesn't
     * @param unkept entries that couldn't be kept since start
     */
    public record Entries(
            Position offered,
            Position durable,
            Position sent,
            Position confirmed,
            long waiting,
            long storeStalledMs,
            long unkept) {}

    /**
     * The way to dispatch.
     *
     * @param state in a word: off without a link, else waiting, connecting, reading-back, live, fault or stopped
     * @param fault what is wrong; empty while nothing is
     * @param unconfirmed alarms that dispatch hasn't confirmed in their time
     */
    public record Link(String state, String fault, List<String> unconfirmed) {}

    /**
     * An instrument or contact.
     *
     * @param value in {@code unit}; 1 closed and 0 open for a contact; null while the quality is bad, as before the
     *     first sample
     * @param signal loop, scaled or contact
     * @param quality good, uncertain or bad
     * @param cause why it has that quality, as a code
     * @param causeText the same in words
     * @param ne107 category after NAMUR NE 107
     * @param ageMs since the sample was read; null before the first
     * @param spanLow and
     * @param spanHigh the range of the instrument; null for a contact
     * @param limits its alarm limits, the lowest setpoint first
     */
    public record Instrument(
            String tag,
            String what,
            @Nullable Double value,
            String unit,
            String signal,
            String quality,
            String cause,
            String causeText,
            String ne107,
            @Nullable Long ageMs,
            @Nullable Double spanLow,
            @Nullable Double spanHigh,
            List<Limit> limits) {}

    /**
     * A limit that is drawn beside a value.
     *
     * @param point such as PT-101.HH
     * @param high whether values above it are the alarm
     */
    public record Limit(String point, double setpoint, boolean high, String priority) {}

    /** Why not, as a code, the tag or point it stands on, and in words. */
    public record Reason(String code, String on, String text) {}

    /**
     * A pump.
     *
     * @param kind emulsion, spray or drainage
     * @param since when it started or stopped; null while that isn't known
     * @param runMs running time of all runs, the present one included
     * @param inhibits why its start permit is off; empty while it is permitted
     * @param trips points whose latched trip holds it
     * @param notReady why a drainage pump couldn't start now
     * @param startedAgainst inhibits that it was started against
     * @param unexplainedStop stopped, and nobody has said why
     */
    public record Pump(
            String tag,
            String name,
            String kind,
            boolean running,
            @Nullable String since,
            long runMs,
            List<Reason> inhibits,
            List<String> trips,
            List<Reason> notReady,
            List<Reason> startedAgainst,
            boolean unexplainedStop) {}

    /**
     * A pressure header.
     *
     * @param settled a pump of it runs and has settled
     * @param rule that bounds its pressure, from {@code ruleLow} to {@code ruleHigh}
     * @param excursionSince since when its pressure has been outside; null while it is inside
     * @param swing the latch that inhibits starts (P3); null while there is none
     */
    public record Header(
            String tag,
            boolean settled,
            String rule,
            double ruleLow,
            double ruleHigh,
            @Nullable String excursionSince,
            @Nullable Swing swing) {}

    /** A latched swing, with its cause once recorded, and its one supervised trial start. */
    public record Swing(
            String since,
            double smallest,
            double largest,
            @Nullable String cause,
            @Nullable String causeBy,
            @Nullable Trial trial) {}

    /** A supervised trial start that two people signed for. */
    public record Trial(String pump, String by, String second, String until, boolean over) {}

    /**
     * A sump.
     *
     * @param ratePerMinute units a minute, rising positive; null while unknown
     * @param timeToOverflowMs at that rate; null while it doesn't rise
     * @param manual the value was entered by a person
     * @param lost set while the level is unknown although water must be drained
     */
    public record Level(
            String tag,
            @Nullable Double value,
            String unit,
            @Nullable Double ratePerMinute,
            @Nullable Long timeToOverflowMs,
            boolean manual,
            @Nullable Lost lost,
            @Nullable Gauge gauge) {}

    /** A lost level: last good value and when, and where it was going: rising, falling or steady. */
    public record Lost(
            String since,
            @Nullable Double lastGood,
            @Nullable String lastGoodAt,
            String direction,
            double ratePerMinute) {}

    /** The last level that a person read. */
    public record Gauge(double value, String by, String at) {}

    /** A latched trip. */
    public record Trip(
            String point, String since, double value, double setpoint, List<String> pumps, boolean firstOut) {}

    /**
     * A protection that a person took away for a time.
     *
     * @param point shelved, out of service or in drill; the output itself in its function check
     * @param how shelved, out-of-service, drill or function-check
     */
    public record Bypass(
            String instrument, String point, String how, String by, String byName, String reason, String until) {}

    /** A setpoint outside the bounds of a rule. */
    public record OutsideRule(String point, double setpoint, String rule, double low, double high) {}

    /** A drill under way. */
    public record Drill(List<String> points, String by, String reason, String since, String until) {}

    /** Something that somebody declared, with their words. */
    public record Word(String since, @Nullable String by, String text) {}

    /** Somebody on duty. */
    public record OnDuty(String id, String name, String since) {}

    /**
     * What the alarms ask of the operator.
     *
     * @param inTenMinutes raises in the last 10 minutes
     * @param flood more than anybody can follow, now
     * @param floodMs time in floods that are over
     * @param since when counting began; null before the first
     * @param byPriority raises since then
     */
    public record AlarmLoad(
            int inTenMinutes,
            boolean flood,
            long floodMs,
            List<String> chattering,
            List<String> stale,
            List<Count> topTen,
            @Nullable String since,
            Map<String, Integer> byPriority,
            int unacknowledged,
            int annunciated) {}

    /** How often a point was raised. */
    public record Count(String point, int raised) {}
}
