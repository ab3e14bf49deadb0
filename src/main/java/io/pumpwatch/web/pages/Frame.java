package io.pumpwatch.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param lang en or zh
 * @param other the other language, as its people write it
 * @param path of the page with its parameters, without the language
 * @param who has signed in; null while nobody has
 * @param person their id
 * @param token what their acts carry
 * @param css and
 * @param js addresses of our own style and script
 * @param asking alarms that ask for somebody
 * @param warnings what must always be in sight
 * @param people who can be named in forms; empty where the reader may not see them
 */
public record Frame(
        String lang,
        String other,
        String otherLang,
        String path,
        String station,
        String title,
        @Nullable String who,
        String person,
        String token,
        String css,
        String js,
        String chartJs,
        String chartCss,
        int asking,
        boolean horn,
        List<Block.Cell> warnings,
        List<Link> links,
        List<Block.Option> people,
        Say say) {
    /** The page's address as a parameter of another: with all of its own parameters. */
    public String back() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** A way to another page. */
    public record Link(String href, String text, boolean here) {}
}
