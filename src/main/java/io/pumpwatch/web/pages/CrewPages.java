package io.pumpwatch.web.pages;

import io.pumpwatch.api.Papers;
import io.pumpwatch.api.People;
import io.pumpwatch.api.Remarks;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Visitors;
import io.pumpwatch.web.pages.Block.Cell;
import io.pumpwatch.web.pages.Block.Fact;
import java.util.ArrayList;
import java.util.List;

/** The shift with its briefing and muster, people with their papers, remarks and visitors. */
public final class CrewPages {
    private static final int SOON_DAYS = 30;

    private CrewPages() {}

    /** The shift. */
    public static PageModel shift(
            ShiftPage shift, RosterPage roster, People people, Visitors visitors, String person, Say say) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts("present", say.t("presentShift"), slots(shift, say)));
        List<List<Cell>> crew = new ArrayList<>();
        shift.crew()
                .forEach(each -> crew.add(List.of(
                        Cell.of(each.name()),
                        Cell.of(shift.workName(each.work())),
                        Cell.of(say.time(each.since())),
                        Cell.of(
                                String.join(say.t("comma"), each.gearMissing()),
                                each.gearMissing().isEmpty() ? Mark.NONE : Mark.HIGH),
                        Cell.of(say.time(each.answered()), each.silent() ? Mark.HIGH : Mark.NONE))));
        blocks.add(new Block.Grid(
                "crew",
                say.t("onDuty"),
                say.columns("person", "work", "since", "gear", "answered"),
                crew,
                say.t("nobody")));
        signing(blocks, shift.signOn(), person, say);
        briefing(blocks, shift, person, say);
        muster(blocks, shift, person, say);
        roster(blocks, roster, say);
        VisitorBlocks.add(blocks, visitors, person, say);
        Acts acts = new Acts(blocks, person, say);
        acts.shift(shift);
        acts.roster(roster, people);
        blocks.add(ExportTables.page("shift", say));
        return PageModel.live("shift", blocks);
    }

    /** The work as it is called where somebody signs on for it. */
    private static List<Fact> slots(ShiftPage shift, Say say) {
        List<Fact> facts = new ArrayList<>();
        ShiftPage.Slot present = shift.present();
        ShiftPage.Slot next = shift.next();
        if (present != null) {
            facts.add(new Fact(
                    present.name(),
                    Cell.of(say.time(present.begin()) + " – " + say.time(present.end()) + " "
                            + String.join(say.t("comma"), present.due()))));
        }
        if (next != null) {
            facts.add(new Fact(
                    say.t("nextShift"),
                    Cell.of(next.name() + " " + say.time(next.begin()) + " "
                            + String.join(say.t("comma"), next.due()))));
        }
        for (ShiftPage.Ready pump : shift.readiness()) {
            boolean ready = pump.notReady().isEmpty();
            String said = ready ? say.t("readyToDrain") : String.join("; ", pump.notReady());
            facts.add(new Fact(pump.pump() + " " + pump.name(), Cell.of(said, ready ? Mark.NONE : Mark.HIGH)));
        }
        boolean few = shift.crew().size() < shift.needed();
        facts.add(new Fact(
                say.t("needed"),
                Cell.of(shift.crew().size() + " / " + shift.needed(), few ? Mark.CRITICAL : Mark.NONE)));
        if (!shift.missing().isEmpty()) {
            facts.add(new Fact(say.t("missing"), Cell.of(String.join(say.t("comma"), shift.missing()), Mark.HIGH)));
        }
        if (shift.doorForcedSince() != null) {
            facts.add(new Fact(say.t("doorForced"), Cell.of(say.time(shift.doorForcedSince()), Mark.HIGH)));
        }
        facts.add(new Fact(say.t("floodSeason"), Cell.of(say.yes(shift.floodSeason()))));
        return facts;
    }

    private static void signing(List<Block> blocks, ShiftPage.SignOn asked, String person, Say say) {
        SignOnForms.add(blocks, asked, person, say);
        blocks.add(new Block.Form(
                "present",
                say.t("present"),
                say.t("present"),
                new Inputs(say).signature(person).done(),
                true));
        blocks.add(new Block.Form(
                "sign-off",
                say.t("sign-off"),
                say.t("sign-off"),
                new Inputs(say).signature(person).done(),
                true));
    }

    private static void briefing(List<Block> blocks, ShiftPage shift, String person, Say say) {
        ShiftPage.Briefing briefing = shift.briefing();
        if (briefing == null) {
            blocks.add(new Block.Note(
                    "briefing", shift.briefingMissed() ? Mark.MEDIUM : Mark.NONE, List.of(say.t("noBriefing"))));
            blocks.add(new Block.Form(
                    "briefing-hold",
                    say.t("briefing-hold"),
                    say.t("sign"),
                    new Inputs(say)
                            .signature(person)
                            .area("text", true)
                            .lines("risks", true)
                            .lines("measures", true)
                            .done(),
                    true));
            return;
        }
        List<List<Cell>> risks = new ArrayList<>();
        briefing.risks().forEach(each -> risks.add(List.of(Cell.of(each.risk()), Cell.of(each.measure()))));
        List<String> signed =
                briefing.signed().stream().map(ShiftPage.Signed::name).toList();
        blocks.add(new Block.Facts(
                "briefing",
                say.t("briefing"),
                List.of(
                        new Fact(say.t("col.text"), Cell.of(briefing.text())),
                        new Fact(say.t("heldBy"), Cell.of(briefing.by() + " " + say.time(briefing.at()))),
                        new Fact(say.t("signed"), Cell.of(String.join(say.t("comma"), signed))))));
        blocks.add(new Block.Grid("risks", say.t("risks"), say.columns("risk", "measure"), risks, say.t("none")));
        blocks.add(new Block.Form(
                "briefing-sign",
                say.t("briefing-sign"),
                say.t("sign"),
                new Inputs(say).signature(person).done(),
                true));
    }

    private static void muster(List<Block> blocks, ShiftPage shift, String person, Say say) {
        ShiftPage.Muster muster = shift.muster();
        if (muster == null) {
            return;
        }
        blocks.add(new Block.Facts(
                "muster",
                say.t("muster"),
                List.of(
                        new Fact(say.t("deadline"), Cell.of(say.time(muster.deadline()), Mark.HIGH)),
                        new Fact(
                                say.t("arrived"),
                                Cell.of(String.join(
                                        say.t("comma"),
                                        muster.arrived().stream()
                                                .map(ShiftPage.Signed::name)
                                                .toList()))),
                        new Fact(
                                say.t("missing"),
                                Cell.of(
                                        String.join(say.t("comma"), muster.missing()),
                                        muster.missing().isEmpty() ? Mark.NONE : Mark.HIGH)))));
        blocks.add(new Block.Form(
                "muster-arrive",
                say.t("muster-arrive"),
                say.t("sign"),
                new Inputs(say).signature(person).done(),
                false));
    }

    private static void roster(List<Block> blocks, RosterPage roster, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        roster.slots()
                .forEach(slot -> rows.add(List.of(
                        Cell.of(slot.name()),
                        Cell.of(say.time(slot.begin())),
                        Cell.of(say.time(slot.end())),
                        Cell.of(String.join(say.t("comma"), slot.people())),
                        Cell.of(String.join(say.t("comma"), slot.excused())))));
        blocks.add(new Block.Grid(
                "roster",
                say.t("roster"),
                say.columns("shift", "from", "to", "person", "excused"),
                rows,
                say.t("none")));
    }

    /** People, papers and remarks. */
    public static PageModel people(People people, Papers papers, Remarks remarks, String person, Say say) {
        List<Block> blocks = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        people.people()
                .forEach(each -> rows.add(List.of(
                        Cell.of(each.id()),
                        Cell.of(each.name()),
                        Cell.of(say.all("role", each.roles())),
                        Cell.of(each.active() ? say.time(each.onDutySince()) : say.t("left")))));
        blocks.add(new Block.Grid(
                "people", say.t("people"), say.columns("id", "person", "roles", "onDutySince"), rows, say.t("none")));
        List<List<Cell>> lines = new ArrayList<>();
        papers.papers().forEach(each -> {
            Long left = each.daysLeft();
            Mark mark = left == null ? Mark.NONE : left < 0 ? Mark.HIGH : left <= SOON_DAYS ? Mark.MEDIUM : Mark.NONE;
            lines.add(List.of(
                    Cell.of(each.name()),
                    Cell.of(say.known("page.paper", each.sort())),
                    Cell.of(each.kind()),
                    Cell.of(each.number()),
                    Cell.of(each.expires(), mark),
                    Cell.of(left == null ? "" : Long.toString(left))));
        });
        blocks.add(new Block.Grid(
                "papers",
                say.t("papers"),
                say.columns("person", "sort", "kind", "number", "expires", "daysLeft"),
                lines,
                say.t("none")));
        blocks.add(ExportTables.page("people", say));
        blocks.add(new Block.Form(
                "certificate",
                say.t("certificate"),
                say.t("save"),
                new Inputs(say)
                        .asker(person)
                        .someone("of", true)
                        .text("kind", true)
                        .text("number", true)
                        .date("expires", "")
                        .done(),
                true));
        remarks(blocks, remarks, person, say);
        Acts acts = new Acts(blocks, person, say);
        acts.people(remarks);
        acts.withdraw(papers);
        acts.countersign();
        acts.enrol(people);
        return PageModel.live("people", blocks);
    }

    private static void remarks(List<Block> blocks, Remarks remarks, String person, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        remarks.remarks()
                .forEach(each -> rows.add(List.of(
                        Cell.of(Long.toString(each.number())),
                        Cell.of(
                                say.t(each.violation() ? "violation" : "remark"),
                                each.violation() ? Mark.HIGH : Mark.NONE),
                        Cell.of(each.rule()),
                        Cell.of(each.text()),
                        Cell.of(say.time(each.at())),
                        Cell.of(each.answer(), each.overdue() ? Mark.HIGH : Mark.NONE))));
        blocks.add(new Block.Grid(
                "remarks",
                say.t("remarks"),
                say.columns("number", "kind", "rule", "text", "at", "answer"),
                rows,
                say.t("none")));
        blocks.add(new Block.Form(
                "remark",
                say.t("newRemark"),
                say.t("save"),
                new Inputs(say)
                        .asker(person)
                        .text("rule", true)
                        .area("text", true)
                        .done(),
                true));
    }
}
