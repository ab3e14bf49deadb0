package io.pumpwatch.web;

import io.pumpwatch.api.People;
import io.pumpwatch.duty.DutyState;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.web.Page.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is read of the duty book. */
final class DutyPages {
    private DutyPages() {}

    static void add(Map<String, Page> pages) {
        pages.put("people", DutyPages::people);
    }

    private static People people(Asked asked) {
        DutyState duty = asked.view().state().duty();
        List<People.Someone> all = new ArrayList<>();
        duty.people().forEach((id, person) -> {
            @Nullable Stamp since = duty.onDuty().get(id);
            all.add(new People.Someone(
                    id,
                    person.name(),
                    person.roles().stream().sorted().map(Wire::word).toList(),
                    person.active(),
                    Wire.utcOrNull(since)));
        });
        return new People(asked.view().plan().zone().getId(), all);
    }
}
