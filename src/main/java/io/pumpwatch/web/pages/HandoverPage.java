package io.pumpwatch.web.pages;

import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.web.pages.Block.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The handover: what the station filled in, the tools, remarks, and both signatures. */
public final class HandoverPage {
    /** What is seldom done stands behind its title, so that the sheet isn't far below. */
    private static final Set<String> SELDOM = Set.of("handover-object", "handover-refuse", "handover-order");

    private final HandoverBook book;
    private final String person;
    private final Say say;
    private final List<Block> blocks = new ArrayList<>();

    private HandoverPage(HandoverBook book, String person, Say say) {
        this.book = book;
        this.person = person;
        this.say = say;
    }

    /** The page. */
    public static PageModel of(HandoverBook book, String chain, String person, Say say) {
        HandoverPage page = new HandoverPage(book, person, say);
        page.overview();
        HandoverBook.Sheet open = book.open();
        HandoverBook.Sheet last = book.last();
        if (open != null) {
            page.acts(open);
            page.sheet("open", open);
        } else {
            page.form("handover-draft", "draftHandover", new Inputs(say).asker(person));
        }
        page.form(
                "handover-order",
                "orderReceived",
                new Inputs(say).asker(person).text("giver", true).area("text", true));
        if (last != null) {
            page.sheet("last", last);
        }
        new Acts(page.blocks, person, say).handover(book);
        page.blocks.add(ExportTables.page("handover", say));
        page.blocks.add(new Block.Signatures(
                List.of(say.t("outgoing"), say.t("incoming"), say.t("leaderOnDuty")), chain, true));
        return new PageModel("handover", false, true, page.blocks);
    }

    private void overview() {
        blocks.add(new Block.Note("next", book.overdue() ? Mark.HIGH : Mark.INFO, List.of(book.next())));
        List<String> crew = book.crew().stream().map(HandoverBook.Someone::name).toList();
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(say.t("inCharge"), Cell.of(crew.isEmpty() ? "–" : String.join(say.t("comma"), crew))));
        facts.add(new Block.Fact(say.t("nextChange"), Cell.of(say.time(book.nextChange()))));
        book.orders().forEach(each -> note(facts, "order", each));
        blocks.add(new Block.Facts("crew", say.t("handover"), facts));
    }

    private void form(String verb, String title, Inputs inputs) {
        boolean seldom = SELDOM.contains(verb);
        blocks.add(new Block.Form(verb, say.t(title), say.t(title), inputs.done(), seldom));
    }

    private void acts(HandoverBook.Sheet open) {
        if (open.stage().equals("draft")) {
            Inputs counts = new Inputs(say).asker(person);
            for (HandoverBook.Counted tool : open.tools()) {
                Integer counted = tool.counted();
                String value = (counted == null ? tool.listed() : counted) + " " + tool.remark();
                String label = say.t("countOne", "tool", tool.name(), "n", Integer.toString(tool.listed()));
                counts.count("counts", tool.id(), label, value.strip());
            }
            if (!open.tools().isEmpty()) {
                form("handover-tools", "countTools", counts);
            }
            form(
                    "handover-remark",
                    "addRemark",
                    new Inputs(say).asker(person).text("topic", false).area("text", true));
            form(
                    "handover-sign",
                    "signOutgoing",
                    new Inputs(say).signature(person).area("text", false));
        }
        if (open.stage().equals("objected") || open.stage().equals("refused")) {
            // The outgoing side answers with an amendment, or draws up another sheet.
            form("handover-draft", "draftHandover", new Inputs(say).asker(person));
        }
        if (open.stage().equals("signed") || open.stage().equals("objected")) {
            form(
                    "handover-accept",
                    "signIncoming",
                    new Inputs(say).signature("").area("text", false));
            form(
                    "handover-object",
                    "objectHandover",
                    new Inputs(say).signature("").area("text", true));
        }
        form(
                "handover-refuse",
                "refuseHandover",
                new Inputs(say)
                        .signature("")
                        .select(
                                "reason",
                                Inputs.options(
                                        "not-told", say.t("refuse.not-told"),
                                        "drunk", say.t("refuse.drunk"),
                                        "ill", say.t("refuse.ill"),
                                        "unfit", say.t("refuse.unfit")))
                        .someone("refused", false)
                        .area("text", false));
    }

    private void sheet(String id, HandoverBook.Sheet sheet) {
        String title = say.t(id.equals("open") ? "openSheet" : "lastSheet", "n", Long.toString(sheet.number()));
        List<String> crew =
                sheet.crew().stream().map(HandoverBook.Someone::name).toList();
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(say.t("col.state"), Cell.of(sheet.stageText())));
        facts.add(new Block.Fact(say.t("cutOff"), Cell.of(say.time(sheet.cutOff()))));
        facts.add(new Block.Fact(say.t("crew"), Cell.of(String.join(say.t("comma"), crew))));
        note(facts, "signedBy", sheet.signed());
        note(facts, "acceptedBy", sheet.accepted());
        sheet.remarks().forEach(each -> note(facts, "remark", each));
        sheet.objections().forEach(each -> note(facts, "objection", each));
        sheet.refusals().forEach(each -> note(facts, "refusal", each));
        sheet.countersigned().forEach(each -> note(facts, "countersigned", each));
        sheet.amendments()
                .forEach(each -> facts.add(new Block.Fact(
                        say.t("amendment", "n", Integer.toString(each.number())),
                        Cell.of(each.byName() + " " + say.time(each.at()) + ": " + each.words()))));
        blocks.add(new Block.Facts(id, title, facts));
        List<List<Cell>> rows = new ArrayList<>();
        sheet.items()
                .forEach(item -> rows.add(List.of(
                        Cell.of(item.kindText()),
                        Cell.of((item.subject() + " " + item.name()).strip()),
                        Cell.of(item.text()))));
        blocks.add(new Block.Grid(
                id + "-items", say.t("items"), say.columns("kind", "subject", "text"), rows, say.t("noItems")));
        List<List<Cell>> tools = new ArrayList<>();
        for (HandoverBook.Counted tool : sheet.tools()) {
            Integer counted = tool.counted();
            boolean fewer = counted != null && counted < tool.listed();
            tools.add(List.of(
                    Cell.of(tool.name()),
                    Cell.of(Integer.toString(tool.listed())),
                    Cell.of(counted == null ? "–" : Integer.toString(counted), fewer ? Mark.HIGH : Mark.NONE),
                    Cell.of(tool.remark())));
        }
        if (!tools.isEmpty()) {
            blocks.add(new Block.Grid(
                    id + "-tools", say.t("tools"), say.columns("tool", "listed", "counted", "note"), tools, "–"));
        }
    }

    private void note(List<Block.Fact> facts, String key, HandoverBook.@Nullable Note note) {
        if (note != null) {
            String topic = note.topic().isEmpty() ? "" : "[" + note.topic() + "] ";
            facts.add(new Block.Fact(
                    say.t(key), Cell.of(note.byName() + " " + say.time(note.at()) + " " + topic + note.words())));
        }
    }
}
