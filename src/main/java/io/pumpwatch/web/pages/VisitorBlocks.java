package io.pumpwatch.web.pages;

import io.pumpwatch.api.Visitors;
import io.pumpwatch.web.pages.Block.Cell;
import java.util.ArrayList;
import java.util.List;

/** Who is inside, who may come in, and the forms for coming and going (D5). */
final class VisitorBlocks {
    private VisitorBlocks() {}

    static void add(List<Block> blocks, Visitors visitors, String person, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        visitors.inside()
                .forEach(each -> rows.add(List.of(
                        Cell.of(each.name(), each.listed() ? Mark.NONE : Mark.HIGH),
                        Cell.of(each.escort()),
                        Cell.of(each.reason()),
                        Cell.of(say.time(each.since())))));
        blocks.add(new Block.Grid(
                "inside", say.t("inside"), say.columns("person", "escort", "reason", "since"), rows, say.t("none")));
        List<List<Cell>> approved = new ArrayList<>();
        visitors.approved()
                .forEach(each -> approved.add(List.of(
                        Cell.of(each.name()), Cell.of(each.until()), Cell.of(each.by()), Cell.of(each.reason()))));
        blocks.add(new Block.Grid(
                "approved",
                say.t("approvedList"),
                say.columns("person", "until", "approvedBy", "reason"),
                approved,
                say.t("none")));
        blocks.add(new Block.Form(
                "visitor-in",
                say.t("visitor-in"),
                say.t("save"),
                new Inputs(say)
                        .asker(person)
                        .text("name", true)
                        .someone("escort", true)
                        .text("reason", true)
                        .done(),
                true));
        visitors.inside()
                .forEach(each -> blocks.add(new Block.Form(
                        "visitor-out",
                        say.t("visitorLeaves", "name", each.name()),
                        say.t("save"),
                        new Inputs(say)
                                .asker(person)
                                .hidden("number", each.number())
                                .done(),
                        true)));
        for (Visitors.Approved each : visitors.approved()) {
            String title = say.t("act.visitor-revoke", "what", each.name());
            Inputs inputs = new Inputs(say).asker(person).hidden("name", each.name());
            blocks.add(new Block.Form("visitor-revoke", title, title, inputs.done(), true));
        }
        blocks.add(new Block.Form(
                "visitor-outsider",
                say.t("act.visitor-outsider"),
                say.t("report"),
                new Inputs(say)
                        .asker(person)
                        .text("name", true)
                        .area("text", true)
                        .done(),
                true));
    }
}
