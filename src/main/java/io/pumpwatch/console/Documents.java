package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Defects;
import io.pumpwatch.api.Events;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Health;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Papers;
import io.pumpwatch.api.People;
import io.pumpwatch.api.Records;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Visitors;
import io.pumpwatch.api.WorkItems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the documents of the API are read as. Pure. */
final class Documents {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("alarms", AlarmList.class),
            Map.entry("sheets", Sheets.class),
            Map.entry("jobs", Jobs.class),
            Map.entry("work", WorkItems.class),
            Map.entry("handover", HandoverBook.class),
            Map.entry("defects", Defects.class),
            Map.entry("shift", ShiftPage.class),
            Map.entry("people", People.class),
            Map.entry("papers", Papers.class),
            Map.entry("roster", RosterPage.class),
            Map.entry("visitors", Visitors.class),
            Map.entry("health", Health.class),
            Map.entry("events", Events.class),
            Map.entry("records", Records.class));

    private static final int FORBIDDEN = 403;

    private Documents() {}

    /** The document as the screens have it; null where the agent gave none. */
    static @Nullable Object read(String document, AgentHttp.Answer answer) {
        Class<?> type = TYPES.get(document.split("\\?", 2)[0]);
        if (answer.status() == FORBIDDEN && type == Records.class) {
            // In the report's place stands why it isn't shown.
            return new Records("", "", List.of(answer.member("detail")), List.of());
        }
        if (!answer.ok() || type == null) {
            return null;
        }
        return document.equals(Data.Visits.DOCUMENT) ? new Data.Visits(answer.as(Events.class)) : answer.as(type);
    }
}
