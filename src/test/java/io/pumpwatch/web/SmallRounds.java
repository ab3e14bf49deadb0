package io.pumpwatch.web;

import io.pumpwatch.rounds.JobPlan;
import io.pumpwatch.rounds.RoundsPlan;
import io.pumpwatch.rounds.Schedule;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rounds, sheets and jobs of {@link SmallPlan}: a round of two items that is due all day, a job on P-101. */
final class SmallRounds {
    private SmallRounds() {}

    static RoundsPlan plan(ZoneId zone) {
        Schedule day = new Schedule.Daily(
                List.of(new Schedule.Window("day", LocalTime.of(0, 30), LocalTime.of(23, 0), 1_800_000)));
        SheetPlan round = new SheetPlan(
                "round",
                new Text("Round", "巡视"),
                "D6",
                Set.of(Role.OPERATOR, Role.SHIFT_LEADER),
                2,
                day,
                60_000,
                List.of(item("leaks", "Leaks", "渗漏", null), item("level", "Level", "水位", SmallPlan.LEVEL)));
        SheetPlan daily = new SheetPlan(
                "spray-daily",
                new Text("Daily check of the spray pump", "喷雾泵日检表"),
                "P5",
                Set.of(Role.STATION_FITTER),
                1,
                day,
                0,
                List.of(item("pump", "Pump", "水泵", null, true)));
        Tag pump = new Tag("P-101");
        JobPlan overhaul = new JobPlan(
                "overhaul",
                new Text("Overhaul", "检修"),
                Set.of("emulsion"),
                Set.of(Role.STATION_FITTER),
                false,
                List.of(new Text("Spanner", "扳手")),
                List.of(
                        new JobPlan.Step("off", new Text("Power off", "停电"), JobPlan.Kind.POWER_OFF),
                        new JobPlan.Step("work", new Text("Work", "检修"), JobPlan.Kind.WORK)));
        return new RoundsPlan(
                zone,
                Lang.EN,
                List.of(round, daily),
                List.of(overhaul),
                RoundsPlan.USUAL_DEFECTS,
                RoundsPlan.USUAL_WORK,
                List.of(SmallPlan.LEVEL.alarm("H")),
                Map.of(
                        pump,
                        new RoundsPlan.Pump(
                                pump,
                                new Text("Emulsion pump 1", "1 号乳化液泵"),
                                "emulsion",
                                SmallPlan.PRESSURE,
                                0.5,
                                List.of(SmallPlan.PRESSURE))),
                Map.of(
                        SmallPlan.LEVEL,
                        new RoundsPlan.Instrument(SmallPlan.LEVEL, new Text("sump level", "水位"), "m", 0, 6)),
                1);
    }

    private static SheetPlan.Item item(String id, String en, String zh, @Nullable Tag compare) {
        return item(id, en, zh, compare, false);
    }

    private static SheetPlan.Item item(String id, String en, String zh, @Nullable Tag compare, boolean evidence) {
        return new SheetPlan.Item(
                id,
                new Text(en, zh),
                new Text("P-101", "P-101"),
                compare != null,
                compare == null ? "" : "m",
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                compare,
                0.2,
                "",
                evidence);
    }
}
