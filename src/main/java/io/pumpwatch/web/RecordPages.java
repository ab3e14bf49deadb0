package io.pumpwatch.web;

import io.pumpwatch.api.Records;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.records.Period;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import io.pumpwatch.view.records.Scope;
import io.pumpwatch.web.Page.Asked;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/records?kind=&from=&to=&format=}: reports over the journal. */
final class RecordPages {
    /** Its address. */
    static final String PAGE = "records";

    private RecordPages() {}

    static Object answer(Asked asked) throws RequestFault {
        String format = asked.first("format");
        Report report = report(asked);
        return format == null || format.equals("json")
                ? shown(report)
                : ReportFiles.of(report, format, "-" + days(asked).name());
    }

    /** The report that the parameters ask for. */
    static Report report(Asked asked) throws RequestFault {
        String kind = asked.first("kind");
        Period.Days days = days(asked);
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from == null || to == null || kind == null) {
            throw new RequestFault(400, days.refusal().orElseThrow(), null, null);
        }
        Scope scope = scope(asked.person());
        if (!scope.kinds().contains(kind)) {
            Words words = Words.of(asked.lang());
            String may = scope.kinds().stream()
                    .map(each -> words.say("rep.title." + each))
                    .collect(Collectors.joining(asked.lang() == Lang.ZH ? "、" : ", "));
            throw new RequestFault(403, Refusal.of("records.scope", "kinds", may), null, null);
        }
        return asked.port().report(new ReportRequest(kind, from, to, asked.lang(), scope));
    }

    /**
     * What the reader may see.
     *
     * @throws RequestFault while nobody has signed in: it depends on who reads
     */
    static Scope scope(@Nullable Person person) throws RequestFault {
        if (person == null) {
            throw new RequestFault(401, Refusal.of("session.needed"), null, null);
        }
        return Scope.of(person);
    }

    private static Period.Days days(Asked asked) {
        StationView view = asked.view();
        LocalDate today = view.now().utc().atZone(view.plan().zone()).toLocalDate();
        String kind = asked.first("kind");
        return Period.of(kind == null ? "" : kind, asked.first("from"), asked.first("to"), today);
    }

    private static Records shown(Report report) {
        return new Records(
                report.kind(),
                report.title(),
                report.about(),
                report.sections().stream()
                        .map(each -> new Records.Table(each.title(), each.columns(), each.rows()))
                        .toList());
    }
}
