package io.pumpwatch.web.pages;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Status;
import io.pumpwatch.web.pages.Block.Cell;
import io.pumpwatch.web.pages.Block.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The live board: what the station does now, grey while all is well. */
public final class BoardPage {
    private static final double FULL = 100;
    private static final int ALARMS_MAX = 8;

    private final Status status;
    private final Say say;

    private BoardPage(Status status, Say say) {
        this.status = status;
        this.say = say;
    }

    /** The page. */
    public static PageModel of(Status status, AlarmList alarms, String person, Say say) {
        BoardPage page = new BoardPage(status, say);
        List<Block> blocks = new ArrayList<>();
        blocks.add(AlarmsPage.table(alarms, say, ALARMS_MAX));
        blocks.add(page.pumps());
        blocks.add(page.bars());
        blocks.add(page.contacts());
        blocks.add(page.people());
        blocks.add(page.keeping());
        new Acts(blocks, person, say).protection(status);
        return PageModel.live("board", blocks);
    }

    private Block pumps() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Status.Pump pump : status.pumps()) {
            boolean trouble = !pump.startedAgainst().isEmpty()
                    || pump.unexplainedStop()
                    || !pump.trips().isEmpty();
            List<String> why = new ArrayList<>();
            pump.startedAgainst().forEach(each -> why.add(say.t("against", "why", each.text())));
            pump.inhibits().forEach(each -> why.add(each.text()));
            pump.notReady().forEach(each -> why.add(each.text()));
            // A trip that also holds the start back is said there, with what to do.
            pump.trips().stream()
                    .filter(each -> pump.inhibits().stream()
                            .noneMatch(held ->
                                    held.code().equals("trip") && held.on().equals(each)))
                    .forEach(each -> why.add(say.t("tripped", "point", each)));
            if (pump.unexplainedStop()) {
                why.add(say.t("unexplained"));
            }
            Mark mark = trouble ? Mark.HIGH : why.isEmpty() ? Mark.NONE : Mark.MEDIUM;
            rows.add(List.of(
                    Cell.of(pump.tag()),
                    Cell.of(pump.name()),
                    Cell.of(say.t(pump.running() ? "running" : "stopped")),
                    Cell.of(say.second(pump.since())),
                    Cell.of(say.span(pump.runMs())),
                    Cell.of(why.isEmpty() ? say.t("permitted") : String.join("; ", why), mark)));
        }
        return new Block.Grid(
                "pumps", say.t("pumps"), say.columns("tag", "name", "state", "since", "hours", "start"), rows, "–");
    }

    private Block bars() {
        Map<String, Status.Header> headers = new HashMap<>();
        status.headers().forEach(each -> headers.put(each.tag(), each));
        Map<String, Status.Level> levels = new HashMap<>();
        status.levels().forEach(each -> levels.put(each.tag(), each));
        List<Block.Bar> bars = new ArrayList<>();
        for (Status.Instrument each : status.instruments()) {
            if (!each.signal().equals("contact")) {
                bars.add(bar(each, headers.get(each.tag()), levels.get(each.tag())));
            }
        }
        return new Block.Bars("readings", say.t("readings"), bars);
    }

    private Block.Bar bar(Status.Instrument each, Status.@Nullable Header header, Status.@Nullable Level level) {
        List<String> notes = new ArrayList<>();
        Mark mark = Mark.NONE;
        if (!each.quality().equals("good")) {
            notes.add(each.causeText());
            mark = each.quality().equals("bad") ? Mark.HIGH : Mark.MEDIUM;
        }
        if (header != null && header.swing() != null) {
            notes.add(say.t("swing"));
            mark = Mark.CRITICAL;
        }
        if (header != null && header.excursionSince() != null) {
            notes.add(say.t("excursion", "rule", header.rule(), "since", say.second(header.excursionSince())));
            mark = Mark.HIGH;
        }
        if (level != null && level.ratePerMinute() != null) {
            notes.add(say.t("rate", "rate", say.number(level.ratePerMinute()), "unit", each.unit()));
        }
        if (level != null && level.timeToOverflowMs() != null) {
            notes.add(say.t("overflow", "span", say.span(level.timeToOverflowMs())));
        }
        if (level != null && level.lost() != null) {
            notes.add(say.t("levelLost", "value", say.number(level.lost().lastGood())));
            mark = Mark.CRITICAL;
        }
        double from = each.spanLow() == null ? 0 : each.spanLow();
        double width = (each.spanHigh() == null ? FULL : each.spanHigh()) - from;
        double low = header == null ? from : header.ruleLow();
        double high = header == null ? from + width : header.ruleHigh();
        return new Block.Bar(
                each.tag(),
                each.what(),
                say.number(each.value()),
                each.unit(),
                each.value() == null ? -1 : part(each.value() - from, width),
                part(low - from, width),
                part(high - from, width),
                each.limits().stream()
                        .map(limit -> part(limit.setpoint() - from, width))
                        .toList(),
                limits(each),
                mark,
                String.join("; ", notes));
    }

    /** The limits by their conditions: HH 35.00. */
    private String limits(Status.Instrument each) {
        List<String> all = each.limits().stream()
                .map(limit ->
                        limit.point().substring(limit.point().indexOf('.') + 1) + " " + say.number(limit.setpoint()))
                .toList();
        return all.isEmpty() ? "" : say.t("limits", "list", String.join(say.t("comma"), all));
    }

    private static double part(double value, double whole) {
        return whole <= 0 ? 0 : Math.max(0, Math.min(FULL, FULL * value / whole));
    }

    private Block contacts() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Status.Instrument each : status.instruments()) {
            if (each.signal().equals("contact")) {
                boolean good = each.quality().equals("good");
                String state = each.value() == null ? "–" : say.t(each.value() > 0 ? "closed" : "open");
                rows.add(List.of(
                        Cell.of(each.tag()),
                        Cell.of(each.what()),
                        Cell.of(state),
                        Cell.of(each.causeText(), good ? Mark.NONE : Mark.HIGH)));
            }
        }
        return new Block.Grid("contacts", say.t("contacts"), say.columns("tag", "name", "state", "quality"), rows, "–");
    }

    private Block people() {
        List<List<Cell>> rows = new ArrayList<>();
        status.onDuty().forEach(each -> rows.add(List.of(Cell.of(each.name()), Cell.of(say.time(each.since())))));
        return new Block.Grid("duty", say.t("onDuty"), say.columns("person", "since"), rows, say.t("nobody"));
    }

    private Block keeping() {
        Status.Entries entries = status.entries();
        boolean stalled = entries.storeStalledMs() > 0;
        boolean fault = !status.link().fault().isEmpty();
        List<Fact> facts = List.of(
                new Fact(
                        say.t("kept"),
                        Cell.of(
                                entries.durable().epoch() + "-"
                                        + entries.durable().seq(),
                                stalled ? Mark.CRITICAL : Mark.NONE)),
                new Fact(
                        say.t("link"),
                        Cell.of(
                                say.known("page.link", status.link().state())
                                        + (fault ? ": " + status.link().fault() : ""),
                                fault ? Mark.HIGH : Mark.NONE)),
                new Fact(say.t("waiting"), Cell.of(Long.toString(entries.waiting()))),
                new Fact(
                        say.t("clock"),
                        Cell.of(
                                say.known("page.clock", status.clockTrust()),
                                status.clockTrust().equals("unset") ? Mark.HIGH : Mark.NONE)),
                new Fact(
                        say.t("alarmLoad"),
                        Cell.of(Integer.toString(status.alarmLoad().inTenMinutes()))));
        return new Block.Facts("keeping", say.t("keeping"), facts);
    }
}
