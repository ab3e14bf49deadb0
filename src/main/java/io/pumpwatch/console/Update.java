package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Events;
import io.pumpwatch.api.Records;
import io.pumpwatch.api.Status;
import io.pumpwatch.console.Model.Contact;
import io.pumpwatch.console.Model.Hand;
import io.pumpwatch.console.Model.Look;
import io.pumpwatch.console.Model.Paper;
import io.pumpwatch.console.Model.SignedIn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message makes of the model. Pure. */
final class Update {
    /** Documents are asked for at most so often. */
    static final long LOOK_MS = 1_000;
    /** And at least so often: some change with time alone. */
    static final long FULL_MS = 15_000;
    /** An answer that never comes keeps the console from asking again for so long. */
    static final long PATIENCE_MS = 6_000;
    /** Who did nothing for so long is signed out. */
    static final long SIGNED_MS = 600_000;
    /** With no state for this long the screen says that it is old: one comes each second, so it is said within 2 s. */
    static final long GONE_MS = 1_700;

    private Update() {}

    /** The model after a message, and what is to be done. */
    record Step(Model model, List<Effect> effects) {
        Step {
            effects = List.copyOf(effects);
        }

        static Step of(Model model) {
            return new Step(model, List.of());
        }
    }

    static Step update(Model model, Message message) {
        if (message instanceof Message.Key key) {
            return model.hand().form() == null
                    ? key(model, key.name())
                    : Typing.typed(model, model.hand().form(), key.name());
        }
        if (message instanceof Message.Pasted pasted) {
            Form form = model.hand().form();
            return Step.of(
                    form == null ? model : model.with(form.typing(form.typed().get(form.at()) + pasted.text())));
        }
        if (message instanceof Message.Resized size) {
            return Step.of(resized(model, size));
        }
        if (message instanceof Message.Tick tick) {
            return tick(model.at(tick.uptimeMs()));
        }
        if (message instanceof Message.Live live) {
            return live(model, live);
        }
        if (message instanceof Message.Kept) {
            return Step.of(model.with(model.contact().outdated()));
        }
        if (message instanceof Message.Gone gone) {
            return Step.of(model.with(model.contact().lost(gone.why().isEmpty() ? "-" : gone.why())));
        }
        if (message instanceof Message.Came came) {
            return came(model, came);
        }
        if (message instanceof Message.Noted noted) {
            Look look = model.look();
            return Step.of(
                    model.with(new Look(look.lang(), look.columns(), look.rows(), look.chinese(), noted.words())));
        }
        if (message instanceof Message.Told told) {
            Hand hand = model.hand();
            return Step.of(model.with(new Hand(hand.form(), hand.notice(), hand.wrong(), told.words(), hand.signed())));
        }
        if (message instanceof Message.Saved saved) {
            return Step.of(model.with((Form) null).notice(saved.words(), !saved.done()));
        }
        return answered(model, (Message.Answered) message);
    }

    private static Model resized(Model model, Message.Resized size) {
        Look look = model.look();
        Model next = model.with(new Look(look.lang(), size.columns(), size.rows(), look.chinese(), look.note()));
        RecordLines shown = model.data().record();
        return shown == null || size.columns() == look.columns()
                ? next
                : next.with(next.data().with(RecordLines.of(shown.of(), next)));
    }

    private static Step tick(Model model) {
        SignedIn signed = model.hand().signed();
        if (signed != null && model.uptimeMs() >= signed.untilMs()) {
            return new Step(model.signed(null), List.of(new Effect.SignOut()));
        }
        Contact at = model.contact();
        long sinceMs = model.uptimeMs() - at.askedMs();
        // A report stays as it was pulled: reading a month anew each second would serve nobody.
        boolean pulled = model.place().screen() == Screen.RECORD && model.data().record() != null;
        boolean mayAsk = !pulled && (!at.waiting() || sinceMs > PATIENCE_MS);
        boolean should = sinceMs >= (at.stale() ? LOOK_MS : FULL_MS);
        return mayAsk && should ? look(model) : Step.of(model);
    }

    private static Step look(Model model) {
        List<String> documents = model.place().documents();
        Contact asked = model.contact().asked(model.uptimeMs());
        return documents.isEmpty()
                ? Step.of(model.with(asked.came(asked.barred())))
                : new Step(model.with(asked), List.of(new Effect.Look(documents)));
    }

    private static Step live(Model model, Message.Live live) {
        Data data = model.data().with(live.state());
        boolean rings = rings(model.data().alarms(), data.alarms());
        // What asks comes first; only the state itself says that the agent goes on.
        boolean state = live.state() instanceof Status;
        Model next = inRange(model.with(data));
        return new Step(
                state ? next.with(next.contact().heard(live.uptimeMs())) : next,
                rings ? List.of(new Effect.Bell()) : List.of());
    }

    private static Step came(Model model, Message.Came came) {
        Data data = model.data();
        for (Object document : came.documents()) {
            data = data.with(document instanceof Records report ? RecordLines.of(report, model) : document);
        }
        return Step.of(inRange(model.with(data).with(model.contact().came(came.barred()))));
    }

    private static Model inRange(Model model) {
        return model.with(model.place().row(Math.max(0, Math.min(model.place().row(), Rows.count(model) - 1))));
    }

    /** Whether an alarm asks that didn't ask before. */
    private static boolean rings(Data.@Nullable Asking before, Data.@Nullable Asking after) {
        if (before == null || after == null) {
            return false;
        }
        Set<String> known = new HashSet<>();
        before.list().stream().filter(Update::asks).forEach(alarm -> known.add(alarm.point() + alarm.raised()));
        return after.list().stream()
                .filter(Update::asks)
                .anyMatch(alarm -> !known.contains(alarm.point() + alarm.raised()));
    }

