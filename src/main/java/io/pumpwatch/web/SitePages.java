package io.pumpwatch.web;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.AttendancePage;
import io.pumpwatch.api.Commissioned;
import io.pumpwatch.api.Defects;
import io.pumpwatch.api.Events;
import io.pumpwatch.api.EvidenceList;
import io.pumpwatch.api.FieldPage;
import io.pumpwatch.api.Forms;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Health;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Papers;
import io.pumpwatch.api.People;
import io.pumpwatch.api.Records;
import io.pumpwatch.api.Remarks;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import io.pumpwatch.api.Visitors;
import io.pumpwatch.api.WorkItems;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.records.Reports;
import io.pumpwatch.view.records.Scope;
import io.pumpwatch.web.Page.Asked;
import io.pumpwatch.web.pages.AlarmsPage;
import io.pumpwatch.web.pages.BoardPage;
import io.pumpwatch.web.pages.CrewPages;
import io.pumpwatch.web.pages.FieldPages;
import io.pumpwatch.web.pages.HandoverPage;
import io.pumpwatch.web.pages.PageModel;
import io.pumpwatch.web.pages.PaperPage;
import io.pumpwatch.web.pages.RecordPage;
import io.pumpwatch.web.pages.ReportPages;
import io.pumpwatch.web.pages.Say;
import io.pumpwatch.web.pages.SheetPages;
import io.pumpwatch.web.pages.WorkPages;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which address shows which page: each asks the API's own answers, so that both tell the same. */
final class SitePages {
    private static final Map<String, Page> ANSWERS = Pages.all();
    private static final String SHEET = "/rounds/*";
    private static final String RECORDS = "/records/*";
    private static final String FORM = "/forms/*";
    /** Addresses that end with the name of what they show. */
    private static final List<String> ONE_OF = List.of(SHEET, RECORDS, FORM);

    /** Pages that take long. */
    static final Set<String> HEAVY = Set.of(RECORDS, "/log", "/evidence", "/handover");

    /** Pages that show each reader what they may see: who comes signs in first, at the station too. */
    static final Set<String> SCOPED = Set.of(RECORDS, "/attendance");

    private SitePages() {}

    /**
     * A visit of a page.
     *
     * @param person id of who has signed in; empty while nobody has
     * @param last part of the address
     */
    record Visit(Asked asked, Say say, String person, String last) {}

    /** Makes a page; null where there is none. */
    @FunctionalInterface
    interface Maker {
        @Nullable
        PageModel page(Visit visit) throws RequestFault;
    }

    /** The address as the table has it. */
    static String pattern(String path) {
        return ONE_OF.stream()
                .filter(each -> path.matches(each.replace("*", "[^/]+")))
                .findFirst()
                .orElse(path);
    }

    static Map<String, Maker> all() {
        Map<String, Maker> all = new LinkedHashMap<>();
        all.put(
                "/",
                v -> BoardPage.of(
                        ask(Status.class, v, "status"), ask(AlarmList.class, v, "alarms"), v.person(), v.say()));
        all.put(
                "/alarms",
                v -> AlarmsPage.of(
                        ask(Status.class, v, "status"),
                        ask(AlarmList.class, v, "alarms"),
                        ask(AlarmList.class, v, "alarms", "all", "true"),
                        v.person(),
                        v.say()));
        all.put("/rounds", v -> SheetPages.list(ask(Sheets.class, v, "sheets"), v.say()));
        all.put(SHEET, SitePages::sheet);
        all.put(
                "/shift",
                v -> CrewPages.shift(
                        ask(ShiftPage.class, v, "shift"),
                        ask(RosterPage.class, v, "roster"),
                        ask(People.class, v, "people"),
                        ask(Visitors.class, v, "visitors"),
                        v.person(),
                        v.say()));
        all.put(
                "/handover",
                v -> HandoverPage.of(ask(HandoverBook.class, v, "handover"), chain(v.asked()), v.person(), v.say()));
        all.put(
                "/defects",
                v -> WorkPages.defects(
                        ask(Defects.class, v, "defects"), ask(WorkItems.class, v, "work"), v.person(), v.say()));
        all.put(
                "/jobs",
                v -> WorkPages.jobs(ask(Jobs.class, v, "jobs"), ask(Status.class, v, "status"), v.person(), v.say()));
        reports(all);
        return all;
    }

