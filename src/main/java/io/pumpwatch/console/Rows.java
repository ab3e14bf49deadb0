package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Defects;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Records;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.Visitors;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a person can choose on a screen. Pure. */
final class Rows {
    /** What wants somebody first stands first. */
    private static final List<String> URGENCY = List.of("in-progress", "late", "due");

    private Rows() {}

    static List<AlarmList.Alarm> alarms(Data data) {
        return data.alarms() == null ? List.of() : data.alarms().list();
    }

    /** The alarms that the screen lists: those that are annunciated, or every point. */
    static List<AlarmList.Alarm> listed(Model model) {
        Data data = model.data();
        return model.place().screen() != Screen.POINTS
                ? alarms(data)
                : data.points() == null ? List.of() : data.points().alarms();
    }

    static List<Sheets.Item> items(Model model) {
        Sheets.Sheet sheet = model.data().sheet(model.place().sheet());
        return sheet == null ? List.of() : sheet.items();
    }

    static List<Defects.Defect> defects(Data data) {
        return data.defects() == null ? List.of() : data.defects().defects();
    }

    static List<Jobs.Job> jobs(Data data) {
        return data.jobs() == null ? List.of() : data.jobs().jobs();
    }

    static List<Sheets.Sheet> sheets(Data data) {
        return data.sheets() == null
                ? List.of()
                : data.sheets().sheets().stream()
                        .sorted(Comparator.comparingInt(Rows::urgency))
                        .toList();
    }

    private static int urgency(Sheets.Sheet sheet) {
        int place = URGENCY.indexOf(sheet.state());
        return place < 0 ? URGENCY.size() : place;
    }

    static List<RosterPage.Slot> roster(Data data) {
        return data.roster() == null ? List.of() : data.roster().slots();
    }

    /** Who is inside from outside; they stand first on their screen. */
    static List<Visitors.Inside> inside(Data data) {
        return data.visitors() == null ? List.of() : data.visitors().inside();
    }

    /** Who may come in; they stand below those who are inside. */
    static List<Visitors.Approved> approved(Data data) {
        return data.visitors() == null ? List.of() : data.visitors().approved();
    }

    /** The handover under way, else the last one; null where there was none. */
    static HandoverBook.@Nullable Sheet handover(Data data) {
        HandoverBook book = data.handover();
        return book == null ? null : book.open() != null ? book.open() : book.last();
    }

    /** How many rows the present screen has. */
    static int count(Model model) {
        Data data = model.data();
        return switch (model.place().screen()) {
            case ALARMS, POINTS -> listed(model).size();
            case ROUND -> items(model).size();
            case SHEETS -> sheets(data).size();
            case JOBS -> jobs(data).size();
            case JOB -> {
                Jobs.Job job = job(model);
                yield job == null ? 0 : job.steps().size();
            }
            case DEFECTS -> defects(data).size();
            case HANDOVER -> {
                HandoverBook.Sheet sheet = handover(data);
                yield sheet == null ? 0 : sheet.items().size();
            }
            case ROSTER -> roster(data).size();
            case MUSTER -> CrewBodies.muster(model, new Say(model)).size();
            case VISITORS -> CrewBodies.visitors(data, new Say(model)).size();
            case LOG -> data.log() == null ? 0 : data.log().events().size();
            case RECORDS -> Records.KINDS.size();
            case RECORD -> data.record() == null ? 0 : data.record().rows().size();
            case PEOPLE -> PeopleBody.rows(data, new Say(model)).size();
            case SHIFT ->
                ShiftBody.lines(model, new Say(model), model.look().columns()).size();
            case HELP ->
                HelpBody.lines(model, new Say(model), model.look().columns()).size();
            case OVERVIEW -> 0;
        };
    }

    static Jobs.@Nullable Job job(Model model) {
        return model.data().job(model.place().job());
    }

    /** The chosen row of a list, or null where it is empty. */
    static <T> @Nullable T chosen(Model model, List<T> rows) {
        return rows.isEmpty() ? null : rows.get(Math.min(model.place().row(), rows.size() - 1));
    }
}
