package io.pumpwatch.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The read addresses of the API, by their last part. */
final class Pages {
    private Pages() {}

    static Map<String, Page> all() {
        Map<String, Page> all = new LinkedHashMap<>();
        all.put(
                "status",
                asked -> new StatusAnswer(asked.view(), asked.progress(), asked.version(), asked.lang()).status());
        all.put("alarms", asked -> {
            String wanted = asked.first("all");
            boolean everything = wanted != null && !"false".equals(wanted);
            return new AlarmAnswer(asked.view(), asked.progress(), asked.lang()).list(everything);
        });
        DutyPages.add(all);
        ShiftPages.add(all);
        PeoplePages.add(all);
        HandoverPages.add(all);
        RoundsPages.add(all);
        DataPages.add(all);
        all.put("history", TrendPage::answer);
        all.put(RecordPages.PAGE, RecordPages::answer);
        all.put(ExportPage.PAGE, ExportPage::answer);
        all.put(FormPage.PAGE, FormPage::answer);
        all.put(OpenApi.PAGE, asked -> OpenApi.FILE);
        return all;
    }
}
