package io.pumpwatch.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked before something is done: one question after the other, Enter goes on, the last Enter does it.
 *
 * @param deed what will be done
 * @param base fields of the act that the screen already knows
 * @param fields questions
 * @param typed answers so far, one for each question
 * @param at the question that is asked now
 * @param fault why the agent refused it; empty while it hasn't
 * @param sent on its way to the agent
 */
record Form(
        Deed deed,
        Map<String, Object> base,
        List<Field> fields,
        List<String> typed,
        int at,
        String fault,
        boolean sent) {
    /** Letters that an answer may have. */
    static final int TYPED_MAX = 2_000;

    /** How an answer is read. */
    enum Kind {
        TEXT,
        NUMBER,
        /** Several, with commas. */
        LIST,
        /** Several, each with its number: {@code lamp=2}. */
        COUNTS,
        /** Several in words, with semicolons: words have commas of their own. */
        PHRASES,
        /** Shown as stars. */
        SECRET,
        /** Answered with y or n. */
        YES,
        /** One of a few, by its place or its word. */
        CHOICE
    }

    /**
     * One question.
     *
     * @param name field of the act
     * @param optional may be left empty
     * @param options of a choice, as the agent knows them
     * @param labels what people read for each: a name, or the key of its words
     */
    record Field(String name, Kind kind, boolean optional, List<String> options, List<String> labels) {
        Field {
            options = List.copyOf(options);
            labels = List.copyOf(labels);
        }

        Field(String name, Kind kind, boolean optional) {
            this(name, kind, optional, List.of(), List.of());
        }

        static Field choice(String name, String family, String... options) {
            List<String> all = List.of(options);
            return new Field(
                    name,
                    Kind.CHOICE,
                    false,
                    all,
                    all.stream().map(option -> family + "." + option).toList());
        }

        /** The same question with what the station offers for it; as it is where that is nothing. */
        Field offering(Map<String, String> labelByOption) {
            return labelByOption.isEmpty()
                    ? this
                    : new Field(
                            name,
                            kind == Kind.LIST || kind == Kind.COUNTS ? kind : Kind.CHOICE,
                            optional,
                            List.copyOf(labelByOption.keySet()),
                            List.copyOf(labelByOption.values()));
        }

        /** The option that is meant, by its place from 1, its word or its label; null for none of them. */
        @Nullable
        String option(String text) {
            int word = Math.max(options.indexOf(text), labels.indexOf(text));
            int place = text.matches("[1-9][0-9]?") && word < 0 ? Integer.parseInt(text) - 1 : word;
            return place < 0 || place >= options.size() ? null : options.get(place);
        }

        /** Whether an answer that isn't empty can be read. */
        boolean reads(String text) {
            return switch (kind) {
                case NUMBER -> isNumber(text);
                case CHOICE -> option(text) != null;
                case LIST -> options.isEmpty() || several(text).stream().allMatch(each -> option(each) != null);
                case COUNTS -> several(text).stream().allMatch(each -> counted(each) != null);
                case TEXT, PHRASES, SECRET, YES -> true;
            };
        }

        /** The Chinese mark between names may stand in what is written freely. */
        private List<String> several(String text) {
            String between = options.isEmpty() || kind == Kind.COUNTS ? "[,，]" : "[,，、]";
            return List.of(text.strip().split("\\s*" + between + "\\s*", -1));
        }

        /** What was counted, by the id of what it is; null where nothing is called so. */
        private @Nullable String counted(String each) {
            String[] parts = each.split("\\s*[=＝]\\s*", 2);
            String of = option(parts[0]);
            return of == null || parts.length < 2 ? null : of + "=" + parts[1];
        }

        /** What the act is asked with. */
        Object value(String text) {
            return switch (kind) {
                case CHOICE -> String.valueOf(option(text));
                case NUMBER -> Form.number(Double.parseDouble(text));
                case LIST ->
                    several(text).stream()
                            .map(each -> options.isEmpty() ? each : String.valueOf(option(each)))
                            .toList();
                case COUNTS ->
                    several(text).stream()
                            .map(each -> String.valueOf(counted(each)))
                            .toList();
                case PHRASES -> List.of(text.split("\\s*[;；]\\s*", -1));
                case YES -> "yYjJ是1".indexOf(text.charAt(0)) >= 0;
                case TEXT, SECRET -> text;
            };
        }

        static Field text(String name) {
            return new Field(name, Kind.TEXT, false);
        }

        static Field maybe(String name) {
            return new Field(name, Kind.TEXT, true);
        }

        static Field number(String name) {
            return new Field(name, Kind.NUMBER, false);
        }

        static Field list(String name) {
            return new Field(name, Kind.LIST, false);
        }

        static Field counts(String name) {
            return new Field(name, Kind.COUNTS, false);
        }

        static Field phrases(String name) {
            return new Field(name, Kind.PHRASES, false);
        }

        static Field secret(String name) {
            return new Field(name, Kind.SECRET, false);
        }

        static Field yes(String name) {
            return new Field(name, Kind.YES, false);
        }

        /** Key of its words. */
        String words() {
            return "console.ask." + name;
        }
    }

    /** A form whose answers are what is already known of them. */
    static Form of(Deed deed, Map<String, Object> base, List<Field> fields, Map<String, String> known) {
        List<String> typed = new ArrayList<>();
        int first = fields.size();
        for (int i = 0; i < fields.size(); i++) {
            String value = known.getOrDefault(fields.get(i).name(), "");
            typed.add(value);
            first = value.isEmpty() && first == fields.size() ? i : first;
        }
        int at = fields.isEmpty() ? 0 : Math.min(first, fields.size() - 1);
        return new Form(deed, base, fields, typed, at, "", false);
    }

    /** The present answer with a letter more or less. */
    Form typing(String text) {
        List<String> next = new ArrayList<>(typed);
        next.set(at, text.length() > TYPED_MAX ? text.substring(0, TYPED_MAX) : text);
        return new Form(deed, base, fields, next, at, fault, false);
    }

    Form at(int place) {
        return new Form(deed, base, fields, typed, Math.max(0, Math.min(fields.size() - 1, place)), fault, sent);
    }

    Form refused(String why) {
        return new Form(deed, base, fields, typed, at, why, false);
    }

    Form onItsWay() {
        return new Form(deed, base, fields, typed, at, "", true);
    }

    /** The same with the person and their PIN asked for, where the session has ended. */
    Form provedBy(String person) {
        List<Field> all = new ArrayList<>(fields);
        List<String> answers = new ArrayList<>(typed);
        all.add(Field.text("person"));
        answers.add(person);
        all.add(Field.secret("pin"));
        answers.add("");
        return new Form(deed, base, List.copyOf(all), List.copyOf(answers), all.size() - 1, fault, false);
    }

    /** The first question that must be answered and isn't, or that doesn't read; -1 where all do. */
    int unanswered() {
        for (int i = 0; i < fields.size(); i++) {
            String text = typed.get(i).strip();
            Field field = fields.get(i);
            if (text.isEmpty() ? !field.optional() : !field.reads(text)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /** Everything that the act is asked with. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(base);
        for (int i = 0; i < fields.size(); i++) {
            String text = typed.get(i).strip();
            if (!text.isEmpty()) {
                values.put(fields.get(i).name(), fields.get(i).value(text));
            }
        }
        return values;
    }

    /** Counts go as whole numbers: the agent refuses 30.0 minutes of a count. */
    private static Object number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    /** What was answered to that question; empty where it isn't asked. */
    String answer(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return typed.get(i).strip();
            }
        }
        return String.valueOf(base.getOrDefault(name, ""));
    }
}
