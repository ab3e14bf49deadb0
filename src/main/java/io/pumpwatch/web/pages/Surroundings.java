package io.pumpwatch.web.pages;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Status;
import io.pumpwatch.web.pages.Block.Cell;
import io.pumpwatch.web.pages.Frame.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every page shows around its own matter: ways to the others, and what must always be in sight. */
public final class Surroundings {
    private static final List<String> PAGES = List.of(
            "board /",
            "alarms /alarms",
            "rounds /rounds",
            "shift /shift",
            "handover /handover",
            "defects /defects",
            "jobs /jobs",
            "trends /trends",
            "records /records",
            "records.rules /records/rules",
            "records.summary /records/summary",
            "attendance /attendance",
            "people /people",
            "evidence /evidence",
            "log /log",
            "field /field",
            "health /health");

    private static final String REPORT = "records.";

    private Surroundings() {}

    /**
     * Ways to all pages.
     *
     * @param kinds reports that the reader may see
     */
    public static List<Link> links(String here, List<String> kinds, Say say) {
        String path = here.contains("?") ? here.substring(0, here.indexOf('?')) : here;
        List<Link> links = new ArrayList<>();
        for (String page : PAGES) {
            String[] part = page.split(" ", -1);
            if (!part[0].startsWith(REPORT) || kinds.contains(part[0].substring(REPORT.length()))) {
                links.add(new Link(part[1], say.t("title." + part[0]), path.equals(part[1])));
            }
        }
        return links;
    }

    /** Bypassed protections, limits outside their rule, latches, an accident, what isn't kept. */
    public static List<Cell> warnings(Status status, AlarmList alarms, Say say) {
        List<Cell> all = new ArrayList<>();
        if (status.accident() != null) {
            all.add(Cell.of(
                    say.t("accidentSince", "since", say.second(status.accident().since())), Mark.CRITICAL));
        }
        if (status.safeMode()) {
            all.add(Cell.of(say.t("inSafeMode"), Mark.CRITICAL));
        }
        if (status.entries().storeStalledMs() > 0 || alarms.alarms().stream().anyMatch(each -> !each.kept())) {
            all.add(Cell.of(say.t("notKept"), Mark.HIGH));
        }
        for (Status.Bypass each : status.bypassed()) {
            all.add(Cell.of(
                    say.t("bypassed", "point", each.point(), "by", each.byName(), "until", say.second(each.until())),
                    Mark.HIGH));
        }
        for (Status.OutsideRule each : status.outsideRule()) {
            all.add(Cell.of(say.t("outsideRule", "point", each.point(), "rule", each.rule()), Mark.MEDIUM));
        }
        inhibits(all, status, say);
        if (status.drill() != null) {
            all.add(Cell.of(
                    say.t("drillUntil", "until", say.second(status.drill().until())), Mark.MEDIUM));
        }
        if (status.flood() != null) {
            all.add(Cell.of(say.t("floodMode"), Mark.INFO));
        }
        if (status.alarmLoad().flood()) {
            all.add(Cell.of(say.t("alarmFlood"), Mark.HIGH));
        }
        return all;
    }

    /** Pumps that are held back for the same reason stand together. */
    private static void inhibits(List<Cell> all, Status status, Say say) {
        Map<Status.Reason, List<String>> pumps = new LinkedHashMap<>();
        for (Status.Pump pump : status.pumps()) {
            pump.inhibits()
                    .forEach(reason -> pumps.computeIfAbsent(reason, first -> new ArrayList<>())
                            .add(pump.tag()));
        }
        pumps.forEach((reason, tags) -> {
            // What lifts it is done there.
            String page =
                    reason.code().equals("locked") ? "/jobs" : reason.code().equals("trip") ? "/alarms" : "/";
            all.add(new Cell(String.join(say.t("comma"), tags) + ": " + reason.text(), Mark.MEDIUM, page));
        });
    }
}
