package io.pumpwatch.web.pages;

import io.pumpwatch.api.Events;
import io.pumpwatch.api.Trend;
import io.pumpwatch.view.records.Report.Section;
import io.pumpwatch.web.pages.Block.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pages show, as tables of a file; the buttons that ask for one. */
public final class ExportTables {
    private static final List<String> QUALITIES = List.of("good", "uncertain", "bad");

    private ExportTables() {}

    /** Buttons for the formats, and links more. */
    static Block buttons(String query, Say say, Cell... more) {
        List<Cell> links = new ArrayList<>();
        links.add(Cell.link("CSV", query + "&format=csv"));
        links.add(Cell.link("XLSX", query + "&format=xlsx"));
        links.add(Cell.link("JSON Lines", query + "&format=jsonl"));
        links.addAll(List.of(more));
        return new Block.Links(say.t("export"), links);
    }

    /** Buttons of a page's own tables. */
    static Block page(String page, Say say, Cell... more) {
        return buttons("/api/v1/export?page=" + page, say, more);
    }

    /** Every table of a page as it stands there, and its facts; the guidance of alarms is for who reacts to them. */
    public static List<Section> of(PageModel model, Say say) {
        List<Section> sections = new ArrayList<>();
        for (Block block : model.blocks()) {
            if (block instanceof Block.Grid grid) {
                List<List<String>> rows = grid.rows().stream()
                        .map(row -> row.stream().map(Cell::text).toList())
                        .toList();
                sections.add(new Section(grid.title(), grid.columns(), rows));
            } else if (block instanceof Block.Facts facts && !facts.id().startsWith(AlarmsPage.GUIDANCE)) {
                List<List<String>> rows = facts.facts().stream()
                        .map(fact -> List.of(fact.label(), fact.value().text()))
                        .toList();
                sections.add(new Section(facts.title(), say.columns("name", "value"), rows));
            }
        }
        return sections;
    }

    /** Entries with the hash of the chain, times to the second. */
    public static Section log(Events events, Say say) {
        List<List<String>> rows = events.events().stream()
                .map(each -> List.of(
                        say.whole(Instant.parse(each.utc()).toEpochMilli()),
                        each.kindText(),
                        each.who(),
                        each.text(),
                        each.id(),
                        each.hash()))
                .toList();
        return new Section(say.t("log"), say.columns("at", "kind", "person", "text", "entry", "hash"), rows);
    }

    /** What the chart draws; a gap is a row without numbers. */
    public static Section trend(Trend trend, Say say) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < trend.at().size(); i++) {
            Integer quality = trend.quality().get(i);
            rows.add(List.of(
                    say.whole(trend.at().get(i)),
                    number(trend.min().get(i)),
                    number(trend.max().get(i)),
                    number(trend.last().get(i)),
                    quality == null
                            ? say.t("exportGap")
                            : say.known("sheet.quality", QUALITIES.get(Math.min(quality, QUALITIES.size() - 1)))));
        }
        return new Section(
                trend.tag(),
                List.of(say.t("col.at"), say.t("js.min"), say.t("js.max"), say.t("js.last"), say.t("col.quality")),
                rows);
    }

    private static String number(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
