package io.pumpwatch.config;

import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A station file without faults.
 *
 * @param file as the user named it
 * @param text the file itself, for the journal
 * @param plan for the scan; the words of each alarm point are in its {@code words}
 * @param link null where the file has no {@code [dispatch]}
 * @param rules of the site's own
 * @param names of every tag, the agent's included
 * @param voice null where the file has no {@code [voice]}
 * @param trialMs the agent scans with this file for so long before it counts as good
 */
public record Loaded(
        String file,
        String text,
        StationPlan plan,
        FieldSettings field,
        @Nullable LinkSettings link,
        WebSettings web,
        JournalSettings journal,
        HistorySettings history,
        List<SiteRule> rules,
        Map<Tag, Text> names,
        long trialMs,
        @Nullable VoiceSettings voice) {
    public Loaded {
        rules = List.copyOf(rules);
        names = Map.copyOf(names);
    }

    /** A file that this one names: a relative name is meant from the folder of the station file. */
    public Path beside(String name) {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        return folder == null ? Path.of(name) : folder.resolve(name);
    }

    /** The same file with another plan and field. */
    public Loaded with(StationPlan otherPlan, FieldSettings otherField) {
        return new Loaded(file, text, otherPlan, otherField, link, web, journal, history, rules, names, trialMs, voice);
    }
}
