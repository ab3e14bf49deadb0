package io.pumpwatch.web.pages;

import io.pumpwatch.api.Forms;
import io.pumpwatch.view.TextWidth;
import io.pumpwatch.view.forms.BlankForms;
import io.pumpwatch.web.pages.Block.Option;
import java.util.ArrayList;
import java.util.List;

/** A blank paper form, to be printed and filled in by hand where the station can't be used. */
public final class PaperPage {
    private PaperPage() {}

    /**
     * The page.
     *
     * @param forms all of the station, the one asked for among them
     * @param name of that one, with its title
     * @param form lines of at most 80 cells
     */
    public static PageModel of(Forms forms, Forms.Name name, String form, String person, Say say) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note("about", Mark.NONE, List.of(say.t("formsAbout"))));
        blocks.add(new Block.Paper(
                name.title(),
                form.stripTrailing().lines().map(PaperPage::pieces).toList()));
        blocks.add(typeIn(forms, name.name(), person, say));
        return new PageModel("forms", false, true, blocks);
    }

    /** A sheet that was filled in by hand, to be typed in: it is kept with who did so and when. */
    static Block typeIn(Forms forms, String chosen, String person, Say say) {
        List<Option> sorts = new ArrayList<>();
        for (Forms.Name each : forms.forms()) {
            sorts.add(new Option(sort(each.name()), each.title()));
        }
        sorts.add(new Option("other", say.t("paperOther")));
        return new Block.Form(
                "type-in",
                say.t("act.type-in"),
                say.t("paperKeep"),
                new Inputs(say)
                        .signature(person)
                        .select("sort", sort(chosen), sorts)
                        .moment("from", "paperFrom", true)
                        .moment("until", "paperUntil", false)
                        .someone("of", "paperOf", false)
                        .area("text", "paperText", true)
                        .done(),
                true);
    }

    /** What the books call it: who came and went counts for attendance. */
    private static String sort(String form) {
        return form.equals(BlankForms.SIGN_ON) ? "attendance" : form;
    }

    /** No font can be relied on to draw a Chinese letter as wide as two Latin ones, so the page says which are. */
    static List<Block.Piece> pieces(String line) {
        List<Block.Piece> pieces = new ArrayList<>();
        StringBuilder narrow = new StringBuilder();
        line.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            if (TextWidth.of(letter) == 2) {
                if (narrow.length() > 0) {
                    pieces.add(new Block.Piece(narrow.toString(), false));
                    narrow.setLength(0);
                }
                pieces.add(new Block.Piece(letter, true));
            } else {
                narrow.append(letter);
            }
        });
        if (narrow.length() > 0) {
            pieces.add(new Block.Piece(narrow.toString(), false));
        }
        return pieces;
    }
}