    static boolean asks(AlarmList.Alarm alarm) {
        return alarm.state().endsWith("unacked");
    }

    private static Step answered(Model model, Message.Answered answer) {
        Form form = model.hand().form();
        Model now = model.signed(signed(model, answer));
        if (form == null || !form.sent()) {
            return Step.of(now.notice(answer.words(), !answer.done()));
        }
        if (answer.done()) {
            String words = answer.kept() ? answer.words() : answer.words() + " *";
            Model done = now.with((Form) null).notice(words, false);
            // On a round the next thing to look at follows.
            return look(form.deed().verb().equals("sheet-item") ? move(done, 1).model() : done);
        }
        if (answer.ended()) {
            SignedIn was = model.hand().signed();
            return Step.of(
                    now.with(form.provedBy(was == null ? "" : was.person()).refused(answer.words())));
        }
        if (form.fields().isEmpty()) {
            return Step.of(now.with((Form) null).notice(answer.words(), true));
        }
        // A PIN that was wrong, or any other refusal: what was typed stays, only the PIN is asked again.
        return Step.of(now.with(withoutPin(form).refused(answer.words())));
    }

    private static @Nullable SignedIn signed(Model model, Message.Answered answer) {
        SignedIn before = model.hand().signed();
        String person = answer.session();
        if (person == null || answer.ended()) {
            return null;
        }
        boolean same = before != null && before.person().equals(person);
        return before != null && same && !answer.done() ? before : new SignedIn(person, model.uptimeMs() + SIGNED_MS);
    }

    private static Form withoutPin(Form form) {
        Form next = form;
        for (int i = form.fields().size() - 1; i >= 0; i--) {
            if (form.fields().get(i).kind() == Form.Kind.SECRET) {
                next = next.at(i).typing("");
            }
        }
        return next;
    }

    private static Step key(Model model, String key) {
        Model calm = model.notice("", false);
        for (Screen screen : Screen.values()) {
            if (screen.opensFrom(calm.place().screen()) && screen.key().equals(key)) {
                Model there = calm.with(
                        screen == Screen.ROUND
                                ? calm.place().sheet("round")
                                : calm.place().at(screen));
                return look(there);
            }
        }
        int page = Math.max(1, model.look().rows() - 10);
        return switch (key) {
            case "q" -> new Step(calm, List.of(new Effect.Quit()));
            case "Q" -> new Step(calm.signed(null), List.of(new Effect.SignOut()));
            case "up" -> move(calm, -1);
            case "down" -> move(calm, 1);
            case "page-up" -> move(calm, -page);
            case "page-down" -> move(calm, page);
            case "home" -> move(calm, -Integer.MAX_VALUE / 2);
            case "end" -> move(calm, Integer.MAX_VALUE / 2);
            case "enter" -> enter(calm);
            case "escape" ->
                look(calm.with(calm.place().at(calm.place().screen().back())));
            default -> calm.place().screen() == Screen.RECORDS ? month(calm, key) : deed(calm, key);
        };
    }

    private static Step month(Model model, String key) {
        Paper paper = model.place().paper();
        return switch (key) {
            case "-" -> Step.of(model.with(model.place().paper(Screen.RECORDS, paper.back(paper.back() + 1))));
            case "+", "=" -> Step.of(model.with(model.place().paper(Screen.RECORDS, paper.back(paper.back() - 1))));
            default -> deed(model, key);
        };
    }

    private static Step move(Model model, int by) {
        int last = Math.max(0, Rows.count(model) - 1);
        int wanted = model.place().row() + by;
        int row = Math.max(0, Math.min(last, wanted));
        boolean stays = row == model.place().row() && wanted != row;
        return stays && model.place().screen() == Screen.LOG
                ? turn(model, by)
                : Step.of(model.with(model.place().row(row)));
    }

    /** Past the end of a page of the log the next one opens; Home leads back to the newest. */
    private static Step turn(Model model, int by) {
        Events log = model.data().log();
        String next = log == null ? null : log.next();
        List<String> older = new ArrayList<>(model.place().older());
        if (by > 0 && next != null) {
            older.add(next);
            return look(model.with(model.place().log(older).row(0)));
        }
        if (by < 0 && !older.isEmpty()) {
            boolean home = by < -Model.LOG_PAGE;
            older.subList(home ? 0 : older.size() - 1, older.size()).clear();
            return look(model.with(model.place().log(older).row(home ? 0 : Model.LOG_PAGE - 1)));
        }
        return Step.of(model);
    }

    private static Step enter(Model model) {
        if (model.place().screen() == Screen.SHEETS) {
            var sheet = Rows.chosen(model, Rows.sheets(model.data()));
            return sheet == null
                    ? Step.of(model)
                    : look(model.with(model.place().sheet(sheet.id())));
        }
        if (model.place().screen() == Screen.JOBS) {
            var job = Rows.chosen(model, Rows.jobs(model.data()));
            return job == null ? Step.of(model) : look(model.with(model.place().job(job.number())));
        }
        if (model.place().screen() == Screen.RECORDS) {
            Paper paper = RecordBodies.paper(model);
            return look(model.with(model.data().withoutRecord())
                    .with(model.place().paper(Screen.RECORD, paper).row(0)));
        }
        return Step.of(model);
    }

    private static Step deed(Model model, String key) {
        Deed deed = Deeds.of(model.place().screen(), key);
        if (deed == null) {
            return Step.of(model);
        }
        Form form = Openings.open(model, deed);
        if (form == null) {
            return Step.of(model.notice(new Say(model).word("console.notnow"), true));
        }
        // Silence, and what asks nothing more of somebody who is signed in, is done with the one key.
        return form.fields().isEmpty() ? Typing.send(model, form) : Step.of(model.with(form));
    }
}
