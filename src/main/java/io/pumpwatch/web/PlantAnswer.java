package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.api.Status;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.interlocks.InterlockDecision.Course;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.interlocks.InterlockState;
import io.pumpwatch.interlocks.InterlockState.Excursion;
import io.pumpwatch.interlocks.InterlockState.Gauge;
import io.pumpwatch.interlocks.InterlockState.HeaderState;
import io.pumpwatch.interlocks.InterlockState.Lost;
import io.pumpwatch.interlocks.InterlockState.PumpState;
import io.pumpwatch.interlocks.InterlockState.SwingLatch;
import io.pumpwatch.interlocks.InterlockState.Trial;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instruments, pumps, headers, levels and trips as the API tells them. */
final class PlantAnswer {
    private final StationView view;
    private final InterlockState interlocks;
    private final Lang lang;

    PlantAnswer(StationView view, Lang lang) {
        this.view = view;
        this.interlocks = view.state().interlocks();
        this.lang = lang;
    }

    List<Status.Instrument> instruments() {
        return view.plan().instruments().stream().map(this::instrument).toList();
    }

    private Status.Instrument instrument(InstrumentPlan plan) {
        Reading real = view.live().conditioned().of(plan.tag());
        Reading entered = view.live().entered().get(plan.tag());
        Reading shown = entered == null ? real : entered;
        boolean read = real.sampleNumber() > 0;
        boolean contact = plan.signal() == InstrumentPlan.Signal.CONTACT;
        return new Status.Instrument(
                plan.tag().name(),
                plan.what().in(lang),
                Wire.value(shown),
                plan.unit(),
                Wire.word(plan.signal()),
                Wire.word(shown.quality()),
                Wire.word(shown.cause()),
                Wire.said(lang, "quality", shown.cause()),
                Wire.word(shown.category()),
                read ? view.now().uptimeMs() - real.sampleUptimeMs() : null,
                contact ? null : Double.valueOf(plan.span().low()),
                contact ? null : Double.valueOf(plan.span().high()),
                limits(plan.tag()));
    }

    private List<Status.Limit> limits(Tag tag) {
        return view.plan().alarms().points().values().stream()
                .filter(point -> point.id().tag().equals(tag) && point.setpointOrNull() != null)
                .map(point -> new Status.Limit(
                        point.id().toString(),
                        point.setpoint(),
                        point.kind() == AlarmPlan.Kind.HIGH,
                        Wire.word(point.priority())))
                .sorted(Comparator.comparingDouble(Status.Limit::setpoint))
                .toList();
    }

    List<Status.Pump> pumps() {
        return view.plan().interlocks().pumps().stream().map(this::pump).toList();
    }

    private Status.Pump pump(PumpPlan plan) {
        PumpState state = interlocks.pump(plan.tag());
        Stamp since = state.since();
        long presentMs = state.running() && since != null ? Math.max(0, since.elapsedMs(view.boot(), view.now())) : 0;
        return new Status.Pump(
                plan.tag().name(),
                plan.name().in(lang),
                Wire.word(plan.kind()),
                state.running(),
                Wire.utcOrNull(since),
                state.ranMs() + presentMs,
                Readiness.reasons(state.inhibits(), lang),
                interlocks.tripsOf(plan.tag()).stream().map(AlarmId::toString).toList(),
                Readiness.reasons(state.notReady(), lang),
                Readiness.reasons(state.against(), lang),
                state.unexplained());
    }

    List<Status.Header> headers() {
        return view.plan().interlocks().headers().stream().map(this::header).toList();
    }

    private Status.Header header(Header plan) {
        HeaderState state = interlocks.header(plan.pressure());
        Excursion excursion = state.excursion();
        return new Status.Header(
                plan.pressure().name(),
                view.live().settled().contains(plan.pressure()),
                plan.ruleId(),
                plan.ruleLow(),
                plan.ruleHigh(),
                Wire.utcOrNull(excursion == null ? null : excursion.at()),
                swing(state.swing()));
    }

    private Status.@Nullable Swing swing(@Nullable SwingLatch latch) {
        if (latch == null) {
            return null;
        }
        Trial trial = latch.trial();
        Status.Trial shown = trial == null
                ? null
                : new Status.Trial(
                        trial.pump().name(),
                        trial.by(),
                        trial.second(),
                        Wire.end(trial.at(), trial.forMs(), view.boot(), view.now()),
                        trial.over());
        return new Status.Swing(
                Wire.utc(latch.at()), latch.smallest(), latch.largest(), latch.cause(), latch.causeBy(), shown);
    }

    List<Status.Level> levels() {
        return view.plan().interlocks().sumps().stream().map(this::level).toList();
    }

    private Status.Level level(Sump sump) {
        Tag tag = sump.level();
        Reading entered = view.live().entered().get(tag);
        Reading shown = entered == null ? view.live().conditioned().of(tag) : entered;
        Course course = view.live().levels().get(tag);
        Gauge gauge = interlocks.gauges().get(tag);
        return new Status.Level(
                tag.name(),
                Wire.value(shown),
                sump.unit(),
                course == null ? null : Wire.number(course.ratePerMinute()),
                course == null || course.overflowMs() < 0 ? null : course.overflowMs(),
                entered != null,
                lost(interlocks.lost().get(tag)),
                gauge == null ? null : new Status.Gauge(gauge.value(), gauge.by(), Wire.utc(gauge.at())));
    }

    private static Status.@Nullable Lost lost(@Nullable Lost lost) {
        if (lost == null) {
            return null;
        }
        double rate = Double.isFinite(lost.ratePerMinute()) ? lost.ratePerMinute() : 0;
        String direction = rate > 0 ? "rising" : rate < 0 ? "falling" : "steady";
        boolean ever = lost.lastGood() != null;
        return new Status.Lost(
                Wire.utc(lost.at()), lost.lastGood(), ever ? Wire.utc(lost.lastGoodUtcMs()) : null, direction, rate);
    }

    List<Status.Trip> trips() {
        List<Status.Trip> all = new ArrayList<>();
        interlocks
                .trips()
                .forEach((point, latch) -> all.add(new Status.Trip(
                        point.toString(),
                        Wire.utc(latch.at()),
                        latch.value(),
                        latch.setpoint(),
                        latch.pumps().stream().map(Tag::name).toList(),
                        latch.firstOut())));
        return all;
    }
}
