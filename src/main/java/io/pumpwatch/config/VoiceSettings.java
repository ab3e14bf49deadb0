package io.pumpwatch.config;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Text;
import java.util.List;
import java.util.Map;

/**
 * Alarms spoken beside the horn.
 *
 * @param program that speaks what comes on its standard input, as espeak-ng does
 * @param languages one after the other, at least one
 * @param repeatMs the same alarm again after so long while the horn sounds
 * @param pauseMs between two alarms
 * @param speed words a minute
 * @param lowest priority that is still spoken
 * @param texts of points that don't say their name
 */
public record VoiceSettings(
        String program,
        List<Lang> languages,
        long repeatMs,
        long pauseMs,
        int speed,
        Priority lowest,
        Map<AlarmId, Text> texts) {
    public VoiceSettings {
        languages = List.copyOf(languages);
        texts = Map.copyOf(texts);
    }
}
