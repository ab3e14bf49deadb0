package io.pumpwatch.config;

import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.interlocks.PumpPlan.Kind;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code [pump.*]} and what each contact and output is used for. */
final class PumpReader {
    private static final long DAY_MS = 86_400_000;
    private static final Map<String, Kind> CLASSES = classes();

    private final Tags tags;
    private final List<PumpPlan> pumps = new ArrayList<>();
    private final Map<Tag, Use> uses = new LinkedHashMap<>();

    PumpReader(Tags tags) {
        this.tags = tags;
    }

    /** What a contact or output serves. */
    record Use(String as, Tag user, Spot spot) {}

    private static Map<String, Kind> classes() {
        Map<String, Kind> classes = new LinkedHashMap<>();
        classes.put("emulsion", Kind.EMULSION);
        classes.put("spray", Kind.SPRAY);
        classes.put("drainage", Kind.DRAINAGE);
        return classes;
    }

    /** The class in words. */
    static Text words(Kind kind) {
        return switch (kind) {
            case EMULSION -> new Text("an emulsion", "乳化液");
            case SPRAY -> new Text("a spray", "喷雾");
            case DRAINAGE -> new Text("a drainage", "排水");
        };
    }

    void read() {
        tags.of(Tags.Kind.PUMP).forEach(known -> pump(known.tag(), known.section()));
    }

    private void pump(Tag tag, Section section) {
        Text name = section.requiredText("name");
        Kind kind = section.requiredWord("class", CLASSES, Kind.SPRAY);
        Tag running = tags.ref(section, "running", Tags.Kind.CONTACT);
        use(section, "running", running, tag);
        Tag available = used(section, "available", Tags.Kind.CONTACT, tag);
        Tag permit = used(section, "permit", Tags.Kind.OUTPUT, tag);
        Tag trip = used(section, "trip", Tags.Kind.OUTPUT, tag);
        Tag current = used(section, "current", Tags.Kind.INSTRUMENT, tag);
        double currentRunning = section.number("current_running", 0, 1e6, 1);
        if (section.has("current_running") && !section.has("current")) {
            section.fault(
                    "current_running",
                    FaultKind.NEEDS,
                    "current_running",
                    "\"current\"",
                    new Text("current = the instrument of the motor current", "current = 电机电流仪表"));
        }
        boolean automatic = section.flag("automatic", false);
        long stopMs = section.duration("stop_time", 0, 600_000, 3_000);
        long exerciseMs = section.duration("exercise_time", 0, 400 * DAY_MS, kind == Kind.DRAINAGE ? 7 * DAY_MS : 0);
        long answerMs = section.duration("answer_time", 0, DAY_MS, kind == Kind.DRAINAGE ? 120_000 : 0);
        if (running != null) {
            pumps.add(new PumpPlan(
                    tag,
                    name,
                    kind,
                    running,
                    available,
                    permit,
                    trip,
                    current,
                    currentRunning,
                    automatic,
                    stopMs,
                    exerciseMs,
                    answerMs));
        }
    }

    private @Nullable Tag used(Section section, String key, Tags.Kind kind, Tag pump) {
        Tag tag = tags.refOrNull(section, key, kind);
        use(section, key, tag, pump);
        return tag;
    }

    /** Notes what a tag serves; a second use is a fault. */
    void use(Section section, String key, @Nullable Tag tag, Tag user) {
        if (tag == null) {
            return;
        }
        Use before = uses.get(tag);
        if (before != null) {
            section.fault(
                    key,
                    FaultKind.USED_TWICE,
                    tag,
                    before.user() + " " + before.as(),
                    before.spot().line());
            return;
        }
        uses.put(tag, new Use(key, user, section.spot(key)));
    }

    /** Notes that something looks at a contact, which may well serve others too. */
    void seen(@Nullable Tag tag, Tag user, Spot spot) {
        if (tag != null) {
            uses.putIfAbsent(tag, new Use("", user, spot));
        }
    }

    @Nullable
    Use useOf(Tag tag) {
        return uses.get(tag);
    }

    @Nullable
    PumpPlan pump(Tag tag) {
        return pumps.stream().filter(pump -> pump.tag().equals(tag)).findFirst().orElse(null);
    }

    List<PumpPlan> pumps() {
        return List.copyOf(pumps);
    }

    /** Running contact of each pump. */
    Map<Tag, Tag> runningOf() {
        Map<Tag, Tag> running = new LinkedHashMap<>();
        pumps.forEach(pump -> running.put(pump.tag(), pump.running()));
        return running;
    }
}
