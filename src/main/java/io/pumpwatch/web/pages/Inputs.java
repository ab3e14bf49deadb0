package io.pumpwatch.web.pages;

import io.pumpwatch.web.pages.Block.Input;
import io.pumpwatch.web.pages.Block.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Inputs of forms. */
final class Inputs {
    /** Kinds that always have an answer. */
    private static final Set<String> UNMARKED = Set.of("check", "hidden", "select", "date");

    private final Say say;
    private final List<Input> all = new ArrayList<>();

    Inputs(Say say) {
        this.say = say;
    }

    private Inputs add(String name, String kind, String type, String value, boolean required, List<Option> options) {
        return put(name, "in." + name, kind, type, value, required, options);
    }

    /** An input under a label that isn't the usual one of its name. */
    private Inputs put(
            String name, String label, String kind, String type, String value, boolean required, List<Option> options) {
        String mark = required || UNMARKED.contains(kind) ? "" : " " + say.t("mayBeEmpty");
        all.add(new Input(name, say.t(label) + mark, kind, type, value, required, options));
        return this;
    }

    /** A value that the page knows. */
    Inputs hidden(String name, String value) {
        return add(name, "hidden", "text", value, true, List.of());
    }

    /** A number that the page knows. */
    Inputs hidden(String name, long value) {
        return add(name, "hidden", "number", Long.toString(value), true, List.of());
    }

    Inputs text(String name, boolean required) {
        return add(name, "text", "text", "", required, List.of());
    }

    /** One of the station's people, by their id; their names are offered. */
    Inputs someone(String name, boolean required) {
        return add(name, "someone", "text", "", required, List.of());
    }

    /** The same under a label of its own. */
    Inputs someone(String name, String label, boolean required) {
        return put(name, label, "someone", "text", "", required, List.of());
    }

    /** How many of something are there, and a remark after a blank; all of them are sent as one list. */
    Inputs count(String name, String of, String label, String value) {
        all.add(new Input(name, label, "count", "count", value, true, List.of(new Option(of, label))));
        return this;
    }

    /** Numbers, with blanks or line ends between. */
    Inputs numbers(String name) {
        return add(name, "area", "numbers", "", true, List.of());
    }

    /** One that is chosen, sent as a list. */
    Inputs one(String name, List<Option> options) {
        return add(name, "select", "list", "", true, options);
    }

    Inputs area(String name, boolean required) {
        return add(name, "area", "text", "", required, List.of());
    }

    /** One text in each line, sent as a list. */
    Inputs lines(String name, boolean required) {
        return add(name, "area", "lines", "", required, List.of());
    }

    /** The same with texts to begin with. */
    Inputs lines(String name, String value) {
        return add(name, "area", "lines", value, true, List.of());
    }

    /** A choice that is sent as a number. */
    Inputs choice(String name, List<Option> options) {
        return add(name, "select", "number", "", true, options);
    }

    Inputs number(String name, boolean required) {
        return add(name, "number", "number", "", required, List.of());
    }

    Inputs number(String name, String value) {
        return add(name, "number", "number", value, true, List.of());
    }

    /** A day with a label of its own. */
    Inputs date(String name, String label, String value) {
        return put(name, label, "date", "text", value, false, List.of());
    }

    Inputs date(String name, String value) {
        return add(name, "date", "text", value, false, List.of());
    }

    /** A day and time of the station's clock, with a label of its own. */
    Inputs moment(String name, String label, boolean required) {
        return put(name, label, "moment", "text", "", required, List.of());
    }

    /** A text with a label of its own. */
    Inputs text(String name, String label, boolean required) {
        return put(name, label, "text", "text", "", required, List.of());
    }

    /** A longer one. */
    Inputs area(String name, String label, boolean required) {
        return put(name, label, "area", "text", "", required, List.of());
    }

    /** A day, month or year. */
    Inputs period(String name, String value) {
        return put(name, name.equals("to") ? "col.to" : "in." + name, "text", "text", value, false, List.of());
    }

    Inputs check(String name, boolean required) {
        return add(name, "check", "flag", "", required, List.of());
    }

    /** Always true. */
    Inputs flagged(String name) {
        return add(name, "hidden", "flag", "true", true, List.of());
    }

    /** A list of one that the page knows. */
    Inputs list(String name, String value) {
        return add(name, "hidden", "list", value, true, List.of());
    }

    Inputs select(String name, List<Option> options) {
        return add(name, "select", "text", "", true, options);
    }

    Inputs select(String name, String value, List<Option> options) {
        return add(name, "select", "text", value, true, options);
    }

    /** One of several things that can be ticked; what is ticked is sent as a list. */
    Inputs item(String name, String value, String label) {
        all.add(new Input(name, label, "item", "list", value, false, List.of()));
        return this;
    }

    /** Who signs: asked each time, so that two people can sign at one screen. */
    Inputs signature(String person) {
        add("person", "someone", "text", person, true, List.of());
        return add("pin", "pin", "text", "", true, List.of());
    }

    /** A PIN that is set, not one that proves. */
    Inputs newPin() {
        return add("newPin", "pin", "text", "", true, List.of());
    }

    /** The second of two people who sign together. */
    Inputs second() {
        add("second", "someone", "text", "", true, List.of());
        return add("secondPin", "pin", "text", "", true, List.of());
    }

    /** Who asks, unless they have signed in. */
    Inputs asker(String person) {
        return person.isEmpty() ? signature("") : this;
    }

    static List<Option> options(String... valuesAndLabels) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i + 1 < valuesAndLabels.length; i += 2) {
            options.add(new Option(valuesAndLabels[i], valuesAndLabels[i + 1]));
        }
        return options;
    }

    static List<Option> same(String... values) {
        return Arrays.stream(values).map(value -> new Option(value, value)).toList();
    }

    List<Input> done() {
        return List.copyOf(all);
    }
}
