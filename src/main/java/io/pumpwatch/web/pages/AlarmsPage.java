package io.pumpwatch.web.pages;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Status;
import io.pumpwatch.web.pages.Block.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Alarms with what they ask for: cause, consequence, response. */
public final class AlarmsPage {
    /** What the block of an alarm's guidance is named by, before its point. */
    static final String GUIDANCE = "g-";

    private AlarmsPage() {}

    /** The page. */
    public static PageModel of(Status status, AlarmList alarms, AlarmList everything, String person, Say say) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(alarms, say, Integer.MAX_VALUE));
        blocks.add(new Block.Form(
                "acknowledge",
                say.t("ackAll"),
                say.t("ackAll"),
                new Inputs(say).asker(person).flagged("all").done(),
                false));
        Set<String> trips = status.trips().stream().map(Status.Trip::point).collect(Collectors.toSet());
        alarms.alarms().forEach(alarm -> one(blocks, alarm, trips.contains(alarm.point()), person, say));
        blocks.add(masked(everything, say));
        new Acts(blocks, person, say).masks(status, everything);
        if (!person.isEmpty()) {
            // Who hasn't signed in may only see the lamps where the station is asked from elsewhere.
            blocks.add(ExportTables.page("alarms", say));
        }
        return PageModel.live("alarms", blocks);
    }

    /** An alarm's guidance, and what can be done about it. */
    private static void one(List<Block> blocks, AlarmList.Alarm alarm, boolean trip, String person, Say say) {
        blocks.add(guidance(alarm, say));
        String point = alarm.point();
        boolean asks = !alarm.state().equals("acked") && !alarm.state().equals("latched-acked");
        if (asks) {
            blocks.add(new Block.Form(
                    "acknowledge",
                    say.t("ackOne", "point", point),
                    say.t("ack"),
                    new Inputs(say).asker(person).list("points", point).done(),
                    // With nothing to fill in there is nothing to unfold.
                    person.isEmpty()));
        }
        blocks.add(new Block.Form(
                "shelve",
                say.t("shelveOne", "point", point),
                say.t("shelve"),
                new Inputs(say)
                        .asker(person)
                        .hidden("point", point)
                        .text("reason", true)
                        .number("minutes", "30")
                        .done(),
                true));
        blocks.add(new Block.Form(
                "confirm",
                say.t("confirmOne", "point", point),
                say.t("confirm"),
                new Inputs(say)
                        .asker(person)
                        .hidden("point", point)
                        .area("text", true)
                        .done(),
                true));
        if (trip || alarm.state().startsWith("latched")) {
            new Acts(blocks, person, say).reset(point, trip);
        }
    }

    /** The list, the most urgent first. */
    static Block table(AlarmList alarms, Say say, int max) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AlarmList.Alarm alarm : alarms.alarms()) {
            if (rows.size() < max) {
                String value = alarm.value() == null ? "" : say.number(alarm.value()) + " " + alarm.unit();
                String limit = alarm.setpoint() == null ? "" : say.number(alarm.setpoint()) + " " + alarm.unit();
                String state = alarm.stateText() + (alarm.kept() ? "" : say.t("unkept"));
                rows.add(List.of(
                        Cell.of(say.known("priority", alarm.priority()), Mark.ofPriority(alarm.priority())),
                        Cell.link(alarm.point(), "/alarms#g-" + alarm.point()),
                        Cell.of(alarm.name() + (alarm.functionCheck() ? say.t("drillMark") : "")),
                        Cell.of(state),
                        Cell.of(value),
                        Cell.of(limit),
                        Cell.of(say.second(alarm.since()))));
            }
        }
        return new Block.Grid(
                "alarms",
                say.t("alarms"),
                say.columns("priority", "point", "name", "state", "value", "limit", "since"),
                rows,
                say.t("noAlarms"));
    }

    private static Block guidance(AlarmList.Alarm alarm, Say say) {
        return new Block.Facts(
                GUIDANCE + alarm.point(),
                alarm.point() + " " + alarm.name(),
                List.of(
                        new Block.Fact(say.t("cause"), Cell.of(alarm.cause())),
                        new Block.Fact(say.t("consequence"), Cell.of(alarm.consequence())),
                        new Block.Fact(say.t("response"), Cell.of(alarm.response()))));
    }

    private static Block masked(AlarmList everything, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AlarmList.Alarm alarm : everything.alarms()) {
            AlarmList.Mask shelf = alarm.shelved();
            AlarmList.Mask service = alarm.outOfService();
            if (shelf != null) {
                rows.add(row(alarm, say.t("shelved"), shelf, say));
            }
            if (service != null) {
                rows.add(row(alarm, say.t("outOfService"), service, say));
            }
            if (alarm.suppressed() != null) {
                rows.add(List.of(
                        Cell.of(alarm.point()),
                        Cell.of(say.t("suppressed")),
                        Cell.of(alarm.suppressed()),
                        Cell.of(""),
                        Cell.of("")));
            }
        }
        return new Block.Grid(
                "masked",
                say.t("masked"),
                say.columns("point", "state", "reason", "person", "until"),
                rows,
                say.t("noneMasked"));
    }

    private static List<Cell> row(AlarmList.Alarm alarm, String how, AlarmList.Mask mask, Say say) {
        return List.of(
                Cell.of(alarm.point()),
                Cell.of(how, Mark.MEDIUM),
                Cell.of(mask.reason()),
                Cell.of(mask.byName()),
                Cell.of(say.time(mask.until())));
    }
}
