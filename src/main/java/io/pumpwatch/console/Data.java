package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Defects;
import io.pumpwatch.api.Events;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Health;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Papers;
import io.pumpwatch.api.People;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import io.pumpwatch.api.Visitors;
import io.pumpwatch.api.WorkItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest documents that the agent gave; null for one that hasn't come yet.
 *
 * @param points every alarm point
 * @param trends the last values of each instrument, oldest first, one for each status
 */
record Data(
        @Nullable Status status,
        @Nullable Asking alarms,
        @Nullable Sheets sheets,
        @Nullable Jobs jobs,
        @Nullable WorkItems work,
        @Nullable HandoverBook handover,
        @Nullable Defects defects,
        @Nullable ShiftPage shift,
        @Nullable Health health,
        @Nullable Events log,
        @Nullable RecordLines record,
        @Nullable AlarmList points,
        @Nullable People people,
        @Nullable Papers papers,
        @Nullable RosterPage roster,
        @Nullable Visitors visitors,
        @Nullable Visits visits,
        Map<String, List<Double>> trends) {
    /** The alarms that are annunciated, as the agent sorts them. */
    record Asking(List<AlarmList.Alarm> list) {
        Asking {
            list = List.copyOf(list);
        }
    }

    /** What the log has of visitors and the door. */
    record Visits(Events log) {
        /** How the agent is asked for it. */
        static final String DOCUMENT =
                "events?kind=duty.visitor,duty.escort,duty.outsider,duty.door,duty.entry&limit=" + Model.LOG_PAGE;
    }

    static final Data NONE = new Data(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            Map.of());

    /** Values that a trend keeps: two minutes of a status each second. */
    static final int TREND_MAX = 120;

    /** With a document in the place of its older one. */
    Data with(Object document) {
        if (document instanceof Status s) {
            return new Data(
                    s, alarms, sheets, jobs, work, handover, defects, shift, health, log, record, points, people,
                    papers, roster, visitors, visits, longer(s));
        }
        return new Data(
                status,
                document instanceof Asking d ? d : alarms,
                document instanceof Sheets d ? d : sheets,
                document instanceof Jobs d ? d : jobs,
                document instanceof WorkItems d ? d : work,
                document instanceof HandoverBook d ? d : handover,
                document instanceof Defects d ? d : defects,
                document instanceof ShiftPage d ? d : shift,
                document instanceof Health d ? d : health,
                document instanceof Events d ? d : log,
                document instanceof RecordLines d ? d : record,
                document instanceof AlarmList d ? d : points,
                document instanceof People d ? d : people,
                document instanceof Papers d ? d : papers,
                document instanceof RosterPage d ? d : roster,
                document instanceof Visitors d ? d : visitors,
                document instanceof Visits d ? d : visits,
                trends);
    }

    /** Without the report that was shown last. */
    Data withoutRecord() {
        return new Data(
                status, alarms, sheets, jobs, work, handover, defects, shift, health, log, null, points, people, papers,
                roster, visitors, visits, trends);
    }

    private Map<String, List<Double>> longer(Status next) {
        Map<String, List<Double>> all = new HashMap<>();
        for (Status.Instrument instrument : next.instruments()) {
            List<Double> values = new ArrayList<>(trends.getOrDefault(instrument.tag(), List.of()));
            Double value = instrument.value();
            // A failed instrument leaves a hole, and never its last value.
            values.add(value == null || instrument.quality().equals("bad") ? Double.NaN : value);
            all.put(instrument.tag(), values.subList(Math.max(0, values.size() - TREND_MAX), values.size()));
        }
        return all;
    }

    /** The sheet of that id, or null. */
    Sheets.@Nullable Sheet sheet(String id) {
        return sheets == null
                ? null
                : sheets.sheets().stream()
                        .filter(sheet -> sheet.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** The open job of that number, or null. */
    Jobs.@Nullable Job job(long number) {
        return jobs == null
                ? null
                : jobs.jobs().stream()
                        .filter(job -> job.number() == number)
                        .findFirst()
                        .orElse(null);
    }
}
