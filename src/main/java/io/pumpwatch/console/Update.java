package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.console.Model.Contact;
import io.pumpwatch.console.Model.Hand;
import io.pumpwatch.console.Model.Look;
import io.pumpwatch.console.Model.SignedIn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message makes of the model. Pure. */
final class Update {
    /** The agent is asked so often. */
    static final long LOOK_MS = 1_000;
    /** Documents that change slowly are asked for so often. */
    static final long FULL_MS = 3_000;
    /** A PIN is forgotten when nothing was done for so long. */
    static final long SIGNED_MS = 600_000;
    /** Without an answer for this long the screen says that it is old. */
    static final long GONE_MS = 2_000;

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
                    : typed(model, model.hand().form(), key.name());
        }
        if (message instanceof Message.Pasted pasted) {
            Form form = model.hand().form();
            return Step.of(
                    form == null ? model : model.with(form.typing(form.typed().get(form.at()) + pasted.text())));
        }
        if (message instanceof Message.Resized size) {
            Look look = model.look();
            return Step.of(model.with(new Look(look.lang(), size.columns(), size.rows(), look.chinese())));
        }
        if (message instanceof Message.Tick tick) {
            return tick(model.at(tick.uptimeMs()));
        }
        if (message instanceof Message.Came came) {
            return came(model, came);
        }
        if (message instanceof Message.Gone gone) {
            Contact at = model.contact();
            return Step.of(model.with(new Contact(at.lastMs(), at.askedMs(), false, at.fullMs(), gone.why())));
        }
        if (message instanceof Message.Told told) {
            Hand hand = model.hand();
            return Step.of(model.with(new Hand(hand.form(), hand.notice(), hand.wrong(), told.words(), hand.signed())));
        }
        return answered(model, (Message.Answered) message);
    }

    private static Step tick(Model model) {
        SignedIn signed = model.hand().signed();
        Model now = signed != null && model.uptimeMs() >= signed.untilMs() ? model.signed(null) : model;
        Contact at = now.contact();
        // An answer that never comes must not keep the console from asking again.
        boolean mayAsk = !at.waiting() || now.uptimeMs() - at.askedMs() > 3 * GONE_MS;
        return mayAsk && now.uptimeMs() - at.askedMs() >= LOOK_MS ? look(now, false) : Step.of(now);
    }

    private static Step look(Model model, boolean atOnce) {
        Contact at = model.contact();
        Set<String> documents = new LinkedHashSet<>(List.of("status", "alarms"));
        boolean full = atOnce || model.uptimeMs() - at.fullMs() >= FULL_MS;
        if (full) {
            documents.addAll(model.place().screen().documents());
        }
        long fullMs = full ? model.uptimeMs() : at.fullMs();
        Contact next = new Contact(at.lastMs(), model.uptimeMs(), true, fullMs, at.gone());
        return new Step(model.with(next), List.of(new Effect.Look(List.copyOf(documents))));
    }

    private static Step came(Model model, Message.Came came) {
        Data data = model.data();
        for (Object document : came.documents()) {
            data = data.with(document);
        }
        boolean rings = rings(model.data().alarms(), data.alarms());
        Contact at = model.contact();
        Model next = model.with(data).with(new Contact(came.uptimeMs(), at.askedMs(), false, at.fullMs(), ""));
        next = next.with(next.place().row(Math.max(0, Math.min(next.place().row(), Rows.count(next) - 1))));
        return new Step(next, rings ? List.of(new Effect.Bell()) : List.of());
    }

    /** Whether an alarm asks that didn't ask before. */
    private static boolean rings(@Nullable AlarmList before, @Nullable AlarmList after) {
        if (before == null || after == null) {
            return false;
        }
        Set<String> known = new HashSet<>();
        before.alarms().stream().filter(Update::asks).forEach(alarm -> known.add(alarm.point() + alarm.raised()));
        return after.alarms().stream()
                .filter(Update::asks)
                .anyMatch(alarm -> !known.contains(alarm.point() + alarm.raised()));
    }

    static boolean asks(AlarmList.Alarm alarm) {
        return alarm.state().endsWith("unacked");
    }

    private static Step answered(Model model, Message.Answered answer) {
        Form form = model.hand().form();
        if (form == null || !form.sent()) {
            return Step.of(model.notice(answer.words(), !answer.done()));
        }
        if (!answer.done()) {
            // A PIN that was wrong, or any other refusal: what was typed stays, only the PIN is asked again.
            boolean asked =
                    form.fields().stream().anyMatch(field -> field.name().equals("pin"));
            Model open = asked ? model : model.signed(null);
            return Step.of(open.with(withoutPin(form).refused(answer.words())));
        }
        Model done = model.with((Form) null).signed(signed(model, form));
        String words = answer.kept() ? answer.words() : answer.words() + " *";
        return look(done.notice(words, false), true);
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

    private static @Nullable SignedIn signed(Model model, Form form) {
        String person = form.answer("person");
        String pin = form.answer("pin");
        SignedIn before = model.hand().signed();
        boolean off = form.deed().verb().equals("sign-off");
        if (off || (person.isEmpty() && before == null)) {
            return null;
        }
        return person.isEmpty() ? before : new SignedIn(person, pin, model.uptimeMs() + SIGNED_MS);
    }

    private static Step key(Model model, String key) {
        Model calm = model.notice("", false);
        for (Screen screen : Screen.values()) {
            if (!screen.key().isEmpty() && screen.key().equals(key)) {
                Model there = calm.with(
                        screen == Screen.ROUND
                                ? calm.place().sheet("round")
                                : calm.place().at(screen));
                return look(there, true);
            }
        }
        int page = Math.max(1, model.look().rows() - 10);
        return switch (key) {
            case "q" -> new Step(calm, List.of(new Effect.Quit()));
            case "Q" -> Step.of(calm.signed(null));
            case "up" -> move(calm, -1);
            case "down" -> move(calm, 1);
            case "page-up" -> move(calm, -page);
            case "page-down" -> move(calm, page);
            case "home" -> move(calm, -Integer.MAX_VALUE / 2);
            case "end" -> move(calm, Integer.MAX_VALUE / 2);
            case "enter" -> enter(calm);
            case "escape" -> look(calm.with(calm.place().at(back(calm.place().screen()))), true);
            default -> deed(calm, key);
        };
    }

    private static Screen back(Screen screen) {
        return screen == Screen.JOB ? Screen.JOBS : Screen.OVERVIEW;
    }

    private static Step move(Model model, int by) {
        int last = Math.max(0, Rows.count(model) - 1);
        int row = Math.max(0, Math.min(last, model.place().row() + by));
        return Step.of(model.with(model.place().row(row)));
    }

    private static Step enter(Model model) {
        if (model.place().screen() == Screen.SHEETS) {
            var sheet = Rows.chosen(model, Rows.sheets(model.data()));
            return sheet == null
                    ? Step.of(model)
                    : look(model.with(model.place().sheet(sheet.id())), true);
        }
        if (model.place().screen() == Screen.JOBS) {
            var job = Rows.chosen(model, Rows.jobs(model.data()));
            return job == null ? Step.of(model) : look(model.with(model.place().job(job.number())), true);
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
        return form.fields().isEmpty() ? send(model, form) : Step.of(model.with(form));
    }

    private static Step send(Model model, Form form) {
        Map<String, Object> fields = form.values();
        return new Step(
                model.with(form.onItsWay()), List.of(new Effect.Act(form.deed().verb(), fields)));
    }

    private static Step typed(Model model, Form form, String key) {
        if (key.equals("escape")) {
            return Step.of(model.with((Form) null));
        }
        if (form.sent() || form.fields().isEmpty()) {
            return Step.of(model);
        }
        String text = form.typed().get(form.at());
        return switch (key) {
            case "enter" -> next(model, form);
            case "tab", "down" -> Step.of(model.with(form.at(form.at() + 1)));
            case "back-tab", "up" -> Step.of(model.with(form.at(form.at() - 1)));
            case "backspace" -> Step.of(model.with(form.typing(withoutLast(text))));
            default -> Step.of(key.codePointCount(0, key.length()) == 1 ? model.with(form.typing(text + key)) : model);
        };
    }

    private static String withoutLast(String text) {
        return text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }

    private static Step next(Model model, Form form) {
        List<Integer> later = new ArrayList<>();
        for (int i = form.at() + 1; i < form.fields().size(); i++) {
            later.add(i);
        }
        int unanswered = form.unanswered();
        if (unanswered >= 0 && unanswered <= form.at()) {
            return Step.of(model.with(form.at(unanswered)));
        }
        return later.isEmpty() ? send(model, form) : Step.of(model.with(form.at(later.get(0))));
    }
}
