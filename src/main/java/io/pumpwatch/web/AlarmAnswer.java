package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.alarms.Alarms;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.api.AlarmList;
import io.pumpwatch.duty.Concerned;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Text;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.Progress;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The alarm list as the API tells it. */
final class AlarmAnswer {
    private static final String DRILL = "-DRILL";

    private final StationView view;
    private final Progress progress;
    private final Lang lang;

    AlarmAnswer(StationView view, Progress progress, Lang lang) {
        this.view = view;
        this.progress = progress;
        this.lang = lang;
    }

    /** @param all whether points in normal state and masked ones come too */
    AlarmList list(boolean all) {
        Map<AlarmId, AlarmState> points = view.state().alarms().points();
        Set<AlarmId> ids = new LinkedHashSet<>(view.state().alarms().annunciated());
        if (all) {
            Set<AlarmId> known =
                    new LinkedHashSet<>(view.plan().alarms().points().keySet());
            known.addAll(points.keySet());
            known.stream()
                    .sorted(Comparator.comparing((AlarmId id) -> !masked(points.get(id)))
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(ids::add);
        }
        List<AlarmList.Alarm> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(row(id, points.get(id))));
        return new AlarmList(
                view.plan().station(),
                Wire.utc(view.now().utcMs()),
                view.plan().zone().getId(),
                all,
                count(points, state -> state.shelf() != null),
                count(points, state -> state.service() != null),
                count(points, state -> state.suppressed() != null),
                rows);
    }

    private static boolean masked(@Nullable AlarmState state) {
        return state != null && !state.shown();
    }

    private static int count(Map<AlarmId, AlarmState> points, Predicate<AlarmState> which) {
        return (int) points.values().stream().filter(which).count();
    }

    private AlarmList.Alarm row(AlarmId id, @Nullable AlarmState state) {
        AlarmPlan plan = planOf(id);
        Life life = state == null ? Life.NORMAL : state.life();
        AlarmPlan.Words words = plan == null ? AlarmPlan.Words.NONE : plan.words();
        String since = state == null || state.seq() == 0 ? null : Wire.utc(state.since());
        String by = state == null ? null : state.acknowledgedBy();
        return new AlarmList.Alarm(
                id.toString(),
                Wire.word(life),
                Wire.said(lang, "life", life),
                Wire.word(plan != null ? plan.priority() : state == null ? Priority.LOW : state.priority()),
                state == null ? null : state.value(),
                plan == null ? null : plan.setpointOrNull(),
                plan == null ? "" : plan.unit(),
                since,
                state == null ? null : Wire.utcOrNull(state.raised()),
                by,
                by == null ? null : nameOf(view, by),
                state != null && life != Life.NORMAL && state.firstOut(),
                mask(state == null ? null : state.shelf()),
                mask(state == null ? null : state.service()),
                suppressed(state == null ? null : state.suppressed(), lang),
                AlarmPlan.isDrill(id),
                view.state().seen().get(id),
                state == null || progress.keeps(view, state.seq()),
                named(id, words.name()).in(lang),
                words.cause().in(lang),
                words.consequence().in(lang),
                words.response().in(lang));
    }

    /** Why logic suppresses it, in the reader's words: the journal keeps it in one language. */
    static @Nullable String suppressed(@Nullable String why, Lang lang) {
        return Alarms.NOT_SETTLED.equals(why)
                ? Words.of(lang).say("alarm.notSettled")
                : Alarms.SEVERER.equals(why) ? Words.of(lang).say("alarm.severer") : why;
    }

    /** With whom it is about, where it is about somebody. */
    private Text named(AlarmId id, Text words) {
        StationState state = view.state();
        return Concerned.named(
                words, view.plan().duty(), state.duty(), state.rounds().liveLocks(), view.now(), id);
    }

    /** The plan of a point, or of the one that a drill point stands beside. */
    private @Nullable AlarmPlan planOf(AlarmId id) {
        String condition = id.condition();
        AlarmId real = AlarmPlan.isDrill(id)
                ? new AlarmId(id.tag(), condition.substring(0, condition.length() - DRILL.length()))
                : id;
        return view.plan().alarms().point(real);
    }

    private AlarmList.@Nullable Mask mask(AlarmState.@Nullable Mask mask) {
        return mask == null
                ? null
                : new AlarmList.Mask(
                        mask.by(),
                        nameOf(view, mask.by()),
                        mask.reason(),
                        Wire.end(mask.since(), mask.forMs(), view.boot(), view.now()));
    }

    /** The name of a person for people; the id where nobody is known by it. */
    static String nameOf(StationView view, String id) {
        Person person = view.state().duty().person(id);
        return person == null ? id : person.name();
    }
}
