package io.pumpwatch.web.pages;

import io.pumpwatch.api.Sheets;
import io.pumpwatch.web.pages.Block.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rounds and sheets: which are due, and one to fill in on the way. */
public final class SheetPages {
    /** What wants somebody first stands first. */
    private static final List<String> URGENCY = List.of("in-progress", "late", "due");

    private SheetPages() {}

    /** All sheets, those under way and due before those to come. */
    public static PageModel list(Sheets sheets, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Sheets.Sheet> sorted = new ArrayList<>(sheets.sheets());
        sorted.sort(Comparator.comparingInt(SheetPages::rank));
        for (Sheets.Sheet sheet : sorted) {
            Mark mark = sheet.state().equals("late") ? Mark.HIGH : sheet.state().equals("due") ? Mark.INFO : Mark.NONE;
            rows.add(List.of(
                    Cell.link(sheet.name(), "/rounds/" + sheet.id()),
                    Cell.of(sheet.rule()),
                    Cell.of(say.known("page.sheet", sheet.state()), mark),
                    Cell.of(say.time(sheet.from())),
                    Cell.of(say.time(sheet.to())),
                    Cell.of(say.all("role", sheet.roles()))));
        }
        return PageModel.live(
                "rounds",
                List.of(
                        new Block.Grid(
                                "sheets",
                                say.t("rounds"),
                                say.columns("sheet", "rule", "state", "from", "to", "roles"),
                                rows,
                                say.t("noSheets")),
                        ExportTables.page("rounds", say)));
    }

    private static int rank(Sheets.Sheet sheet) {
        int rank = URGENCY.indexOf(sheet.state());
        return rank < 0 ? URGENCY.size() : rank;
    }

    /** One sheet. */
    public static PageModel one(Sheets.Sheet sheet, String person, Say say) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts("about", sheet.name(), about(sheet, say)));
        boolean open = sheet.startedAt() != null;
        boolean due = !open && (sheet.state().equals("due") || sheet.state().equals("late"));
        if (due) {
            blocks.add(new Block.Form(
                    "sheet-start",
                    say.t("startSheet"),
                    say.t("startSheet"),
                    new Inputs(say).asker(person).hidden("sheet", sheet.id()).done(),
                    false));
        } else if (!open) {
            blocks.add(notYet(sheet, say));
        }
        List<Block.Check> checks = new ArrayList<>();
        long answered = 0;
        for (Sheets.Item item : sheet.items()) {
            checks.add(check(item, say));
            answered += item.answer() == null ? 0 : 1;
        }
        String progress = say.t(
                "answered",
                "n",
                Long.toString(answered),
                "of",
                Integer.toString(sheet.items().size()));
        String key = sheet.key() == null ? "" : sheet.key();
        blocks.add(new Block.Checks(sheet.id(), key, open, progress, checks));
        if (open) {
            for (Block.Check check : checks) {
                if (check.noteNeeded()) {
                    blocks.add(new Block.Form(
                            "sheet-note",
                            say.t("noteOne", "item", check.text()),
                            say.t("save"),
                            new Inputs(say)
                                    .asker(person)
                                    .hidden("sheet", sheet.id())
                                    .hidden("item", check.id())
                                    .text("text", true)
                                    .done(),
                            false));
                }
            }
            new Acts(blocks, person, say).skip(sheet);
            blocks.add(new Block.Form(
                    "sheet-sign",
                    say.t("signSheet"),
                    say.t("sign"),
                    new Inputs(say)
                            .signature(person)
                            .hidden("sheet", sheet.id())
                            .done(),
                    false));
        }
        blocks.add(past(sheet, say));
        return PageModel.still("rounds", blocks);
    }

    /** Why there is nothing to press. */
    private static Block notYet(Sheets.Sheet sheet, Say say) {
        String from = say.time(sheet.from());
        String key = from.isEmpty() ? "sheetNotNow" : "sheetNotYet";
        return new Block.Note("notyet", Mark.INFO, List.of(say.t(key, "time", from)));
    }

    private static List<Block.Fact> about(Sheets.Sheet sheet, Say say) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(say.t("col.rule"), Cell.of(sheet.rule())));
        facts.add(new Block.Fact(say.t("col.state"), Cell.of(say.known("page.sheet", sheet.state()))));
        facts.add(new Block.Fact(say.t("col.from"), Cell.of(say.time(sheet.from()))));
        facts.add(new Block.Fact(say.t("col.to"), Cell.of(say.time(sheet.to()))));
        facts.add(new Block.Fact(say.t("signatures"), Cell.of(Integer.toString(sheet.signatures()))));
        for (Sheets.Signature signature : sheet.signed()) {
            facts.add(new Block.Fact(
                    say.t("signed"), Cell.of(signature.byName() + " " + say.time(signature.at()), Mark.GOOD)));
        }
        return facts;
    }

    private static Block.Check check(Sheets.Item item, Say say) {
        Sheets.Answer answer = item.answer();
        List<String> about = new ArrayList<>();
        if (!item.equipment().isEmpty()) {
            about.add(item.equipment());
        }
        if (item.low() != null && item.high() != null) {
            about.add(say.number(item.low()) + " – " + say.number(item.high()) + " " + item.unit());
        }
        if (item.evidence()) {
            about.add(say.t("evidenceAsked"));
        }
        String reading = answer == null || answer.agent() == null
                ? ""
                : say.t("agentShows", "value", say.number(answer.agent()), "unit", item.unit());
        return new Block.Check(
                item.place(),
                item.id(),
                item.text(),
                String.join(" · ", about),
                item.number(),
                item.unit(),
                item.location(),
                item.evidence(),
                answer == null ? "" : answer.verdict(),
                answer == null || answer.value() == null ? "" : Double.toString(answer.value()),
                answer == null ? "" : answer.text(),
                reading,
                answer != null && answer.noteNeeded());
    }

    private static Block past(Sheets.Sheet sheet, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Sheets.Past past : sheet.past()) {
            boolean missed = past.outcome().equals("missed");
            rows.add(List.of(
                    Cell.of(past.slotText()),
                    Cell.of(say.known("page.outcome", past.outcome()), missed ? Mark.HIGH : Mark.NONE),
                    Cell.of(past.fast() ? say.t("tooFast") : "", past.fast() ? Mark.MEDIUM : Mark.NONE),
                    Cell.of(String.join(say.t("comma"), past.signedNames())),
                    Cell.of(say.time(past.at()))));
        }
        return new Block.Grid(
                "past", say.t("past"), say.columns("sheet", "outcome", "note", "person", "at"), rows, say.t("noPast"));
    }
}
