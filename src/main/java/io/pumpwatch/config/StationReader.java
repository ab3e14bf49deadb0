package io.pumpwatch.config;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmsPlan;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.rounds.RoundsPlan;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the whole file in one order, so that what refers to a tag finds it read. */
final class StationReader {
    static final Map<String, Lang> LANGS = langs();
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    private static final long HOUR_MS = 3_600_000;
    private static final long TRIAL_MS = 30_000;
    private static final Text AGENT_NAME = new Text("pumpwatch itself", "监控程序自身");
    private static final Text DUTY_NAME = new Text("Duty book", "值班管理");

    private final String file;
    private final Section root;

    StationReader(String file, Section root) {
        this.file = file;
        this.root = root;
    }

    private static Map<String, Lang> langs() {
        Map<String, Lang> langs = new LinkedHashMap<>();
        langs.put("en", Lang.EN);
        langs.put("zh", Lang.ZH);
        return langs;
    }

    /** What {@code [station]} says. */
    private record Head(String site, String station, Text name, ZoneId zone, Lang lang, long scanMs, long trialMs) {}

    /** How long people may mask alarms. */
    private record Caps(long shelveMs, long serviceMs, long hornRepeatMs) {}

    /** Reads everything; of use only if no fault was fatal. */
    Loaded read(String text, String sha256) {
        Head head = head();
        Tags tags = Tags.read(root);
        FieldReader field = new FieldReader(tags);
        field.read(root, head.zone(), head.scanMs());
        PumpReader pumps = new PumpReader(tags);
        pumps.read();
        InstrumentReader instruments = instruments(tags, field, pumps);
        ProtectionReader protection = protection(tags, instruments, pumps);
        OutputReader outputs = new OutputReader(tags, pumps);
        outputs.read();
        FieldSettings settings = field.settings(outputs.relays());
        tags.of(Tags.Kind.PUMP).forEach(known -> known.section().done());
        InterlockPlan interlocks = protection.plan();
        Map<Tag, Text> names = names(instruments, pumps, outputs);
        DutyPlan duty = duty(tags, pumps, head);
        LogicPoints logic = new LogicPoints(names);
        logic.duty(duty);
        Map<AlarmId, AlarmPlan> decided =
                logic.of(instruments.plans(), interlocks, protection.bounds().keySet());
        RoundsPlan rounds =
                new RoundsReader(root, instruments.plans(), interlocks, names).read(head.zone(), head.lang(), duty);
        logic.rounds(rounds);
        AlarmReader alarms =
                new AlarmReader(tags, instruments, interlocks, protection.bounds(), decided, logic.conditions());
        alarms.read(root);
        LinkSettings link = ShellReader.link(root, head.site(), head.station());
        StationPlan plan = new StationPlan(
                head.site(),
                head.station(),
                head.name(),
                head.zone(),
                head.lang(),
                head.scanMs(),
                instruments.plans(),
                plan(alarms.points(), caps()),
                interlocks,
                duty,
                rounds,
                protection.bounds(),
                outputs.plans(),
                link == null ? 0 : link.unconfirmedMs(),
                sha256);
        Loaded loaded = new Loaded(
                file,
                text,
                plan,
                settings,
                link,
                ShellReader.web(root, head.lang()),
                ShellReader.journal(root),
                ShellReader.history(root),
                ShellReader.rules(root, tags, ids(alarms.points())),
                names,
                head.trialMs(),
                VoiceReader.read(root, alarms.says(), head.lang()));
        root.done();
        unseen(tags, pumps, alarms, duty);
        return loaded;
    }

    private ProtectionReader protection(Tags tags, InstrumentReader instruments, PumpReader pumps) {
        ProtectionReader protection = new ProtectionReader(tags, instruments, pumps);
        protection.read(root);
        return protection;
    }

    private DutyPlan duty(Tags tags, PumpReader pumps, Head head) {
        DutyPlan read = DutyReader.read(root, tags, pumps.pumps(), head.zone(), head.lang());
        return HandoverReader.with(root, read, head.zone());
    }

