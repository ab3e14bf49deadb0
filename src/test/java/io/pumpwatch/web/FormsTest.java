package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever can be done can be done on a page, each form while there is something to do it to. */
@Timeout(120)
class FormsTest {
    /** Buttons above every page, and the items of a sheet. */
    private static final Set<String> ELSEWHERE = Set.of("accident", "silence", "sheet-item");
    /** What the small station has nothing for; the models of their pages show these. */
    private static final Set<String> NOT_HERE = Set.of("commission", "door-explain", "handover-tools");

    private static final Pattern ACT = Pattern.compile("data-act=\"([a-z-]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    @RegisterExtension
    final Served served = new Served();

    private final Set<String> seen = new TreeSet<>();
    private final List<String> twice = new ArrayList<>();
    private Http http;

    @BeforeEach
    void start() {
        http = served.http();
    }

    private void look() throws IOException {
        for (String page : SiteTest.PAGES) {
            String html = http.page(page);
            Matcher act = ACT.matcher(html);
            while (act.find()) {
                seen.add(act.group(1));
            }
            Set<String> ids = new HashSet<>();
            Matcher id = ID.matcher(html);
            while (id.find()) {
                if (!ids.add(id.group(1))) {
                    twice.add(page + " has " + id.group(1) + " twice");
                }
            }
        }
    }

    private void done(String verb, String by, String fields) throws IOException {
        String person = "{'person':'" + by + "','pin':'1234'" + (fields.isEmpty() ? "" : "," + fields) + "}";
        Http.Answer answer = http.act(verb, person);
        assertEquals(200, answer.status(), verb + " " + answer.body());
    }

    @Test
    void everyActHasAForm() throws IOException {
        look();
        done("sign-on", "fit-1", "'work':'emulsion','gear':['all']");
        done("job-open", "fit-1", "'kind':'overhaul','pump':'P-101','text':'seal'");
        done("job-open", "fit-1", "'kind':'overhaul','pump':'P-101','text':'paint'");
        done("job-join", "fit-1", "'job':1");
        done("briefing-hold", "tech-1", "'text':'x','risks':['water'],'measures':['boots']");
        served.station.run(SmallPlan.RUNS, 1, 3);
        served.station.run(SmallPlan.DRAINS, 1, 30);
        served.station.run(SmallPlan.LEVEL, 4.2, 3);
        served.station.run(SmallPlan.PRESSURE, 41, 1);
        done("sheet-start", "op-1", "'sheet':'round'");
        done("sheet-item", "op-1", "'sheet':'round','item':'level','value':3.1");
        done("defect", "op-1", "'equipment':'P-101','text':'leak'");
        done("visitor-approve", "chief-1", "'name':'Guest','until':'2026-12-01','reason':'look'");
        done("visitor-in", "op-1", "'name':'Guest','escort':'op-1','reason':'look'");
        done("person-add", "chief-1", "'id':'insp-1','name':'Inspector One','roles':['inspector'],'newPin':'1234'");
        done("remark", "insp-1", "'rule':'D2','text':'look'");
        done("certificate", "chief-1", "'of':'op-1','kind':'grid','number':'1','expires':'2027-01-01'");
        done("training", "chief-1", "'of':'op-1','kind':'fire','expires':'2027-01-01'");
        done("examination", "chief-1", "'of':'op-1','kind':'rules','expires':'2027-01-01'");
        done("flood-on", "lead-1", "'reason':'rain'");
        http.act("accident", "{'text':'x'}");
        look();
        served.station.run(SmallPlan.RUNS, 0, 3);
        served.station.run(SmallPlan.DRAINS, 0, 30);
        served.station.run(SmallPlan.PRESSURE, 32, 3);
        done("shelve", "lead-1", "'point':'LT-301.H','reason':'x','minutes':30");
        done("out-of-service", "tech-1", "'point':'LT-301.HH','reason':'x','minutes':30");
        done("drill-start", "tech-1", "'points':['PT-101.H'],'reason':'x','minutes':5");
        done("output-drive", "tech-1", "'output':'YA-501','state':'on','reason':'x','seconds':60");
        done("accident-confirm", "lead-1", "");
        done("accident-close", "chief-1", "'text':'all well'");
        done("muster-call", "chief-1", "'reason':'rain'");
        look();
        done("handover-draft", "op-1", "");
        look();
        done("handover-sign", "op-1", "");
        look();
        done("handover-amend", "op-1", "'text':'lamp 2 is broken'");
        look();
        Set<String> missing = new TreeSet<>(Verbs.all().keySet());
        missing.removeAll(seen);
        missing.removeAll(ELSEWHERE);
        missing.removeAll(NOT_HERE);
        assertEquals(Set.of(), missing);
        assertEquals(List.of(), twice, "a label must name one input");
        assertTrue(seen.contains("briefing-hold"));
    }
}
