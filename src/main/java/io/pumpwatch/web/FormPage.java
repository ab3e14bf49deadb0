package io.pumpwatch.web;

import io.pumpwatch.api.Forms;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.forms.BlankForms;
import io.pumpwatch.web.Page.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code GET /api/v1/forms?name=}: blank paper forms. */
final class FormPage {
    /** Its address. */
    static final String PAGE = "forms";

    private FormPage() {}

    static Forms answer(Asked asked) throws RequestFault {
        StationPlan plan = asked.view().plan();
        Map<String, String> names = BlankForms.names(plan, asked.lang());
        List<Forms.Name> all = new ArrayList<>();
        names.forEach((name, title) -> all.add(new Forms.Name(name, title)));
        String name = asked.first("name");
        if (name == null) {
            return new Forms(all, null);
        }
        String form = BlankForms.of(plan, name, asked.lang());
        if (form == null) {
            Refusal none = Refusal.of("form.unknown", "name", name, "known", String.join(", ", names.keySet()));
            throw new RequestFault(404, none, null, null);
        }
        return new Forms(all, form);
    }
}
