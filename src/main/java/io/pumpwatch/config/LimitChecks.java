package io.pumpwatch.config;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmPlan.Kind;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.scan.StationPlan.RuleBound;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Limits of one instrument against each other and against its rule. */
final class LimitChecks {
    private final InstrumentReader instruments;
    private final Map<Tag, RuleBound> bounds;

    LimitChecks(InstrumentReader instruments, Map<Tag, RuleBound> bounds) {
        this.instruments = instruments;
        this.bounds = bounds;
    }

    /** Checks every tag's limits. */
    void check(Map<AlarmId, AlarmPlan> points, Map<AlarmId, Section> sections) {
        for (InstrumentPlan instrument : instruments.plans()) {
            List<AlarmPlan> lows = limits(points, instrument.tag(), Kind.LOW);
            List<AlarmPlan> highs = limits(points, instrument.tag(), Kind.HIGH);
            order(lows, sections);
            order(highs, sections);
            for (AlarmPlan low : lows) {
                highs.forEach(high -> overlap(low, high, sections));
            }
            RuleBound bound = bounds.get(instrument.tag());
            if (bound != null) {
                lows.forEach(point -> outside(point, bound, sections));
                highs.forEach(point -> outside(point, bound, sections));
            }
        }
    }

    private static List<AlarmPlan> limits(Map<AlarmId, AlarmPlan> points, Tag tag, Kind kind) {
        List<AlarmPlan> limits = new ArrayList<>();
        for (AlarmPlan point : points.values()) {
            if (point.id().tag().equals(tag) && point.kind() == kind) {
                limits.add(point);
            }
        }
        return limits;
    }

    /** HH is beyond H and LL beyond L; no two limits of a side stand on one value. */
    private static void order(List<AlarmPlan> limits, Map<AlarmId, Section> sections) {
        for (AlarmPlan severe : limits) {
            for (AlarmPlan mild : limits) {
                Section section = sections.get(severe.id());
                String name = severe.id().condition();
                boolean ranked = name.equals(mild.id().condition() + name.charAt(0)) && name.matches("H+|L+");
                if (section == null || severe.id().equals(mild.id())) {
                    continue;
                }
                String at = Section.show(severe.setpoint());
                String other = Section.show(mild.setpoint());
                if (ranked && !severe.severerThan(mild)) {
                    boolean high = severe.kind() == Kind.HIGH;
                    Text allowed = new Text((high ? "above " : "below ") + other, (high ? "高于 " : "低于 ") + other);
                    section.fault("setpoint", FaultKind.LIMIT_ORDER, severe.id(), at, mild.id(), other, allowed);
                } else if (!ranked
                        && severe.setpoint() == mild.setpoint()
                        && severe.id().compareTo(mild.id()) > 0
                        && !mild.id().condition().equals(name + name.charAt(0))) {
                    section.fault("setpoint", FaultKind.SAME_LIMIT, severe.id(), at, mild.id());
                }
            }
        }
    }

    private static void overlap(AlarmPlan low, AlarmPlan high, Map<AlarmId, Section> sections) {
        Section section = sections.get(low.id());
        if (section != null && low.setpoint() + low.deadband() >= high.setpoint() - high.deadband()) {
            section.fault(
                    "setpoint",
                    FaultKind.OVERLAPPING_DEADBANDS,
                    Section.show(low.setpoint()),
                    Section.show(low.deadband()),
                    Section.show(high.setpoint()),
                    high.id(),
                    Section.show(high.deadband()));
        }
    }

    private static void outside(AlarmPlan point, RuleBound bound, Map<AlarmId, Section> sections) {
        Section section = sections.get(point.id());
        boolean within = point.setpoint() >= bound.low() && point.setpoint() <= bound.high();
        if (section != null && !within) {
            section.fault(
                    "setpoint",
                    FaultKind.OUTSIDE_RULE,
                    Section.show(point.setpoint()),
                    bound.rule(),
                    Section.show(bound.low()),
                    Section.show(bound.high()),
                    point.unit());
        }
    }
}
