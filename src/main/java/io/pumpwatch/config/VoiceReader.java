package io.pumpwatch.config;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code [voice]}. */
final class VoiceReader {
    private VoiceReader() {}

    /** The voice, or null where the file has none. */
    static @Nullable VoiceSettings read(Section root, Map<AlarmId, Text> texts, Lang stationLang) {
        Section section = root.table("voice");
        if (section == null) {
            return null;
        }
        Map<String, List<Lang>> languages = new LinkedHashMap<>();
        languages.put("en", List.of(Lang.EN));
        languages.put("zh", List.of(Lang.ZH));
        languages.put("both", List.of(Lang.ZH, Lang.EN));
        VoiceSettings voice = new VoiceSettings(
                section.string("program", "espeak-ng"),
                section.word("language", languages, List.of(stationLang)),
                section.duration("repeat", 10_000, 3_600_000, 60_000),
                section.duration("pause", 500, 60_000, 3_000),
                section.whole("speed", 80, 450, 150),
                section.word("lowest", AlarmSettings.PRIORITIES, Priority.MEDIUM),
                texts);
        section.done();
        return voice;
    }
}