    private static AlarmsPlan plan(List<AlarmPlan> points, Caps caps) {
        return AlarmsPlan.of(points, caps.shelveMs(), caps.serviceMs(), caps.hornRepeatMs());
    }

    private static InstrumentReader instruments(Tags tags, FieldReader field, PumpReader pumps) {
        InstrumentReader instruments = new InstrumentReader(tags, field.kind() == FieldSettings.Kind.REPLAY);
        instruments.read(pumps.runningOf());
        return instruments;
    }

    private static Set<AlarmId> ids(List<AlarmPlan> points) {
        Set<AlarmId> ids = new LinkedHashSet<>();
        points.forEach(point -> ids.add(point.id()));
        return ids;
    }

    private Head head() {
        Section section = root.requiredTable("station");
        if (section == null) {
            return new Head("", "", Text.NONE, ZoneId.of("UTC"), Lang.EN, 100, TRIAL_MS);
        }
        String site = name(section, "site");
        String station = name(section, "id");
        Text name = section.requiredText("name");
        section.require("time_zone", new Text("a name such as Asia/Shanghai", "如 Asia/Shanghai"));
        ZoneId zone = zone(section, "time_zone", ZoneId.of("UTC"));
        Lang lang = section.word("language", LANGS, Lang.EN);
        double scanHz = section.number("scan_hz", 1, 100, 10);
        long trialMs = section.duration("trial", 5_000, 600_000, TRIAL_MS);
        section.done();
        return new Head(site, station, name, zone, lang, Math.round(1_000 / scanHz), trialMs);
    }

    private static String name(Section section, String key) {
        String name = section.string(key);
        if (!name.isBlank() && !NAME.matcher(name).matches()) {
            section.fault(key, FaultKind.BAD_NAME, key, name);
        }
        return name;
    }

    /** A zone by its name. */
    static ZoneId zone(Section section, String key, ZoneId usual) {
        String name = section.stringOrNull(key);
        if (name == null) {
            return usual;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException bad) {
            @Nullable String near = Nearest.of(name, ZoneId.getAvailableZoneIds());
            Text hint = near == null ? Text.NONE : new Text("; nearest: " + near, "; 最接近: " + near);
            section.fault(key, FaultKind.BAD_ZONE, name, hint);
            return usual;
        }
    }

    private Caps caps() {
        Section section = root.table("alarms");
        if (section == null) {
            return new Caps(8 * HOUR_MS, 12 * HOUR_MS, 300_000);
        }
        Caps caps = new Caps(
                section.duration("shelve_max", 60_000, 24 * HOUR_MS, 8 * HOUR_MS),
                section.duration("service_max", 60_000, 24 * HOUR_MS, 12 * HOUR_MS),
                section.duration("horn_repeat", 10_000, HOUR_MS, 300_000));
        section.done();
        return caps;
    }

    private static Map<Tag, Text> names(InstrumentReader instruments, PumpReader pumps, OutputReader outputs) {
        Map<Tag, Text> names = new LinkedHashMap<>(instruments.names());
        for (PumpPlan pump : pumps.pumps()) {
            names.put(pump.tag(), pump.name());
        }
        names.putAll(outputs.names());
        names.put(SelfCheck.AGENT, AGENT_NAME);
        names.put(DutyPlan.DUTY, DUTY_NAME);
        return names;
    }

    /** What serves nothing is worth a word, but not beside a fault that may be the reason. */
    private void unseen(Tags tags, PumpReader pumps, AlarmReader alarms, DutyPlan duty) {
        if (root.faults.fatal()) {
            return;
        }
        for (Tags.Known known : tags.of(Tags.Kind.CONTACT)) {
            boolean seen = alarms.watched(known.tag()) || duty.reads(known.tag());
            if (pumps.useOf(known.tag()) == null && !seen) {
                known.section().fault("what", FaultKind.UNSEEN_CONTACT, known.tag());
            }
        }
        for (Tags.Known known : tags.of(Tags.Kind.OUTPUT)) {
            if (pumps.useOf(known.tag()) == null) {
                known.section().faultAt(known.section().spot(), FaultKind.UNUSED_OUTPUT, known.tag());
            }
        }
    }
}
