package io.pumpwatch.web.pages;

import io.pumpwatch.api.Records;
import io.pumpwatch.web.pages.Block.Cell;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A report over the journal: its period, its files, and papers to be signed and filed. */
public final class RecordPage {
    /** What a table's title begins with where it is of one shift or day among several. */
    private static final Pattern PAPER = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}.*?)  ");

    private RecordPage() {}

    /**
     * What was asked for.
     *
     * @param from as it was given; empty for the usual
     * @param to likewise
     * @param whole whether the reader may take the journal itself away
     */
    public record Wanted(String kind, String from, String to, boolean whole) {}

    /**
     * A report with its period, its exports, and places for signatures.
     *
     * @param records null where it can't be shown; then {@code fault} says why
     */
    public static PageModel of(
            Wanted wanted, @Nullable Records records, String fault, String chain, LocalDate today, Say say) {
        String kind = wanted.kind();
        String from = wanted.from();
        String to = wanted.to();
        List<Block> blocks = new ArrayList<>();
        blocks.add(periods(kind, from, today, say));
        blocks.add(new Block.Filter(
                "/records/" + kind,
                say.t("show"),
                new Inputs(say).period("from", from).period("to", to).done()));
        String query = "/api/v1/records?kind=" + kind + (from.isEmpty() ? "" : "&from=" + from)
                + (to.isEmpty() ? "" : "&to=" + to);
        if (records == null) {
            blocks.add(new Block.Note("fault", Mark.HIGH, List.of(fault)));
            return new PageModel("records", false, true, blocks);
        }
        blocks.add(ExportTables.buttons(query, say, ReportPages.chain(wanted.whole(), say)));
        blocks.add(new Block.Note("title", Mark.NONE, lines(records)));
        tables(blocks, records, chain, say);
        return new PageModel("records." + kind, false, true, blocks);
    }

    /** What is asked for most, without typing. */
    private static Block periods(String kind, String from, LocalDate today, Say say) {
        YearMonth month = YearMonth.from(today);
        List<String> periods = List.of(
                today.toString(),
                month.toString(),
                month.minusMonths(1).toString(),
                Year.from(today).toString());
        String[] names = say.t("periodNow").split("\\|", -1);
        List<Cell> links = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            Mark mark = periods.get(i).equals(from) ? Mark.INFO : Mark.NONE;
            links.add(new Cell(names[i], mark, "/records/" + kind + "?from=" + periods.get(i)));
        }
        return new Block.Links("", links);
    }

    /** Each shift and each day is a paper of its own, with its own signatures. */
    private static void tables(List<Block> blocks, Records records, String chain, Say say) {
        List<String> places = List.of(say.t("outgoing"), say.t("incoming"), say.t("leaderOnDuty"), say.t("chief"));
        int number = 0;
        String paper = "";
        for (Records.Table table : records.tables()) {
            Matcher begins = PAPER.matcher(table.title());
            if (begins.find() && !begins.group(1).equals(paper)) {
                if (!paper.isEmpty()) {
                    blocks.add(new Block.Signatures(places, chain, false));
                    blocks.add(new Block.NextPaper(lines(records)));
                }
                paper = begins.group(1);
            }
            List<List<Cell>> rows = table.rows().stream()
                    .map(row -> row.stream().map(Cell::of).toList())
                    .toList();
            blocks.add(new Block.Grid("t" + ++number, table.title(), table.columns(), rows, say.t("none")));
        }
        blocks.add(new Block.Signatures(places, chain, true));
    }

    private static List<String> lines(Records records) {
        List<String> lines = new ArrayList<>();
        lines.add(records.title());
        lines.addAll(records.about());
        return lines;
    }
}
