package io.pumpwatch.field.plant;

/** What can happen to the process or the station as a whole, with how much of it. */
public enum Upset {
    /** Header hose torn: leak as a multiple of one pump's flow. */
    BURST_HOSE(0.5, 20, 4, "pump flows"),
    /** Emulsion pumps suck vapour: depth of the pressure dips. */
    CAVITATION(0, 30, 8, "MPa"),
    /** Unloading valve rattles: depth of the pressure dips. */
    VALVE_FLUTTER(0, 30, 7, "MPa"),
    /** Unloading valve doesn't open: the pumps push on until the safety valve. */
    UNLOADING_STUCK(1, 1, 1, ""),
    /** More demand on the header. */
    HEAVY_DEMAND(0, 100, 8, "L/s"),
    /** Part of the spray nozzles' area that is blocked. */
    BLOCKED_NOZZLE(0, 1, 0.8, "of all"),
    /** Spray nozzles' area that came on top, by lost nozzles or a leak. */
    LOST_NOZZLE(0, 5, 0.7, "of all"),
    /** Mains lost: contactors drop, pumps not available. */
    POWER_LOSS(1, 1, 1, ""),
    /** Supply of the relay board lost: every relay at rest. */
    CONTROL_POWER_LOSS(1, 1, 1, ""),
    /** Rain on the catchment. */
    RAIN(0, 500, 20, "mm/h"),
    /** More inflow to the sump. */
    FLOOD(0, 100, 0.3, "m3/s"),
    /** Loss from the emulsion tank. */
    TANK_LEAK(0, 1000, 20, "L/s"),
    /** Nobody and nothing refills the emulsion tank. */
    NO_MAKEUP(1, 1, 1, "");

    private final double lowest;
    private final double highest;
    private final double usual;
    private final String unit;

    Upset(double lowest, double highest, double usual, String unit) {
        this.lowest = lowest;
        this.highest = highest;
        this.usual = usual;
        this.unit = unit;
    }

    /** As scripts write it. */
    public String word() {
        return Words.of(this);
    }

    /** Least amount that means something. */
    public double lowest() {
        return lowest;
    }

    /** Greatest amount taken. */
    public double highest() {
        return highest;
    }

    /** Amount where none is given. */
    public double usual() {
        return usual;
    }

    /** Unit of the amount, empty where it has none. */
    public String unit() {
        return unit;
    }

    /** Whether it comes in amounts, and not only as there or not there. */
    public boolean graded() {
        return highest > lowest;
    }
}
