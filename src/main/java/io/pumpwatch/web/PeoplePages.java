package io.pumpwatch.web;

import io.pumpwatch.api.Papers;
import io.pumpwatch.api.Remarks;
import io.pumpwatch.api.Visitors;
import io.pumpwatch.duty.DutyState;
import io.pumpwatch.duty.PaperState.Paper;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.Page.Asked;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is read of papers, remarks and visitors. */
final class PeoplePages {
    private PeoplePages() {}

    static void add(Map<String, Page> pages) {
        pages.put("papers", PeoplePages::papers);
        pages.put("remarks", PeoplePages::remarks);
        pages.put("visitors", PeoplePages::visitors);
    }

    private static Papers papers(Asked asked) {
        StationView view = asked.view();
        DutyState duty = view.state().duty();
        boolean believed = view.now().trust() != ClockTrust.UNSET;
        LocalDate today = view.plan().duty().timetable().date(view.now().utcMs());
        List<Papers.Paper> rows = new ArrayList<>();
        io.pumpwatch.duty.Papers.all(duty).forEach(held -> {
            Paper paper = held.paper();
            Long daysLeft = believed ? ChronoUnit.DAYS.between(today, paper.expires()) : null;
            rows.add(new Papers.Paper(
                    held.person(),
                    duty.name(held.person()),
                    Wire.word(paper.sort()),
                    paper.kind(),
                    paper.number(),
                    paper.expires().toString(),
                    daysLeft));
        });
        return new Papers(view.plan().duty().crew().warnDays(), rows);
    }

    private static Remarks remarks(Asked asked) {
        StationView view = asked.view();
        DutyState duty = view.state().duty();
        Set<Long> overdue = Set.copyOf(io.pumpwatch.duty.Remarks.overdue(
                view.plan().duty(), duty.roster().remarks(), view.boot(), view.now()));
        List<Remarks.Remark> rows = new ArrayList<>();
        duty.roster()
                .remarks()
                .open()
                .forEach((number, remark) -> rows.add(new Remarks.Remark(
                        number,
                        remark.violation(),
                        nameOrNull(duty, remark.person()),
                        remark.rule(),
                        remark.words(),
                        remark.addressees().stream()
                                .map(office -> office.in(asked.lang()))
                                .toList(),
                        nameOrNull(duty, remark.by()),
                        Wire.utc(remark.at()),
                        remark.answer(),
                        nameOrNull(duty, remark.answeredBy()),
                        overdue.contains(number))));
        return new Remarks(view.plan().zone().getId(), rows);
    }

    private static @Nullable String nameOrNull(DutyState duty, @Nullable String id) {
        return id == null ? null : duty.name(id);
    }

    private static Visitors visitors(Asked asked) {
        DutyState duty = asked.view().state().duty();
        List<Visitors.Approved> approved = new ArrayList<>();
        duty.premises()
                .door()
                .approved()
                .forEach((name, entry) -> approved.add(
                        new Visitors.Approved(name, entry.until().toString(), entry.reason(), duty.name(entry.by()))));
        return new Visitors(asked.view().plan().zone().getId(), approved, inside(duty));
    }

    static List<Visitors.Inside> inside(DutyState duty) {
        List<Visitors.Inside> inside = new ArrayList<>();
        duty.premises()
                .door()
                .inside()
                .forEach((number, visit) -> inside.add(new Visitors.Inside(
                        number,
                        duty.name(visit.name()),
                        visit.listed(),
                        visit.escort().isEmpty() ? "" : duty.name(visit.escort()),
                        visit.reason(),
                        Wire.utc(visit.at()))));
        return inside;
    }
}
