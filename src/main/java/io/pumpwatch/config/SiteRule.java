package io.pumpwatch.config;

import io.pumpwatch.station.Text;
import java.util.List;

/**
 * A rule that the site adds.
 *
 * @param id such as S1
 * @param shownBy alarm points or tags that show how it is kept
 */
public record SiteRule(String id, Text text, List<String> shownBy) {
    public SiteRule {
        shownBy = List.copyOf(shownBy);
    }
}