    /** What is read rather than done. */
    private static void reports(Map<String, Maker> all) {
        all.put("/attendance", SitePages::attendance);
        all.put(
                "/records",
                v -> ReportPages.records(ask(Forms.class, v, FormPage.PAGE), kinds(v.asked()), v.person(), v.say()));
        all.put(RECORDS, SitePages::report);
        all.put(FORM, SitePages::form);
        all.put(
                "/trends",
                v -> ReportPages.trends(
                        ask(Status.class, v, "status"), v.asked().first("tag"), v.say()));
        all.put(
                "/people",
                v -> CrewPages.people(
                        ask(People.class, v, "people"),
                        ask(Papers.class, v, "papers"),
                        ask(Remarks.class, v, "remarks"),
                        v.person(),
                        v.say()));
        all.put("/evidence", v -> ReportPages.evidence(ask(EvidenceList.class, v, "evidence"), v.say()));
        all.put(
                "/field",
                v -> FieldPages.of(
                        ask(FieldPage.class, v, "field"),
                        ask(Commissioned.class, v, "commissioned"),
                        ask(AlarmList.class, v, "alarms", "all", "true"),
                        v.person(),
                        v.say()));
        all.put("/health", v -> ReportPages.health(ask(Health.class, v, "health"), v.say()));
        all.put("/log", SitePages::log);
        all.put("/sign-in", v -> ReportPages.signIn(v.say()));
    }

    private static <T> T ask(Class<T> type, Visit visit, String page, String... query) throws RequestFault {
        Map<String, Deque<String>> asked = new HashMap<>();
        for (int i = 0; i + 1 < query.length; i += 2) {
            if (!query[i + 1].isEmpty()) {
                asked.put(query[i], new ArrayDeque<>(List.of(query[i + 1])));
            }
        }
        Page answer = Objects.requireNonNull(ANSWERS.get(page));
        return type.cast(answer.answer(visit.asked().with(asked)));
    }

    private static @Nullable PageModel sheet(Visit visit) throws RequestFault {
        List<Sheets.Sheet> found =
                ask(Sheets.class, visit, "sheets", "id", visit.last()).sheets();
        return found.isEmpty() ? null : SheetPages.one(found.get(0), visit.person(), visit.say());
    }

    private static @Nullable PageModel form(Visit visit) throws RequestFault {
        Forms forms = ask(Forms.class, visit, FormPage.PAGE);
        for (Forms.Name each : forms.forms()) {
            if (each.name().equals(visit.last())) {
                String form = ask(Forms.class, visit, FormPage.PAGE, "name", each.name())
                        .form();
                return form == null ? null : PaperPage.of(forms, each, form, visit.person(), visit.say());
            }
        }
        return null;
    }

    private static PageModel attendance(Visit visit) throws RequestFault {
        LocalDate today = today(visit);
        String from = given(visit, "from", today.withDayOfMonth(1).toString());
        int days = DataPages.whole(visit.asked(), "days", today.getDayOfMonth(), 1, 366);
        AttendancePage page =
                ask(AttendancePage.class, visit, "attendance", "from", from, "days", Integer.toString(days));
        return ReportPages.attendance(page, from, days, visit.say());
    }

    private static LocalDate today(Visit visit) {
        StationView view = visit.asked().view();
        return view.now().utc().atZone(view.plan().zone()).toLocalDate();
    }

    private static PageModel log(Visit visit) throws RequestFault {
        String kind = given(visit, "kind", "");
        Events events = ask(Events.class, visit, "events", "kind", kind, "before", given(visit, "before", ""));
        return ReportPages.log(events, kind.isEmpty() ? null : kind, whole(visit.asked()), visit.say());
    }

    private static @Nullable PageModel report(Visit visit) {
        if (!Reports.names().contains(visit.last())) {
            return null;
        }
        String from = given(visit, "from", "");
        String to = given(visit, "to", "");
        Records records = null;
        String fault = "";
        try {
            records = ask(Records.class, visit, RecordPages.PAGE, "kind", visit.last(), "from", from, "to", to);
        } catch (RequestFault wrong) {
            fault = Reader.PAGE.say(Words.of(visit.asked().lang()), wrong.refusal.code(), wrong.refusal.args());
        }
        RecordPage.Wanted wanted = new RecordPage.Wanted(visit.last(), from, to, whole(visit.asked()));
        return RecordPage.of(wanted, records, fault, chain(visit.asked()), today(visit), visit.say());
    }

    /** Reports that are offered: all while nobody has signed in. */
    static List<String> kinds(Asked asked) {
        Person person = asked.person();
        Scope scope = person == null ? Scope.ALL : Scope.of(person);
        return Records.KINDS.stream().filter(scope.kinds()::contains).toList();
    }

    /** Whether the journal itself is offered. */
    private static boolean whole(Asked asked) {
        Person person = asked.person();
        return person != null && Scope.of(person).all();
    }

    private static String given(Visit visit, String name, String usual) {
        String value = visit.asked().first(name);
        return value == null || value.isEmpty() ? usual : value.strip();
    }

    /** The head of the chain: the last entry and its hash, by which a paper can be held to the journal. */
    private static String chain(Asked asked) {
        Position head = asked.progress().durableAt();
        List<KeptEntry> last = asked.port().entries(new Position(head.epoch(), Math.max(0, head.seq() - 1)), 1);
        return last.isEmpty()
                ? "–"
                : head.epoch() + "-" + head.seq() + " " + last.get(0).hash();
    }
}
