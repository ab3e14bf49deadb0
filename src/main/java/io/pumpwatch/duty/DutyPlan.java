package io.pumpwatch.duty;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the station file says of people and shifts. Without its {@code [duty]} section only the timetable is there:
 * nobody is counted, nothing is asked at signing on.
 *
 * @param work kinds of work that a person can sign on for, by id
 * @param usualWork the one that is meant where none is named; empty where there is none
 * @param offices that supervise
 * @param door null where no door is watched
 * @param handover when crews change, and the tools
 * @param accidentConfirmMs an accident that no shift leader has confirmed in this time is an alarm
 * @param lang of words that the duty book itself writes into records
 */
public record DutyPlan(
        Timetable timetable,
        Crew crew,
        Map<String, Work> work,
        String usualWork,
        List<Office> offices,
        Flood flood,
        @Nullable Door door,
        HandoverPlan handover,
        long accidentConfirmMs,
        Lang lang) {
    /** The duty book's own alarm points stand on this tag. */
    public static final Tag DUTY = new Tag("UA-910");

    /** On the duty book: fewer on duty than there must be. */
    public static final String CREW = "CREW";
    /** On the duty book: somebody on duty doesn't answer. */
    public static final String PRESENCE = "PRESENCE";
    /** On the duty book: a certificate or examination ends soon. */
    public static final String PAPERS = "PAPERS";
    /** On the duty book: somebody is signed on for work that their certificates don't allow any more. */
    public static final String LIVE_WORK = "LIVE-WORK";
    /** On the duty book: a remark or violation waits for too long. */
    public static final String REMARKS = "REMARKS";
    /** On the duty book: a shift began without its briefing. */
    public static final String BRIEFING = "BRIEFING";
    /** On the duty book: not everybody came to the muster in time. */
    public static final String MUSTER = "MUSTER";
    /** On the door: opened while a pump runs, by nobody knows whom. */
    public static final String ENTRY = "ENTRY";
    /** On the door: somebody who may not be there is inside while a pump runs. */
    public static final String OUTSIDER = "OUTSIDER";

    /** An accident is confirmed in this time where the file doesn't say. */
    public static final long CONFIRM_MS = 120_000;

    /** Of a station file that says nothing about it. */
    public static final DutyPlan STANDARD = of(ZoneId.of("UTC"));

    public DutyPlan {
        work = Map.copyOf(work);
        offices = List.copyOf(offices);
    }

    /** Without a duty section. */
    public static DutyPlan of(ZoneId zone) {
        return new DutyPlan(
                Timetable.usual(zone),
                Crew.NONE,
                Map.of(),
                "",
                List.of(),
                Flood.NONE,
                null,
                HandoverPlan.STANDARD,
                CONFIRM_MS,
                Lang.EN);
    }

    /** The same with what the station file says of handovers and accidents. */
    public DutyPlan with(HandoverPlan handovers, long confirmMs) {
        return new DutyPlan(timetable, crew, work, usualWork, offices, flood, door, handovers, confirmMs, lang);
    }

    /** Whether the duty book reads this contact or instrument. */
    public boolean reads(Tag tag) {
        return tag.equals(flood.rain())
                || (door != null && (door.contact().equals(tag) || door.keys().contains(tag)));
    }

    /** Whether the station file has a duty section. */
    public boolean inForce() {
        return !work.isEmpty();
    }

    /** Names of the offices that supervise this rule: those of its procedure where none names the rule itself. */
    public List<Text> addressees(String rule) {
        return offices.stream()
                .filter(office -> office.supervises(rule))
                .map(Office::name)
                .toList();
    }

    /**
     * What is asked of a crew.
     *
     * @param needed persons on duty at any time; 0: nobody counts
     * @param fitness whether everybody declares to be sober and rested
     * @param alcoholMax highest good test result, mg in 100 ml of blood
     * @param presenceMs each person answers at least so often; 0: nobody is asked
     * @param presenceGraceMs and has so long to do it
     * @param lateMs signing on later than this after the begin is late
     * @param briefingMs a briefing counts for the next shift from so long before its begin, and is due so long after it
     * @param warnDays papers that end within so many days are shown; 0: they aren't
     * @param remarkDays a remark that is open for longer is overdue; 0: never
     */
    public record Crew(
            int needed,
            boolean fitness,
            double alcoholMax,
            long presenceMs,
            long presenceGraceMs,
            long lateMs,
            long briefingMs,
            int warnDays,
            int remarkDays) {
        static final Crew NONE = new Crew(0, false, 0, 0, 0, 600_000, 0, 0, 0);
    }

    /**
     * A kind of work.
     *
     * @param gear everybody needs all of it
     * @param certificates everybody needs one of them; empty: none is asked
     */
    public record Work(String id, Text name, List<String> gear, List<String> certificates) {
        public Work {
            gear = List.copyOf(gear);
            certificates = List.copyOf(certificates);
        }
    }

    /** A supervising office and the rules that it supervises. */
    public record Office(String id, Text name, Set<String> rules) {
        public Office {
            rules = Set.copyOf(rules);
        }

        /** By the rule's own id, else by its letter: E1 and P6 are what their procedures say of supervision. */
        boolean supervises(String rule) {
            return rules.contains(rule)
                    || (rule.startsWith("E") && rules.contains("E1"))
                    || (rule.startsWith("P") && rules.contains("P6"));
        }
    }

    /**
     * Flood season.
     *
     * @param from first day, or null for no calendar
     * @param to last day, possibly of the next year
     * @param rain contact or gauge of rain, or null
     * @param rainMin it rains from this reading on; for a contact 1: closed
     * @param pumps drainage pumps
     * @param arriveMs everybody is there so long after a call
     * @param calmMs without rain or a fast rise for so long, the next rain is another one and calls anew
     */
    public record Flood(
            @Nullable MonthDay from,
            @Nullable MonthDay to,
            @Nullable Tag rain,
            double rainMin,
            Set<Tag> pumps,
            long arriveMs,
            long calmMs) {
        static final Flood NONE = new Flood(null, null, null, 1, Set.of(), 1_800_000, 3_600_000);

        public Flood {
            pumps = Set.copyOf(pumps);
        }
    }

    /**
     * The pump house's door.
     *
     * @param contact closed while the door is shut
     * @param keys contacts of the crew's key and exit button; closed while used
     * @param keyMs a key or button explains an opening within this time
     * @param announceMs longest announcement
     */
    public record Door(Tag contact, List<Tag> keys, long keyMs, long announceMs) {
        public Door {
            keys = List.copyOf(keys);
        }
    }
}
