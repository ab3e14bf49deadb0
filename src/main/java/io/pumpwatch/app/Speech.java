package io.pumpwatch.app;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.config.VoiceSettings;
import io.pumpwatch.scan.HornPattern;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Text;
import io.pumpwatch.view.StationView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is to be said next. Pure: only while the horn sounds, the accident first, then by priority, newest first. */
final class Speech {
    private static final AlarmId ACCIDENT = SelfCheck.AGENT.alarm(SelfCheck.ACCIDENT);
    private static final int CHARS_MAX = 300;

    private Speech() {}

    /** One alarm, with the entry that raised it. */
    record Said(AlarmId point, long seq, long atMs, Text words) {
        boolean accident() {
            return point.equals(ACCIDENT);
        }

        /** Without line breaks and overlong tails. */
        String in(Lang lang) {
            String text = words.in(lang).replaceAll("\\s+", " ").strip();
            return text.length() > CHARS_MAX ? text.substring(0, CHARS_MAX) : text;
        }
    }

    /**
     * What was said.
     *
     * @param last by point
     * @param endMs uptime at which the last one was over
     */
    record Memory(Map<AlarmId, Said> last, long endMs) {
        static final Memory EMPTY = new Memory(Map.of(), Long.MIN_VALUE / 2);

        Memory with(Said said, long overMs) {
            Map<AlarmId, Said> next = new HashMap<>(last);
            next.put(said.point(), said);
            return new Memory(Map.copyOf(next), overMs);
        }
    }

    /** The next alarm, or empty while nothing is to be said. */
    static Optional<Said> next(StationView view, VoiceSettings settings, Memory memory) {
        long nowMs = view.now().uptimeMs();
        if (view.live().horn() == HornPattern.SILENT) {
            return Optional.empty();
        }
        Comparator<Map.Entry<AlarmId, AlarmState>> order = Comparator.comparing(
                        (Map.Entry<AlarmId, AlarmState> each) -> !each.getKey().equals(ACCIDENT))
                .thenComparing(each -> each.getValue().priority())
                .thenComparing(each -> -each.getValue().seq());
        return view.state().alarms().points().entrySet().stream()
                .filter(each -> each.getValue().audible())
                .filter(each -> each.getKey().equals(ACCIDENT)
                        || each.getValue().priority().compareTo(settings.lowest()) <= 0)
                .filter(each -> due(each.getKey(), each.getValue(), settings, memory, nowMs))
                .min(order)
                .map(each ->
                        new Said(each.getKey(), each.getValue().seq(), nowMs, words(view, settings, each.getKey())));
    }

    private static boolean due(AlarmId id, AlarmState state, VoiceSettings settings, Memory memory, long nowMs) {
        if (!id.equals(ACCIDENT) && nowMs - memory.endMs() < settings.pauseMs()) {
            return false;
        }
        Said before = memory.last().get(id);
        return before == null || before.seq() != state.seq() || nowMs - before.atMs() >= settings.repeatMs();
    }

    private static Text words(StationView view, VoiceSettings settings, AlarmId id) {
        Text own = settings.texts().get(id);
        if (own != null && !own.isEmpty()) {
            return own;
        }
        AlarmPlan point = view.plan().alarms().point(id);
        Text name = point == null ? Text.NONE : point.words().name();
        return name.isEmpty() ? new Text(id.toString(), id.toString()) : name;
    }

    /** Whether what is being said must stop: the horn was silenced, or an accident comes first. */
    static boolean stops(StationView view, Said said) {
        HornPattern horn = view.live().horn();
        return horn == HornPattern.SILENT || (horn == HornPattern.ACCIDENT && !said.accident());
    }
}
