package io.pumpwatch.station;

/** What a person is at the station; a role carries its team where domain rules tell teams apart. */
public enum Role {
    OPERATOR,
    /** The station's own fitter (P5). */
    STATION_FITTER,
    /** The mining team's fitter (P4). */
    MINING_FITTER,
    TECHNICIAN,
    SHIFT_LEADER,
    INSPECTOR,
    CHIEF,
    /** At the far end of the link; marks "seen", never acknowledges. */
    DISPATCH;

    /** Either team's fitter. */
    public boolean fitter() {
        return this == STATION_FITTER || this == MINING_FITTER;
    }
}
