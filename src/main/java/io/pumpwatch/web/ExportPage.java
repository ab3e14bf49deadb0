package io.pumpwatch.web;

import io.pumpwatch.api.Events;
import io.pumpwatch.api.Trend;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.web.Page.Asked;
import io.pumpwatch.web.pages.ExportTables;
import io.pumpwatch.web.pages.PageModel;
import io.pumpwatch.web.pages.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@code GET /api/v1/export?page=&format=}: what a page's tables show, as a file. */
final class ExportPage {
    /** Its address. */
    static final String PAGE = "export";

    /** So many entries of the log go into one file. */
    static final int ENTRIES_MAX = 5_000;

    private static final String TRENDS = "trends";
    private static final String LOG = "log";
    /** Pages whose tables are exported as they stand there. */
    private static final List<String> TABLES = List.of(
            "alarms", "rounds", "shift", "handover", "defects", "jobs", "people", "evidence", "field", "health");

    private ExportPage() {}

    static Object answer(Asked asked) throws RequestFault {
        String given = asked.first("page");
        String page = given == null ? "" : given;
        Say say = new Say(asked.lang(), asked.view().plan().zone());
        List<String> about = about(asked, say);
        List<Report.Section> tables;
        if (TRENDS.equals(page)) {
            Trend trend = TrendPage.answer(asked);
            about.add(trend.tag() + " " + trend.name() + " (" + trend.unit() + ")");
            tables = List.of(ExportTables.trend(trend, say));
        } else if (LOG.equals(page)) {
            Events events = DataPages.events(asked, ENTRIES_MAX, ENTRIES_MAX);
            if (events.next() != null) {
                about.add(say.t("exportOlder", "before", events.next()));
            }
            tables = List.of(ExportTables.log(events, say));
        } else if (TABLES.contains(page)) {
            SitePages.Maker maker = Objects.requireNonNull(SitePages.all().get("/" + page));
            PageModel model = Objects.requireNonNull(maker.page(new SitePages.Visit(asked, say, "", page)));
            tables = ExportTables.of(model, say);
        } else {
            throw RequestFault.field(Refusal.of("field.wrong", "field", "page", "form", "form.exportPage"), "page");
        }
        Report report = new Report(page, say.t("title." + page), about, tables);
        return ReportFiles.of(report, asked.first("format"), "");
    }

    private static List<String> about(Asked asked, Say say) {
        StationView view = asked.view();
        List<String> about = new ArrayList<>();
        about.add(view.plan().name().in(asked.lang()) + " (" + view.plan().site() + "/"
                + view.plan().station() + ")");
        about.add(say.t("exportedAt", "time", say.whole(view.now().utcMs())));
        return about;
    }
}
