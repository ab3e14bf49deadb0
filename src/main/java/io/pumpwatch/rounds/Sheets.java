package io.pumpwatch.rounds;

import io.pumpwatch.rounds.SheetCommand.EnterItem;
import io.pumpwatch.rounds.SheetCommand.NoteItem;
import io.pumpwatch.rounds.SheetCommand.SignSheet;
import io.pumpwatch.rounds.SheetCommand.SkipItem;
import io.pumpwatch.rounds.SheetCommand.StartSheet;
import io.pumpwatch.rounds.SheetEvent.ItemEntered;
import io.pumpwatch.rounds.SheetEvent.ItemNoted;
import io.pumpwatch.rounds.SheetEvent.ItemSkipped;
import io.pumpwatch.rounds.SheetEvent.SheetDone;
import io.pumpwatch.rounds.SheetEvent.SheetDue;
import io.pumpwatch.rounds.SheetEvent.SheetSigned;
import io.pumpwatch.rounds.SheetEvent.SheetStarted;
import io.pumpwatch.rounds.SheetPlan.Item;
import io.pumpwatch.rounds.SheetState.Answer;
import io.pumpwatch.rounds.SheetState.Run;
import io.pumpwatch.rounds.Timetable.Slot;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do with rounds and sheets. Pure. */
final class Sheets {
    private final Work work;
    private final SheetPlan sheet;
    private final String by;

    private Sheets(Work work, SheetPlan sheet, String by) {
        this.work = work;
        this.sheet = sheet;
        this.by = by;
    }

    static RoundsDecision decide(Work work, SheetCommand command, String by) {
        String id = sheetOf(command);
        SheetPlan plan = work.plan.sheet(id);
        if (plan == null) {
            return RoundsDecision.refuse("sheet.unknown", "sheet", id);
        }
        if (!work.facts.is(by, plan.roles())) {
            String roles = String.join(
                    ", ", plan.roles().stream().sorted().map(Role::name).toList());
            return RoundsDecision.refuse("sheet.team", "sheet", plan.id(), "roles", roles);
        }
        Sheets sheets = new Sheets(work, plan, by);
        RoundsDecision refused = sheets.opened(command);
        if (refused != null) {
            return refused;
        }
        boolean changes = !(command instanceof SignSheet) && !(command instanceof StartSheet);
        return changes && !sheets.run().signed().isEmpty()
                ? RoundsDecision.refuse("sheet.sealed", "sheet", plan.id())
                : sheets.act(command);
    }

    private static String sheetOf(SheetCommand command) {
        if (command instanceof StartSheet e) {
            return e.sheet();
        }
        if (command instanceof EnterItem e) {
            return e.sheet();
        }
        if (command instanceof NoteItem e) {
            return e.sheet();
        }
        return command instanceof SkipItem e ? e.sheet() : ((SignSheet) command).sheet();
    }

    private RoundsDecision act(SheetCommand command) {
        if (command instanceof EnterItem e) {
            return enter(e);
        }
        if (command instanceof NoteItem e) {
            return note(e);
        }
        if (command instanceof SkipItem e) {
            return skip(e);
        }
        return command instanceof SignSheet ? sign() : begin();
    }

    private Run run() {
        return Objects.requireNonNull(work.state().sheet(sheet.id()).open());
    }

    /** A sheet with a daily window is filled in within it; any other may be done before it is due. */
    private @Nullable RoundsDecision opened(SheetCommand command) {
        SheetState state = work.state().sheet(sheet.id());
        if (state.open() != null) {
            return null;
        }
        if (command instanceof SignSheet && state.signedLast(by)) {
            return RoundsDecision.refuse("sheet.signed-already", "sheet", sheet.id(), "person", by);
        }
        if (sheet.schedule() instanceof Schedule.Daily || !(command instanceof StartSheet) || !work.timely()) {
            return RoundsDecision.refuse("sheet.not-due", "sheet", sheet.id());
        }
        Slot coming = Timetable.next(sheet.schedule(), work.plan.zone(), work.now.utcMs());
        Slot slot = coming == null ? Timetable.at(sheet.schedule(), work.plan.zone(), work.now.utcMs()) : coming;
        work.emit(new SheetDue(sheet.id(), sheet.rule(), slot.key(), slot.fromMs(), slot.toMs(), slot.lateMs(), true));
        return null;
    }

    private RoundsDecision begin() {
        if (run().started() == null) {
            work.emit(new SheetStarted(sheet.id(), run().key(), by));
        }
        return work.done();
    }

    private RoundsDecision enter(EnterItem command) {
        Item item = sheet.item(command.item());
        if (item == null) {
            return RoundsDecision.refuse("sheet.item", "sheet", sheet.id(), "item", command.item());
        }
        if (!item.location().isEmpty() && !item.location().equals(command.location())) {
            return command.location().isEmpty()
                    ? RoundsDecision.refuse("sheet.location-needed", "item", item.id())
                    : RoundsDecision.refuse("sheet.location", "item", item.id());
        }
        Double value = command.value();
        // "Normal" is no number: what was read must be put beside the instrument's reading.
        boolean unread = value == null && (command.verdict() == null || command.verdict() == Verdict.NORMAL);
        if (item.number() ? unread : value != null) {
            return RoundsDecision.refuse(
                    item.number() ? "sheet.number" : "sheet.no-number", "item", item.id(), "unit", item.unit());
        }
        boolean outside = value != null && (value < item.low() || value > item.high());
        Verdict verdict = outside ? Verdict.ABNORMAL : command.verdict() == null ? Verdict.NORMAL : command.verdict();
        if (!item.number() && command.verdict() == null) {
            return RoundsDecision.refuse("sheet.verdict", "item", item.id());
        }
        boolean words = !command.words().isBlank();
        if (outside && !words) {
            return RoundsDecision.refuse(
                    "sheet.range", "item", item.id(), "low", show(item.low()), "high", show(item.high()));
        }
        if (!words && verdict == Verdict.ABNORMAL) {
            return RoundsDecision.refuse("sheet.abnormal-words", "item", item.id());
        }
        if (!words && item.evidence() && verdict != Verdict.NOT_APPLICABLE) {
            return RoundsDecision.refuse("sheet.evidence", "item", item.id());
        }
        return put(command, item, verdict, value == null ? Double.NaN : value);
    }

