package io.pumpwatch.web.pages;

import io.pumpwatch.view.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** A blank paper form, to be printed and filled in by hand where the station can't be used. */
public final class PaperPage {
    private PaperPage() {}

    /**
     * The page.
     *
     * @param form lines of at most 80 cells
     */
    public static PageModel of(String title, String form, Say say) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note("about", Mark.NONE, List.of(say.t("formsAbout"))));
        blocks.add(new Block.Paper(
                title, form.stripTrailing().lines().map(PaperPage::pieces).toList()));
        return new PageModel("forms", false, true, blocks);
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
