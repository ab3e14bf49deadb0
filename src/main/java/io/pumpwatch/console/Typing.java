package io.pumpwatch.console;

import io.pumpwatch.console.Deed.Proof;
import io.pumpwatch.console.Model.Paper;
import io.pumpwatch.console.Update.Step;
import java.util.List;

/** What keys make of the questions that a person answers. Pure. */
final class Typing {
    private Typing() {}

    static Step send(Model model, Form form) {
        return new Step(model.with(form.onItsWay()), List.of(effect(model, form)));
    }

    private static Effect effect(Model model, Form form) {
        String verb = form.deed().verb();
        if (form.deed().proof() == Proof.FILE) {
            Paper paper = RecordBodies.paper(model);
            return new Effect.Save(
                    paper.document() + "&format=" + verb,
                    "pumpwatch-" + paper.kind() + "-" + paper.month() + "." + verb);
        }
        return verb.isEmpty()
                ? new Effect.SignIn(form.answer("person"), form.answer("pin"))
                : new Effect.Act(verb, form.values());
    }

    static Step typed(Model model, Form form, String key) {
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
        int unanswered = form.unanswered();
        if (unanswered >= 0 && unanswered <= form.at()) {
            return Step.of(model.with(form.at(unanswered)));
        }
        boolean last = form.at() + 1 == form.fields().size();
        return last ? send(model, form) : Step.of(model.with(form.at(after(form))));
    }

    /** The next question; who is signed in is known, and their PIN must not be typed where it can be read. */
    private static int after(Form form) {
        int next = form.at() + 1;
        boolean known = form.fields().get(next).name().equals("person")
                && !form.typed().get(next).isEmpty();
        return known ? Math.min(next + 1, form.fields().size() - 1) : next;
    }
}
