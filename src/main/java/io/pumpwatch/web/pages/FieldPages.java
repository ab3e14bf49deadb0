package io.pumpwatch.web.pages;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Commissioned;
import io.pumpwatch.api.FieldPage;
import io.pumpwatch.web.pages.Block.Cell;
import io.pumpwatch.web.pages.Block.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What every channel reads and every relay does, with function checks and commissioning: for technicians. */
public final class FieldPages {
    private static final String A_MINUTE = "60";
    private static final String A_YEAR = "365";

    private FieldPages() {}

    /** The page. */
    public static PageModel of(FieldPage field, Commissioned commissioned, AlarmList points, String person, Say say) {
        List<Block> blocks = new ArrayList<>();
        for (String fault : List.of(field.inputFault(), field.outputFault())) {
            if (!fault.isEmpty()) {
                blocks.add(new Block.Note("fault", Mark.HIGH, List.of(fault)));
            }
        }
        blocks.add(inputs(field, say));
        blocks.add(outputs(field, say));
        checks(blocks, field, person, say);
        commission(blocks, commissioned, points, person, say);
        blocks.add(new Block.Form(
                "reload",
                say.t("reload"),
                say.t("reload"),
                new Inputs(say).signature(person).text("reason", true).done(),
                true));
        blocks.add(ExportTables.page("field", say));
        return PageModel.live("field", blocks);
    }

    private static Block inputs(FieldPage field, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        for (FieldPage.Input each : field.inputs()) {
            boolean good = each.quality().equals("good");
            String measured = each.measured() == null
                    ? "–"
                    : String.format(Locale.ROOT, "%.3f %s", each.measured(), each.measuredUnit());
            String value = each.signal().equals("contact")
                    ? each.value() == null ? "–" : say.t(each.value() > 0 ? "closed" : "open")
                    : say.number(each.value()) + " " + each.unit();
            rows.add(List.of(
                    Cell.of(each.tag()),
                    Cell.of(each.what()),
                    Cell.of(each.channel()),
                    Cell.of(measured),
                    Cell.of(value),
                    Cell.of((each.causeText() + " " + each.fault()).strip(), good ? Mark.NONE : Mark.HIGH)));
        }
        return new Block.Grid(
                "inputs",
                say.t("inputs"),
                say.columns("tag", "name", "channel", "measured", "value", "quality"),
                rows,
                say.t("none"));
    }

    private static Block outputs(FieldPage field, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        for (FieldPage.Output each : field.outputs()) {
            FieldPage.Check check = each.check();
            boolean differs = each.asked() != null
                    && each.readBack() != null
                    && !each.asked().equals(each.readBack());
            rows.add(List.of(
                    Cell.of(each.tag()),
                    Cell.of(say.t("use." + each.use()) + (each.pump() == null ? "" : " " + each.pump())),
                    Cell.of(each.channel()),
                    Cell.of(coil(each.asked(), say)),
                    Cell.of((coil(each.readBack(), say) + " " + each.fault()).strip(), differs ? Mark.HIGH : Mark.NONE),
                    Cell.of(
                            check == null
                                    ? ""
                                    : say.t(
                                            "heldBy2",
                                            "name",
                                            check.byName(),
                                            "until",
                                            say.second(check.until()),
                                            "reason",
                                            check.reason()),
                            check == null ? Mark.NONE : Mark.MEDIUM)));
        }
        return new Block.Grid(
                "outputs",
                say.t("outputs"),
                say.columns("tag", "use", "channel", "asked", "readBack", "check"),
                rows,
                say.t("none"));
    }

    private static String coil(@org.jspecify.annotations.Nullable Boolean energised, Say say) {
        return energised == null ? "–" : say.t(energised ? "energised" : "released");
    }

    private static void checks(List<Block> blocks, FieldPage field, String person, Say say) {
        List<Option> outputs = new ArrayList<>();
        for (FieldPage.Output each : field.outputs()) {
            outputs.add(new Option(each.tag(), each.tag() + " " + say.t("use." + each.use())));
            if (each.check() != null) {
                blocks.add(new Block.Form(
                        "output-end",
                        say.t("outputEnd", "output", each.tag()),
                        say.t("outputEnd", "output", each.tag()),
                        new Inputs(say)
                                .signature(person)
                                .hidden("output", each.tag())
                                .done(),
                        true));
            }
        }
        if (!outputs.isEmpty()) {
            blocks.add(new Block.Form(
                    "output-drive",
                    say.t("outputDrive"),
                    say.t("outputDrive"),
                    new Inputs(say)
                            .signature(person)
                            .select("output", outputs)
                            .select("state", Inputs.options("on", say.t("energised"), "off", say.t("released")))
                            .number("seconds", A_MINUTE)
                            .text("reason", true)
                            .done(),
                    true));
        }
    }

    private static void commission(
            List<Block> blocks, Commissioned commissioned, AlarmList points, String person, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Option> instruments = new ArrayList<>();
        for (Commissioned.Instrument each : commissioned.instruments()) {
            instruments.add(new Option(each.tag(), each.tag() + " " + each.name()));
            rows.add(List.of(
                    Cell.of(each.tag()),
                    Cell.of(each.name()),
                    Cell.of(each.done() == null ? "–" : say.time(each.done())),
                    Cell.of(each.byName() == null ? "" : each.byName()),
                    Cell.of(each.errorPercent() == null ? "" : say.number(each.errorPercent()) + " %"),
                    Cell.of(each.proven() == null ? "" : each.proven()),
                    Cell.of(each.due() == null ? "" : say.time(each.due()), each.overdue() ? Mark.HIGH : Mark.NONE)));
        }
        blocks.add(new Block.Grid(
                "commissioned",
                say.t("commissioned"),
                say.columns("tag", "name", "done", "person", "error", "proven", "due"),
                rows,
                say.t("none")));
        if (!instruments.isEmpty()) {
            List<Option> alarms = points.alarms().stream()
                    .map(each -> new Option(each.point(), each.point() + " " + each.name()))
                    .toList();
            blocks.add(new Block.Form(
                    "commission",
                    say.t("commission"),
                    say.t("sign"),
                    new Inputs(say)
                            .signature(person)
                            .select("instrument", instruments)
                            .numbers("found")
                            .numbers("left")
                            .select("point", alarms)
                            .number("days", A_YEAR)
                            .area("text", false)
                            .done(),
                    true));
        }
    }
}