    private RoundsDecision put(EnterItem command, Item item, Verdict verdict, double value) {
        Answer before = run().answers().get(item.id());
        boolean same = before != null
                && before.verdict() == verdict
                && Double.compare(before.value(), value) == 0
                && before.words().equals(command.words());
        if (same) {
            // Sent twice, or both people typed the same: one answer.
            return RoundsDecision.NOTHING;
        }
        if (before != null && !command.correct()) {
            return RoundsDecision.refuse("sheet.answered", "item", item.id(), "person", before.by());
        }
        begin();
        Reading beside = item.compare() == null ? null : work.facts.readings().get(item.compare());
        boolean known = beside != null && !Double.isNaN(value);
        double agent = known && beside != null ? beside.value() : Double.NaN;
        Quality quality = known && beside != null ? beside.quality() : null;
        boolean deviates = quality == Quality.GOOD && Math.abs(agent - value) > item.tolerance();
        work.emit(new ItemEntered(
                sheet.id(),
                run().key(),
                item.id(),
                verdict,
                value,
                command.words(),
                command.location(),
                agent,
                quality,
                deviates,
                by));
        boolean news = before == null || before.verdict() != Verdict.ABNORMAL;
        if (verdict == Verdict.ABNORMAL && news) {
            String where = item.equipment().in(work.plan.lang());
            String words = item.text().in(work.plan.lang()) + ": " + command.words();
            work.emit(Defects.found(
                    work.state(), where.isEmpty() ? sheet.name().in(work.plan.lang()) : where, words, by, sheet.id()));
        }
        return work.done();
    }

    private static String show(double bound) {
        return Double.isInfinite(bound) ? "-" : String.format(Locale.ROOT, "%s", bound);
    }

    private RoundsDecision note(NoteItem command) {
        Item item = sheet.item(command.item());
        Answer answer = item == null ? null : run().answers().get(item.id());
        if (item == null || answer == null) {
            return RoundsDecision.refuse("sheet.item", "sheet", sheet.id(), "item", command.item());
        }
        if (command.words().isBlank()) {
            return RoundsDecision.refuse("reason.missing");
        }
        work.emit(new ItemNoted(sheet.id(), run().key(), item.id(), command.words(), by));
        return work.done();
    }

    private RoundsDecision skip(SkipItem command) {
        Item item = sheet.item(command.item());
        if (item == null) {
            return RoundsDecision.refuse("sheet.item", "sheet", sheet.id(), "item", command.item());
        }
        if (command.reason().isBlank()) {
            return RoundsDecision.refuse("reason.missing");
        }
        Answer before = run().answers().get(item.id());
        if (before != null) {
            return before.verdict() == Verdict.SKIPPED
                    ? RoundsDecision.NOTHING
                    : RoundsDecision.refuse("sheet.answered", "item", item.id(), "person", before.by());
        }
        begin();
        work.emit(new ItemSkipped(sheet.id(), run().key(), item.id(), command.reason(), by));
        return work.done();
    }

    private RoundsDecision sign() {
        Run run = run();
        for (Item item : sheet.items()) {
            Answer answer = run.answers().get(item.id());
            if (answer == null) {
                long open = sheet.items().stream()
                        .filter(each -> !run.answers().containsKey(each.id()))
                        .count();
                return RoundsDecision.refuse("sheet.open", "item", item.id(), "count", Long.toString(open));
            }
            if (answer.deviates() && answer.note().isBlank() && answer.words().isBlank()) {
                return RoundsDecision.refuse(
                        "sheet.note", "item", item.id(), "agent", String.format(Locale.ROOT, "%.2f", answer.agent()));
            }
        }
        if (run.signed().containsKey(by)) {
            return RoundsDecision.refuse("sheet.signed", "person", by);
        }
        work.emit(new SheetSigned(sheet.id(), run.key(), by));
        if (run().signed().size() >= sheet.signatures()) {
            finish(run());
        }
        return work.done();
    }

    private void finish(Run run) {
        Stamp started = run.started();
        long lastedMs = started == null ? -1 : work.since(started);
        boolean fast = sheet.shortestMs() > 0 && lastedMs >= 0 && lastedMs < sheet.shortestMs();
        int skipped = (int) run.answers().values().stream()
                .filter(answer -> answer.verdict() == Verdict.SKIPPED)
                .count();
        boolean late = work.timely() && work.now.utcMs() > run.toMs();
        work.emit(new SheetDone(sheet.id(), sheet.rule(), run.key(), late, lastedMs, fast, skipped));
    }
}
