package io.pumpwatch.view.records;

import io.pumpwatch.station.Lang;
import java.time.LocalDate;

/**
 * What somebody asks of the record room.
 *
 * @param kind one of {@link Reports#names}
 * @param from first day, by the station's clock
 * @param to last day, likewise
 * @param scope what the reader may see of it
 */
public record ReportRequest(String kind, LocalDate from, LocalDate to, Lang lang, Scope scope) {
    /** The same for a reader from whom nothing is held back. */
    public static ReportRequest whole(String kind, LocalDate from, LocalDate to, Lang lang) {
        return new ReportRequest(kind, from, to, lang, Scope.ALL);
    }
}
