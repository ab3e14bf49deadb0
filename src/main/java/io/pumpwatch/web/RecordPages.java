package io.pumpwatch.web;

import io.pumpwatch.api.Records;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.records.Formats;
import io.pumpwatch.view.records.Period;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.web.Page.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** {@code GET /api/v1/records?kind=&from=&to=&format=}: reports over the journal. */
final class RecordPages {
    /** Its address. */
    static final String PAGE = "records";

    private RecordPages() {}

    static Object answer(Asked asked) throws RequestFault {
        String format = asked.first("format");
        Report report = report(asked);
        String name = "pumpwatch-" + report.kind();
        if (format == null || format.equals("json")) {
            return shown(report);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (format.equals("csv")) {
                Formats.csv(report, out);
                return new FileAnswer("text/csv; charset=utf-8", name + ".csv", out.toByteArray());
            }
            if (format.equals("xlsx")) {
                Formats.xlsx(report, out);
                String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                return new FileAnswer(type, name + ".xlsx", out.toByteArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        throw RequestFault.field(Refusal.of("field.wrong", "field", "format", "form", "form.format"), "format");
    }

    /** The report that the parameters ask for. */
    static Report report(Asked asked) throws RequestFault {
        StationView view = asked.view();
        LocalDate today = view.now().utc().atZone(view.plan().zone()).toLocalDate();
        String kind = asked.first("kind");
        Period.Days days = Period.of(kind == null ? "" : kind, asked.first("from"), asked.first("to"), today);
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from == null || to == null || kind == null) {
            throw new RequestFault(400, days.refusal().orElseThrow(), null, null);
        }
        return asked.port().report(kind, from, to, asked.lang());
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
