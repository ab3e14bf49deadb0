package io.pumpwatch.web.pages;

import java.util.List;

/**
 * What a page is about.
 *
 * @param title key of its words
 * @param live whether it renews itself with the live state
 * @param print whether it prints as a sheet that is filed
 */
public record PageModel(String title, boolean live, boolean print, List<Block> blocks) {
    /** A page that renews itself. */
    public static PageModel live(String title, List<Block> blocks) {
        return new PageModel(title, true, false, blocks);
    }

    /** A page that stays as it was loaded. */
    public static PageModel still(String title, List<Block> blocks) {
        return new PageModel(title, false, false, blocks);
    }
}
