package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import java.util.Locale;

/** Alarm points that rounds, sheets, jobs and defects decide. */
public final class RoundsPoints {
    /** The agent's own tag. */
    public static final Tag AGENT = new Tag("UA-900");

    /** Of a sheet, with its id behind: late, or overdue until it is done. */
    public static final String LATE = "LATE";
    /** Of a sheet with daily windows, with its id behind. */
    public static final String MISSED = "MISSED";

    /** A defect was found, and nobody has taken it on yet. */
    public static final String DEFECT = "DEFECT";

    public static final String DEFECT_OVERDUE = "DEFECT-OVERDUE";
    public static final String WORK_LEADER = "WORK-LEADER";
    public static final String WORK_CHIEF = "WORK-CHIEF";
    public static final String WORK_DISPATCH = "WORK-DISPATCH";
    public static final String CHECK_DUE = "CHECK-DUE";

    private RoundsPoints() {}

    static AlarmId of(String condition, String sheet) {
        return AGENT.alarm(condition + "-" + sheet.toUpperCase(Locale.ROOT));
    }
}
