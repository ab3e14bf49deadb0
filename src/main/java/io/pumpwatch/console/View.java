package io.pumpwatch.console;

import io.pumpwatch.api.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The screen as lines; a pure function of the model. Always as many lines as the terminal has. */
final class View {
    static final int COLUMNS_MIN = 80;
    static final int ROWS_MIN = 24;
    /** So many lines of banners at once where nothing graver asks. */
    private static final int BANNERS_CALM = 3;
    /** So many lines has what came of an act. */
    private static final int NOTICE_MAX = 4;

    private final Model model;
    private final Say say;
    private final int columns;
    private final List<AttributedString> lines = new ArrayList<>();

    private View(Model model) {
        this.model = model;
        this.say = new Say(model);
        this.columns = model.look().columns();
    }

    static List<AttributedString> of(Model model) {
        List<AttributedString> lines = new View(model).draw();
        return model.look().chinese() ? lines : lines.stream().map(Ink::plain).toList();
    }

    private List<AttributedString> draw() {
        int rows = model.look().rows();
        if (columns < COLUMNS_MIN || rows < ROWS_MIN) {
            Map<String, String> size = Map.of("columns", "" + columns, "rows", "" + rows);
            lines.add(new Ink().put(say.word("console.small", size)).line(columns));
            return filled(lines, rows);
        }
        head();
        banners();
        List<AttributedString> foot = foot();
        int room = Math.max(0, rows - lines.size() - foot.size());
        List<AttributedString> body = new ArrayList<>(Body.of(model, say, columns, room));
        while (body.size() < room) {
            body.add(AttributedString.EMPTY);
        }
        lines.addAll(body.subList(0, room));
        lines.addAll(foot);
        return filled(lines, rows);
    }

    private static List<AttributedString> filled(List<AttributedString> lines, int rows) {
        List<AttributedString> all = new ArrayList<>(lines.subList(0, Math.min(rows, lines.size())));
        while (all.size() < rows) {
            all.add(AttributedString.EMPTY);
        }
        return all;
    }

    private void head() {
        Status status = model.data().status();
        String title = say.word(model.place().screen().words());
        if (status == null) {
            lines.add(new Ink().put(" pumpwatch  " + title).bar(columns, Ink.CHOSEN));
        } else {
            Ink ink = new Ink().put(" " + Ink.cut(status.name(), 30) + "  " + title);
            String right = say.at(status.now()) + "  " + say.state("clock", status.clockTrust()) + " ";
            ink.to(columns - Ink.width(right)).put(right);
            lines.add(ink.bar(columns, Ink.CHOSEN));
        }
        Model.Contact contact = model.contact();
        boolean never = contact.heardMs() < 0;
        boolean old = !never && model.uptimeMs() - contact.heardMs() >= Update.GONE_MS;
        if (old || !contact.gone().isEmpty()) {
            String since = status == null ? "-" : say.clock(status.now());
            lines.add(new Ink()
                    .put(" " + say.word("console.gone", Map.of("since", since, "why", contact.gone())))
                    .bar(columns, Ink.CRITICAL));
        } else if (never) {
            lines.add(new Ink().put(" " + say.word("console.waiting")).line(columns));
        }
    }

    private void banners() {
        List<Banners.Banner> all = Banners.of(model, say);
        int linesMax = Math.max(BANNERS_CALM, model.look().rows() / 3);
        int used = 0;
        int left = 0;
        for (Banners.Banner banner : all) {
            List<String> parts = banner.stays()
                    ? Ink.wrapped(banner.words(), columns - 2)
                    : List.of(Ink.cut(banner.words(), columns - 2));
            if (left > 0 || used + parts.size() > (banner.stays() ? linesMax : BANNERS_CALM)) {
                left++;
                continue;
            }
            parts.forEach(part -> lines.add(new Ink().put(" " + part).bar(columns, banner.style())));
            used += parts.size();
        }
        if (left > 0) {
            String more = say.word("console.banner.more", Map.of("count", "" + left));
            lines.add(new Ink().put(" " + more).line(columns));
        }
    }

    private List<AttributedString> foot() {
        List<AttributedString> foot = new ArrayList<>();
        Form form = model.hand().form();
        if (form != null && !form.fields().isEmpty()) {
            foot.addAll(Forms.draw(form, model.look().note(), say, columns));
            return foot;
        }
        foot.add(new Ink().put("─".repeat(columns), Ink.DIM).line(columns));
        if (!model.hand().notice().isEmpty()) {
            AttributedStyle style = model.hand().wrong() ? Ink.HIGH : Ink.BOLD;
            String mark = model.hand().wrong() ? "✗ " : "✓ ";
            // What to do now stands at the end of what was refused: all of it is shown.
            foot.addAll(Ink.whole(mark + model.hand().notice(), style, columns, NOTICE_MAX));
        } else if (model.hand().told().isEmpty() && !model.look().note().isEmpty()) {
            foot.addAll(Ink.whole(model.look().note(), Ink.DIM, columns, NOTICE_MAX));
        } else if (!model.hand().told().isEmpty()) {
            foot.add(new Ink().put(" " + model.hand().told(), Ink.DIM).line(columns));
        }
        keys(foot);
        return foot;
    }

    private void keys(List<AttributedString> foot) {
        Screen here = model.place().screen();
        Map<String, String> keys = new LinkedHashMap<>();
        Deeds.on(here).forEach(deed -> keys.put(deed.key(), say.word(deed.words())));
        for (Screen screen : Screen.values()) {
            if (screen.belongsTo(here)) {
                keys.put(screen.key(), say.word(screen.words()));
            }
        }
        line(foot, keys);
        Map<String, String> everywhere = new LinkedHashMap<>();
        for (Screen screen : Screen.values()) {
            if (screen.opensFrom(Screen.OVERVIEW) && screen != Screen.HELP && screen != Screen.RECORDS) {
                everywhere.put(screen.key(), say.word(screen.words()));
            }
        }
        line(foot, everywhere);
        Map<String, String> last = new LinkedHashMap<>();
        last.put("!", say.word(Deeds.ACCIDENT.words()));
        last.put("s", say.word(Deeds.SILENCE.words()));
        last.put(Screen.RECORDS.key(), say.word(Screen.RECORDS.words()));
        last.put(Screen.HELP.key(), say.word(Screen.HELP.words()));
        Model.SignedIn signed = model.hand().signed();
        if (signed == null) {
            last.put("S", say.word(Deeds.SIGN_IN.words()));
        } else {
            last.put("Q", say.word("console.signed", Map.of("person", signed.person())));
        }
        last.put("q", say.word("console.quit"));
        line(foot, last);
    }

    /** Keys with what they do, on as many lines as it takes: none is cut. */
    private void line(List<AttributedString> foot, Map<String, String> keys) {
        Ink ink = new Ink();
        for (Map.Entry<String, String> each : keys.entrySet()) {
            if (ink.columns() + Ink.width(each.getKey() + each.getValue()) + 2 > columns) {
                foot.add(ink.line(columns));
                ink = new Ink();
            }
            key(ink, each.getKey(), each.getValue());
        }
        if (ink.columns() > 0) {
            foot.add(ink.line(columns));
        }
    }

    /** A key and what it does. */
    private static void key(Ink ink, String key, String words) {
        ink.put(" ").put(key, Ink.BOLD).put(" " + words, Ink.DIM);
    }
}
