package io.pumpwatch.web;

import io.pumpwatch.api.Records;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.records.Period;
import io.pumpwatch.view.records.Report;
import java.time.LocalDate;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/records?kind=&from=&to=}: reports over the journal. */
final class RecordPages {
    /** Its address. */
    static final String PAGE = "records";

    private RecordPages() {}

    static Records answer(StationPort port, Map<String, Deque<String>> query, Lang lang) throws RequestFault {
        StationView view = port.view();
        LocalDate today = view.now().utc().atZone(view.plan().zone()).toLocalDate();
        String kind = first(query, "kind");
        Period.Days days = Period.of(kind == null ? "" : kind, first(query, "from"), first(query, "to"), today);
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from == null || to == null || kind == null) {
            throw new RequestFault(400, days.refusal().orElseThrow(), null, null);
        }
        return shown(port.report(kind, from, to, lang));
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

    private static @Nullable String first(Map<String, Deque<String>> query, String name) {
        Deque<String> values = query.get(name);
        return values == null ? null : values.peekFirst();
    }
}
