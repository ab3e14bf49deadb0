package io.pumpwatch.config;

import io.pumpwatch.rounds.JobPlan;
import io.pumpwatch.rounds.JobPlan.Kind;
import io.pumpwatch.rounds.JobPlan.Step;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one {@code [job.ID]}. */
final class JobReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final List<String> PUMPS = List.of("emulsion", "spray", "drainage");
    private static final Map<String, Kind> KINDS = kinds();

    private JobReader() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind);
        }
        return kinds;
    }

    static @Nullable JobPlan read(String id, Section section) {
        if (!ID.matcher(id).matches()) {
            section.faultAt(
                    section.spot(),
                    FaultKind.BAD_TEXT,
                    "job",
                    id,
                    new Text("1 to 32 of a-z 0-9 -", "1 到 32 个 a-z 0-9 -"));
        }
        if (!section.flag("enabled", true)) {
            section.done();
            return null;
        }
        Text name = section.requiredText("name");
        Set<String> pumps = new LinkedHashSet<>();
        for (Section.Item item : section.strings("pumps")) {
            if (!PUMPS.contains(item.text())) {
                section.faultAt(
                        item.spot(), FaultKind.BAD_WORD, "pumps", item.text(), KnownWords.list(item.text(), PUMPS));
            }
            pumps.add(item.text());
        }
        boolean live = section.flag("live", false);
        List<Text> tools = new ArrayList<>();
        for (Section tool : section.tables("tools")) {
            tools.add(new Text(tool.string("en", ""), tool.string("zh", "")));
            tool.done();
        }
        List<Step> steps = new ArrayList<>();
        for (Section step : section.tables("step")) {
            String stepId = step.string("id");
            if (steps.stream().anyMatch(each -> each.id().equals(stepId))) {
                step.fault("id", FaultKind.TWICE_IN_LIST, "id", stepId);
            }
            steps.add(new Step(stepId, step.requiredText("text"), step.word("kind", KINDS, Kind.WORK)));
            step.done();
        }
        if (steps.isEmpty()) {
            section.missing("step", Shape.LIST);
        }
        JobPlan plan = new JobPlan(id, name, pumps, SheetReader.roles(section), live, tools, steps);
        section.done();
        return plan;
    }
}
